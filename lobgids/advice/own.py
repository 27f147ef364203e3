"""What one puts into the plan in one's own words: actions, and questions to evaluate it with, a line each."""

import re
from collections.abc import Iterator

from lobgids.advice.conclusions import Action
from lobgids.log.ask_ids import OWN_ACTIONS, OWN_QUESTIONS
from lobgids.school.view import SchoolView
from lobgids.text import clean, folded

OWN = "act.own"
"""The option that brings the ask for one's own actions, and what the ids of these begin with."""

MOST_OWN = 12
"""How many lines of one's own are taken: a plan with more would not be carried out."""

LONGEST_OWN = 240
"""How many characters a line keeps: a title, and no story."""

LONGEST_TITLE = 60
"""How many characters of it a question tells where it stood whole before."""

_NUMBERED = re.compile(r"^\d{1,2}[:.)]\s+(?=\D)")
"""The number of the option with which one says something else: '8: elke mentor voert één gesprek'."""
_TURNED = re.compile(
    r"^(?P<verb>wil|ga|zou|zet|maak|doe|vraag|bel|schrijf|kijk|bereid|begin|praat|plan|nodig) ik\s+", re.IGNORECASE
)
"""A sentence of which the beginning was cut off: 'en verder wil ik een keer bij Joost kijken'."""
_ENDS = re.compile(r"[\n;]")
_MARKS = "-–•* "


def own_lines(text: object) -> list[str]:
    """The lines of a text, each once: without list marks, at most `MOST_OWN`, cut at `LONGEST_OWN` characters."""
    return [_cut(line) for line in all_lines(text)[:MOST_OWN]]


def all_lines(text: object) -> list[str]:
    """All lines of a text as they were typed, each once."""
    pieces = _ENDS.split(clean(text)) if isinstance(text, str) else ()
    found: dict[str, str] = {}
    for piece in pieces:
        line = _NUMBERED.sub("", " ".join(piece.strip(_MARKS).split()).rstrip("."))
        if not line.endswith("?"):  # 'Wil ik volgend jaar nog decaan zijn?' is a whole question
            line = _TURNED.sub(lambda words: f"Ik {words['verb'].lower()} ", line)
        if line:
            found.setdefault(folded(line), line)
    return list(found.values())


def own_actions(view: SchoolView) -> Iterator[Action]:
    """The actions that were typed, in their order; how to begin and what there will be to see was not said of them."""
    for number, title in enumerate(own_lines(view.state.value(OWN_ACTIONS)), 1):
        yield Action(
            id=f"{OWN}.{number}", kind="own", title=title, how="", success="", role="decaan", owner="decaan",
            origin="guide",
        )  # fmt: skip


def own_questions(view: SchoolView) -> list[str]:
    """The questions that were typed to evaluate the plan with."""
    return own_lines(view.state.value(OWN_QUESTIONS))


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST_OWN else f"{line[: LONGEST_OWN - 1].rstrip()}…"
