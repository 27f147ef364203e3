"""The pages of a question on the projector, one thing each, in the order in which they are shown."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from lobgids.dialogue.protocol import Ask, Problem, Say
from lobgids.log.ask_ids import AGREED, SITUATION, is_named
from lobgids.session.showing.questions import lines_before, question_of
from lobgids.text import clean

MOST_WORDS = 45
"""How many words of the guide stand on one page, unless they come in one piece."""

FEW_WORDS = 24
"""How many words of the guide may stand on the page of the question itself."""

LEFT_OUT = frozenset({"votes.shown", "votes.again", "language.switched", "back.taken", "agreed.kept"})
"""Votes are drawn here, another language or that one went back is seen at once, and a kept sentence comes next."""

APART = "votes.apart"
"""That groups see it differently is shown below their votes."""

Kind = Literal["text", "think", "result", "answer"]


class Page(NamedTuple):
    """A page: what the guide says, a question to think about, the votes, or the question with its answer."""

    kind: Kind
    text: str


def pages_of(says: Sequence[Say | Problem], ask: Ask | None) -> list[Page]:
    """Return the pages of what is said and asked; at least one."""
    spoken = [say for say in says if isinstance(say, Say) and say.id not in {*LEFT_OUT, APART}]
    texts = [clean(f"{say.heading}\n{say.text}" if say.heading else say.text) for say in spoken]
    if ask is None:
        return _text_pages(texts) or [Page("text", "")]
    if is_vote(ask):
        question = clean(question_of(ask))
        return [*_text_pages(texts), Page("think", question), Page("answer", question)]
    if ask.tallies:
        apart = "\n".join(clean(say.text) for say in says if isinstance(say, Say) and say.id == APART)
        votes = [] if _was_talked_over(ask) else [Page("result", apart)]
        return [*_text_pages(texts), *votes, Page("answer", clean(ask.text))]
    before = clean(lines_before(ask))
    most = MOST_WORDS if before else FEW_WORDS
    texts += [before] if before else []
    short = [texts.pop()] if texts and len(texts[-1].split()) <= most else []
    return [*_text_pages(texts), Page("answer", "\n".join([*short, clean(question_of(ask))]))]


def _was_talked_over(ask: Ask) -> bool:
    """Whether the votes were just on the screen; a second vote is new where one sentence is asked."""
    return is_named(ask.id, AGREED) and len(ask.tallies) == 1


def _text_pages(texts: Sequence[str]) -> list[Page]:
    return [Page("text", text) for text in _joined(texts)]


def is_vote(ask: Ask) -> bool:
    """Return whether the group votes here, as on every situation; those present are counted, but that is no vote."""
    return f".{SITUATION}" in ask.id


def _joined(texts: Sequence[str]) -> Iterator[str]:
    """Yield the texts, with short ones that follow each other on one page."""
    page: list[str] = []
    for text in texts:
        if page and len(" ".join([*page, text]).split()) > MOST_WORDS:
            yield "\n\n".join(page)
            page = []
        page.append(text)
    if page:
        yield "\n\n".join(page)
