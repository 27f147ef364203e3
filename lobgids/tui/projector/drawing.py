"""Draws the pages of the projector as lines: letters in front, signs beside colours, room in between."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from lobgids.dialogue.protocol import Ask, Bar, Tally
from lobgids.i18n import Language
from lobgids.text import clean
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.widgets.marked_text import Line, plain_lines

LETTERS = "ABC"
BAR = 24
"""Cells of the bar of all votes."""

BLANK = Line(Content(""), Content(""))


def thought(question: str, ask: Ask) -> Iterator[Line]:
    """Yield the question with its three descriptions behind their letters."""
    yield Line(Content(""), Content.styled(question, "bold"))
    for letter, option in zip(LETTERS, ask.options, strict=False):
        yield BLANK
        yield Line(Content.styled(f"{letter}  ", "bold $key-text"), Content(clean(option.text)))


def result(text: str, ask: Ask, language: Language, glyphs: Glyphs) -> Iterator[Line]:
    """Yield the descriptions with the votes of each round and group, then those in words and what was said of them."""
    groups = {group.id: group.text for group in ask.groups}
    for number, bar in enumerate(ask.tallies[-1].bars):
        if not bar.letter and not any(tally.bars[number].count for tally in ask.tallies):
            continue
        if number:
            yield BLANK
        yield _lettered(bar, clean(bar.text), language)
        yield from _bars(number, ask.tallies, groups, language, glyphs)
    if told := [*_told(ask.tallies, groups, language)]:
        yield BLANK
        yield from plain_lines("\n".join(told))
    if text:
        yield BLANK
        yield from plain_lines(text)


def _lettered(bar: Bar, text: str, language: Language) -> Line:
    """Return a description behind its letter, or that one does not know behind a question mark."""
    name = text if bar.letter else language.gettext("Dat weet ik nog niet")
    return Line(Content.styled(f"{bar.letter or '?'}  ", "bold $key-text"), Content(name))


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


def _bars(
    index: int, tallies: Sequence[Tally], groups: dict[str, str], language: Language, glyphs: Glyphs
) -> Iterator[Line]:
    """Yield the bars of an option: of the rounds, the last one in bold, and of the groups in the last round."""
    last = tallies[-1]
    whole = max(map(_total, tallies))  # one scale, so that a longer bar is always more people
    for number, (name, tally) in enumerate(zip(_rounds(tallies, language), tallies, strict=True), 1):
        count = tally.bars[index].count
        style = "bold $model1" if number == len(tallies) else "$muted-text"
        if count is not None:
            yield _bar(count, whole, name, glyphs, style)
    for group, count in last.bars[index].groups.items():
        yield _bar(count, whole, groups.get(group, group), glyphs, "$model3")


def _bar(count: int, total: int, name: str, glyphs: Glyphs, style: str) -> Line:
    full = round(BAR * count / total) if total else 0
    length = max(full, 1) if count else 0
    drawn = Content.styled(glyphs.bar_full * length + " " * bool(length), style) + str(count)
    return Line(Content("   "), drawn + (Content.styled(f"  {name}", "$muted-text") if name else ""))


def _total(tally: Tally) -> int:
    return sum(bar.count or 0 for bar in tally.bars)


def talked_over(text: str, ask: Ask, language: Language, glyphs: Glyphs) -> Iterator[Line]:
    """Yield what is talked about: each description by its first sentence with its votes, and then the question."""
    last, whole = ask.tallies[-1], _total(ask.tallies[-1])
    for bar in last.bars:
        if not bar.letter and not bar.count:
            continue
        yield _lettered(bar, _first_sentence(bar.text), language)
        if bar.count is not None:
            yield _bar(bar.count, whole, "", glyphs, "bold $model1")
    yield BLANK
    yield from asked(text, "")


def _first_sentence(text: str) -> str:
    sentence, mark, _ = clean(text).partition(". ")
    return f"{sentence}." if mark else sentence


def asked(text: str, how: str) -> Iterator[Line]:
    """Yield the question, with the lines before it above it."""
    *before, question = text.split("\n")
    for line in before:
        yield from plain_lines(line)
        yield BLANK
    yield Line(Content(""), Content.styled(question, "bold"))
    if how:
        yield BLANK
        yield Line(Content(""), Content.styled(how, "$muted-text"))
