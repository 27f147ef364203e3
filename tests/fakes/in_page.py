"""A module to start lobgids.html with: it holds a conversation over the engine, and shows what is asked as plain text.

It stands for `lobgids.web.in_page` where a test is about the file and not about its pages.
"""

from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from lobgids.dialogue.conversation import Conversation, Turn
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import Answer, Problem, Words
from lobgids.hearing.load import load_ear
from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.load import CONTENT, load
from lobgids.log.events import FORMAT, Event, Header

NOWHERE = Path("/nowhere")


def start(bridge: Any) -> None:
    """Begin a conversation, show its first question, and let a test go on with it as `window.lobgidsTest`."""
    import js
    from pyodide.ffi import create_proxy

    @cache
    def content_in(code: str) -> LocalizedContent:
        language = Language(code or "nl", [catalogue_folder()])

        @cache
        def ear() -> Any:
            bridge.hearing(language.code)
            return load_ear(CONTENT, language.code, NOWHERE)

        base = load(CONTENT, language, NOWHERE)
        return LocalizedContent(language, base, lambda component, text: ear().hear(component, text))

    events: list[Event] = []
    header = Header(
        lobgids=FORMAT, id="test", created="2026-11-23T12:00:00.000Z", track="decaan", language="nl", seed="1",
        knowledge_base="lobgids", knowledge_base_version="1", marks_turns=True,
    )  # fmt: skip
    conversation = Conversation(
        header, content_in=content_in, keep=events.extend, now=lambda: "2026-11-23T12:00:00.000Z"
    )

    def show(turn: Turn) -> None:
        said = "".join(f"<p>{escape(say.text)}</p>" for say in turn.says)
        problems = sum(isinstance(say, Problem) for say in turn.says)
        ask = turn.ask
        asked = f'<h1 id="asked" data-ask="{ask.id}" data-kind="{ask.kind}">{escape(ask.text)}</h1>' if ask else ""
        options = (
            "".join(f"<li data-id='{option.id}'>{escape(option.text)}</li>" for option in ask.options) if ask else ""
        )
        bridge.place.innerHTML = f"<div data-problems='{problems}'>{said}</div>{asked}<ul>{options}</ul>"

    def take(kind: str, value: Any) -> None:
        inputs: dict[str, Callable[[Any], Any]] = {
            "words": lambda text: Words(text=text),
            "answer": lambda answer: Answer(answer=answer),
            "defect": lambda nothing: nothing,
        }
        show(conversation.take(inputs[kind](value)))

    def hears(code: str, text: str) -> str:
        return content_in(code).hear("c09", text).kind

    js.window.lobgidsTest = create_proxy(take)
    js.window.lobgidsHears = create_proxy(hears)
    show(conversation.begin())
