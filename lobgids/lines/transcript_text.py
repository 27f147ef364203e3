"""A transcript as lines of text, and in Markdown."""

from collections.abc import Iterable, Iterator
from itertools import count

from lobgids.lines.plain import WIDEST, wrapped
from lobgids.report.formats.markdown import escaped
from lobgids.session.transcript import TranscriptEntry


def as_text(entries: Iterable[TranscriptEntry], person: str) -> Iterator[str]:
    """Yield the lines of a transcript, as wide as a page whatever the terminal's width."""
    for entry in entries:
        yield from (entry.heading, "") if entry.heading else ()
        speaker = person if entry.who == "person" else "lobgids"
        between = "\n" if entry.text.startswith("- ") else " "  # a list begins on a line of its own
        yield from wrapped(f"{speaker}:{between}{entry.text}", WIDEST)
        for mark, option in _marked(entry):
            yield from wrapped(f"{mark} {option}", WIDEST)
        yield ""


def as_markdown(entries: Iterable[TranscriptEntry], person: str) -> Iterator[str]:
    """Yield the lines of a transcript in Markdown, in which nothing that anybody typed works as Markdown."""
    for entry in entries:
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
    """Return the options with their marks: letters, or else numbers."""
    return zip(entry.marks or (f"{number}." for number in count(1)), entry.options, strict=False)


def _in_markdown(mark: str) -> str:
    """Return a mark in Markdown: a number makes a list; a letter does not, so it stands in an item of its own."""
    return mark if mark[:-1].isdecimal() else f"- **{mark}**"


def _guided(lines: Iterable[str]) -> Iterator[str]:
    """Yield further lines of the guide: those with a dash as a list, all others as paragraphs."""
    in_list = False
    for line in lines:
        is_item = line.startswith("- ")
        if not (is_item and in_list):
            yield ""
        yield f"- {escaped(line[2:])}" if is_item else escaped(line)
        in_list = is_item
