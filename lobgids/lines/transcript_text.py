"""A transcript as lines of text, and in Markdown."""

from collections.abc import Iterable, Iterator
from itertools import count

from lobgids.lines.plain import WIDEST, wrapped
from lobgids.report.formats.markdown import escaped
from lobgids.session.transcript import TranscriptEntry


def as_text(told: Iterable[TranscriptEntry], person: str) -> Iterator[str]:
    """The lines of a transcript, as wide as a page whatever the terminal's width."""
    for entry in told:
        yield from (entry.heading, "") if entry.heading else ()
        speaker = person if entry.who == "person" else "lobgids"
        between = "\n" if entry.text.startswith("- ") else " "  # a list begins on a line of its own
        yield from wrapped(f"{speaker}:{between}{entry.text}", WIDEST)
        for mark, option in _marked(entry):
            yield from wrapped(f"{mark} {option}", WIDEST)
        yield ""


def as_markdown(told: Iterable[TranscriptEntry], person: str) -> Iterator[str]:
    """The lines of a transcript in Markdown, in which nothing that anybody typed is obeyed."""
    for entry in told:
        yield from (f"### {escaped(entry.heading)}", "") if entry.heading else ()
        if entry.who == "person":
            lines = [f"> {escaped(line)}" for line in entry.text.split("\n")]
            lines[0] = f"> **{escaped(person)}:** {lines[0].removeprefix('> ')}"
            yield "\\\n".join(lines)
        else:
            first, *rest = entry.text.split("\n")
            yield f"**lobgids:** {escaped(first)}"
            yield from _guided(rest)
        if entry.options:
            yield ""
            yield from (f"{_in_markdown(mark)} {escaped(option)}" for mark, option in _marked(entry))
        yield ""


def _marked(entry: TranscriptEntry) -> Iterator[tuple[str, str]]:
    """The options behind their letters, or behind numbers."""
    return zip(entry.marks or (f"{number}." for number in count(1)), entry.options, strict=False)


def _in_markdown(mark: str) -> str:
    """A number makes a list; a letter does not, so that it stands in an item of its own."""
    return mark if mark[:-1].isdecimal() else f"- **{mark}**"


def _guided(lines: Iterable[str]) -> Iterator[str]:
    """Further lines of the guide: those with a dash a list, all others paragraphs."""
    in_list = False
    for line in lines:
        is_item = line.startswith("- ")
        if not (is_item and in_list):
            yield ""
        yield f"- {escaped(line[2:])}" if is_item else escaped(line)
        in_list = is_item
