"""Which pages a question has on the projector, one thing each, in the order in which they are shown."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from lobgids.dialogue.ask_ids import SITUATION
from lobgids.dialogue.interpret import clean
from lobgids.dialogue.protocol import Ask, Problem, Say
from lobgids.tui.widgets.question_box import question_of, told_before

MOST_WORDS = 45
"""How many words of the guide stand on one page, where they do not come in one piece."""

FEW_WORDS = 24
"""So few words of the guide stand on the page of the question itself."""

LEFT_OUT = frozenset({"votes.shown", "votes.again", "language.switched"})
"""What the guide says of votes in words is drawn here, and another language is seen at once."""

APART = "votes.apart"
"""That groups see it differently is told below their votes."""

Kind = Literal["told", "think", "result", "answer"]


class Page(NamedTuple):
    """A page: what the guide tells; a question to think about; the votes; or the question with its answer."""

    kind: Kind
    text: str


def pages_of(says: Sequence[Say | Problem], ask: Ask | None) -> list[Page]:
    """The pages of what is said and asked; at least one."""
    spoken = [one for one in says if isinstance(one, Say) and one.id not in {*LEFT_OUT, APART}]
    told = [clean(f"{one.heading}\n{one.text}" if one.heading else one.text) for one in spoken]
    if ask is None:
        return _told(told) or [Page("told", "")]
    if is_vote(ask):
        question = clean(question_of(ask))
        return [*_told(told), Page("think", question), Page("answer", question)]
    if ask.tallies:
        apart = "\n".join(clean(one.text) for one in says if isinstance(one, Say) and one.id == APART)
        return [*_told(told), Page("result", apart), Page("answer", clean(ask.text))]
    before = clean(told_before(ask))
    most = MOST_WORDS if before else FEW_WORDS
    told += [before] if before else []
    short = [told.pop()] if told and len(told[-1].split()) <= most else []
    return [*_told(told), Page("answer", "\n".join([*short, clean(question_of(ask))]))]


def _told(texts: Sequence[str]) -> list[Page]:
    return [Page("told", text) for text in _joined(texts)]


def is_vote(ask: Ask) -> bool:
    """Whether the group votes here, as it does on every situation; who is there is counted, too, but is no vote."""
    return f".{SITUATION}" in ask.id


def _joined(texts: Sequence[str]) -> Iterator[str]:
    """The texts, short ones that follow each other on one page."""
    page: list[str] = []
    for text in texts:
        if page and len(" ".join([*page, text]).split()) > MOST_WORDS:
            yield "\n\n".join(page)
            page = []
        page.append(text)
    if page:
        yield "\n\n".join(page)
