"""Draws the pages of the projector as lines: letters in front, signs beside colours, room in between."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from lobgids.dialogue.protocol import Ask, Bar, Tally
from lobgids.i18n import Language
from lobgids.text import clean
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.projector.aired import BLANK, GAP
from lobgids.tui.widgets.marked_text import Line, plain_lines

LETTERS = "ABC"
INDENT, BESIDE = "   ", "  "
"""What stands in front of a bar, and between its number and its name."""

SHORTEST = 12
"""Cells of the bar of everybody, at least."""


class Bars(NamedTuple):
    """The bars of a vote on one scale, so that a longer one is always more people: `cells` are those of everybody."""

    cells: int
    people: int
    sign: str

    def line(self, count: int, name: str, style: str) -> Line:
        """Return a bar with its number and its name; a single vote is always seen."""
        length = max(round(self.cells * count / self.people), 1) if count else 0
        drawn = Content.styled(self.sign * length + " " * bool(length), style) + str(count)
        return Line(Content(INDENT), drawn + (Content.styled(f"{BESIDE}{name}", "$muted-text") if name else ""))


def thought(question: str, ask: Ask) -> Iterator[Line]:
    """Yield the question with its three descriptions behind their letters."""
    yield Line(Content(""), Content.styled(question, "bold"))
    for letter, option in zip(LETTERS, ask.options, strict=False):
        yield BLANK
        yield Line(Content.styled(f"{letter}  ", "bold $key-text"), Content(clean(option.text)))


def result(text: str, ask: Ask, language: Language, glyphs: Glyphs, width: int) -> Iterator[Line]:
    """Yield the descriptions with the votes of each round and group, then those in words and what was said of them."""
    groups, bars = _groups(ask), _bars_for(ask, language, glyphs, width)
    for number, bar in enumerate(ask.tallies[-1].bars):
        if not bar.letter and not any(tally.bars[number].count for tally in ask.tallies):
            continue
        if number:
            yield BLANK
        yield _lettered(bar, clean(bar.text), language)
        yield from _drawn(number, ask, language, bars)
    if told := [*_told(ask.tallies, groups, language)]:
        yield BLANK
        yield from plain_lines("\n".join(told))
    if text:
        yield BLANK
        yield from plain_lines(text)


def _lettered(bar: Bar, text: str, language: Language) -> Line:
    """Return a description behind its letter, or that one does not know behind a question mark."""
    name = text if bar.letter else language.gettext("Dat weet ik nog niet")
    return Line(_mark(bar), Content(name))


def _mark(bar: Bar) -> Content:
    return Content.styled(f"{bar.letter or '?'}  ", "bold $key-text")


def _told(tallies: Sequence[Tally], groups: dict[str, str], language: Language) -> Iterator[str]:
    """Yield how those voted who are too few to be counted: all together in each round, the groups in the last one."""
    for name, tally in zip(_rounds(tallies, language), tallies, strict=True):
        if tally.bars[0].count is None:
            yield f"{name}: {tally.told}" if name else tally.told
    last = tallies[-1]
    if not last.bars[0].groups:
        yield from (f"{groups.get(group, group)}: {told}" for group, told in last.groups.items())


def _rounds(tallies: Sequence[Tally], language: Language) -> tuple[str, ...]:
    """Return what each round is called; nothing if there was one."""
    _ = language.gettext
    return ("",) if len(tallies) == 1 else (_("eerst"), _("nu"))


def _groups(ask: Ask) -> dict[str, str]:
    return {group.id: group.text for group in ask.groups}


def _bars_for(ask: Ask, language: Language, glyphs: Glyphs, width: int) -> Bars:
    """Return bars that use all cells of a page: beside the longest are its number and the longest name."""
    groups = [name for group, name in _groups(ask).items() if group in ask.tallies[-1].bars[0].groups]
    people = max(map(_total, ask.tallies))
    beside = max(cell_len(f" {people}{BESIDE}{name}") for name in (*_rounds(ask.tallies, language), *groups))
    return Bars(max(SHORTEST, width - len(INDENT) - beside), people, glyphs.bar_full)


def _drawn(index: int, ask: Ask, language: Language, bars: Bars) -> Iterator[Line]:
    """Yield the bars of an option: of the rounds, the last one in bold, and of the groups in the last round."""
    for number, (name, tally) in enumerate(zip(_rounds(ask.tallies, language), ask.tallies, strict=True), 1):
        count = tally.bars[index].count
        style = "bold $model1" if number == len(ask.tallies) else "$muted-text"
        if count is not None:
            yield bars.line(count, name, style)
    groups = _groups(ask)
    for group, count in ask.tallies[-1].bars[index].groups.items():
        yield bars.line(count, groups.get(group, group), "$model3")


def _total(tally: Tally) -> int:
    return sum(bar.count or 0 for bar in tally.bars)


def talked_over(text: str, ask: Ask, language: Language, glyphs: Glyphs, width: int) -> Iterator[Line]:
    """Yield what is talked about: each description by its first sentence with its votes, and then the question."""
    bars = _bars_for(ask, language, glyphs, width)
    for number, bar in enumerate(ask.tallies[-1].bars):
        if bar.letter or bar.count:
            yield from [GAP] if number else []
            yield from _in_short(bar, bars)
    yield BLANK
    yield from asked(text, "", between=GAP)


def _in_short(bar: Bar, bars: Bars) -> Iterator[Line]:
    """Yield a description with its votes; the votes of who does not know stand behind their question mark."""
    drawn = [] if bar.count is None else [bars.line(bar.count, "", "bold $model1")]
    if bar.letter:
        yield Line(_mark(bar), Content(_first_sentence(bar.text)))
        yield from drawn
    else:
        yield from (line._replace(mark=_mark(bar)) for line in drawn)


def _first_sentence(text: str) -> str:
    sentence, mark, _ = clean(text).partition(". ")
    return f"{sentence}." if mark else sentence


def asked(text: str, how: str, between: Line = BLANK) -> Iterator[Line]:
    """Yield the question, with the lines before it above it."""
    *before, question = text.split("\n")
    for line in before:
        yield from plain_lines(line)
        yield between
    yield Line(Content(""), Content.styled(question, "bold"))
    if how:
        yield BLANK
        yield Line(Content(""), Content.styled(how, "$muted-text"))
