"""Somebody who holds a conversation by its pages: reads the forms that are there, fills them in, sends them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.protocol import Ask
from lobgids.web.exchange import Reply, Request, Upload
from tests.conftest import sensible

Ask_ = Callable[[Request], Reply]
MOST_TURNS = 400


def parsed(page: bytes) -> Element:
    """A page, read strictly: what is no HTML fails."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(page.decode())
    return root


def text_of(element: Element) -> str:
    """All text in an element, in one line."""
    return " ".join("".join(element.itertext()).split())


def fields_for(ask: Ask, value: Any) -> dict[str, list[str]]:
    """What a form is filled in with to give an answer of the protocol."""
    match ask.kind:
        case "fields":
            return {name: values for field in ask.fields for name, values in _of_field(field, value).items()}
        case "grid":
            return {f"row:{row}": [chosen] if isinstance(chosen, str) else chosen for row, chosen in value.items()}
        case "votes":
            groups = [group.id for group in ask.groups] or [""]
            return {f"count:{group}:{option}": [str(count)] for group in groups for option, count in value.items()}
        case "text" | "number":
            return {"words": [str(value)]}
        case "date":
            return {"day": [value]}
    return {"answer": _chosen(ask, value)}


def _chosen(ask: Ask, value: Any) -> list[str]:
    """The ids of the options that a value chooses."""
    if isinstance(value, int):
        return [ask.options[(0 if value else 1) if isinstance(value, bool) else value - 1].id]
    return [value] if isinstance(value, str) else list(value)


def _of_field(field: Ask, value: Mapping[str, Any]) -> dict[str, list[str]]:
    given = fields_for(field, value[field.id])
    names = {"answer": f"field:{field.id}", "words": f"field:{field.id}:words", "day": f"field:{field.id}:day"}
    return {names[name]: values for name, values in given.items()}


class Visitor:
    """Holds a conversation by pages; `ask` answers a request, `state` gives the conversation as it is kept."""

    def __init__(self, ask: Ask_, state: Callable[[str], Conversation]) -> None:
        self._ask = ask
        self._state = state
        self.address = "/"
        self.reply = Reply()

    @property
    def name(self) -> str:
        """The name of the conversation."""
        return self.address.removeprefix("/g/")

    @property
    def conversation(self) -> Conversation:
        """The conversation as it is kept."""
        conversation = self._state(self.name)
        conversation.draw_grids(can=True)
        return conversation

    @property
    def page(self) -> Element:
        """The page that came last."""
        return parsed(self.reply.body)

    @property
    def text(self) -> str:
        """All that stands on it."""
        return text_of(self.page)

    def get(self, address: str) -> Reply:
        """Go to an address."""
        parts = urlsplit(address)
        self.reply = self._ask(Request("GET", unquote(parts.path), parse_qs(parts.query)))
        return self.reply

    def begin(self, track: str, lang: str = "nl") -> "Visitor":
        """Begin a conversation."""
        began = self._ask(Request("POST", "/begin", {"lang": [lang]}, {"track": [track]}))
        assert began.status == 303, began
        self.address = unquote(began.location)
        self.get(self.address)
        return self

    def hidden(self) -> dict[str, list[str]]:
        """What the form says of the question that it is for."""
        form = next(one for one in self.page.iter("form") if "answer" in (one.get("class") or "").split())
        return {
            one.get("name") or "": [one.get("value") or ""] for one in form.iter("input") if one.get("type") == "hidden"
        }

    def send(self, fields: Mapping[str, Sequence[str]], uploads: Mapping[str, Upload] = {}, *,
             part: bool = False) -> Reply:  # fmt: skip
        """Send a form of the page, and follow where it leads."""
        self.reply = self._ask(Request("POST", self.address, {}, {**self.hidden(), **fields}, uploads, part))
        sent = self.reply
        if sent.location:
            self.get(sent.location)
        return sent

    def give(self, value: Any) -> Reply:
        """Give an answer of the protocol to the open question."""
        ask = self.conversation.ask
        assert ask is not None
        return self.send(fields_for(ask, value))

    def hold(self, **answers: Any) -> "Visitor":
        """Answer with `answers` by ask id (dots as '__'), else with something sensible, to the end."""
        given = {name.replace("__", "."): value for name, value in answers.items()}
        self.get(self.address)
        for _ in range(MOST_TURNS):
            ask = self.conversation.ask
            if ask is None:
                return self
            sent = self.give(given.get(ask.id, sensible(ask)))
            assert sent.status == 303, (ask, self.text)
        raise AssertionError("the conversation goes round")
