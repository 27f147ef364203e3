"""Makes a paste of keys that a terminal sends all at once: no hand typed them, so they are text.

A text expander, dictation, and a terminal that does not mark what is pasted send keys. All keys of one read are looked
at together, before any of them does something. Textual has no public API for this; it is pinned to one version, and a
test in a pseudo-terminal checks what happens here.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import monotonic

from textual import _xterm_parser, events
from textual.message import Message

FEWEST = 3
"""How many keys at once are a burst; a letter and Enter may be typed that fast by hand."""

LONG, NEXT = 512, 0.1
"""A read of `LONG` characters may be part of something longer, of which more comes within `NEXT` seconds."""

_LINE_ENDS = ("enter", "ctrl+j")

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before and after a paste that it marks."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""What is no text in a paste: Textual would take it, and what comes before it, for keys that do something."""


class BurstParser(_xterm_parser.XTermParser):
    """Parses what the terminal sends, a read at a time; a burst with a line end becomes a paste."""

    def __init__(self, debug: bool = False, *, now: Callable[[], float] = monotonic) -> None:  # noqa: FBT001, FBT002  # as Textual calls it
        super().__init__(debug)
        self._now = now
        self._goes_on_until = 0.0
        self._line_ends = ""
        self._is_paste, self._held, self._behind = False, "", ""

    def feed(self, data: str) -> Iterable[Message]:
        """Yield the events of one read."""
        cleaned = self._without_controls(data)
        if data and not cleaned:  # to feed nothing would be to say that nothing comes any more
            return
        data = cleaned
        goes_on = self._now() < self._goes_on_until
        before, self._line_ends = self._line_ends if goes_on else "", ""
        self._goes_on_until = 0.0
        for run in _runs(super().feed(data)):
            text = before + _text(run)
            if not (_is_burst(run) or (goes_on and _text(run))):
                yield from run
                continue
            before = ""
            if text.strip():
                yield events.Paste(text.rstrip("\n"))
            if len(data) >= LONG:  # line ends at its end are in the middle of what is longer
                self._goes_on_until = self._now() + NEXT
                self._line_ends = text[len(text.rstrip("\n")) :]

    def _without_controls(self, data: str) -> str:
        """Return a read in which a marked paste is text; what may be the beginning of its end is held back.

        The beginning of a paste is never held back, as a lone Escape is a key: it is looked for over two reads.
        """
        parts: list[str] = []
        data, self._held = self._held + data, ""
        while data:
            mark, behind = (_END, "") if self._is_paste else (_BEGIN, self._behind)
            text, found, data = (behind + data).partition(mark)
            if self._is_paste and not found:
                self._held = next((mark[:size] for size in range(len(mark), 0, -1) if text.endswith(mark[:size])), "")
                text = text.removesuffix(self._held)
            parts.append(_CONTROLS.sub("", text) + found if self._is_paste else (text + found)[len(behind) :])
            self._behind = "" if found else text[1 - len(_BEGIN) :]
            self._is_paste = self._is_paste != bool(found)
        return "".join(parts)


def use_burst_parser() -> None:
    """Have Textual parse like this from now on, in every kind of terminal."""
    _xterm_parser.XTermParser = BurstParser  # type: ignore[misc]  # its drivers look it up when they start


def _runs(parsed: Iterable[Message]) -> Iterator[Sequence[Message]]:
    """Yield the events in order, keys of text that follow each other in one run."""
    run: list[Message] = []
    for event in parsed:
        if run and not (_characters(event) and _characters(run[-1])):
            yield run
            run = []
        run.append(event)
    if run:
        yield run


def _is_burst(run: Sequence[Message]) -> bool:
    keys = [event.key for event in run if isinstance(event, events.Key)]
    return len(keys) >= FEWEST and any(key in _LINE_ENDS for key in keys)


def _text(run: Sequence[Message]) -> str:
    return "".join(_characters(event) for event in run)


def _characters(event: Message) -> str:
    """Return what a key adds to a text; empty if the event is something else."""
    if not isinstance(event, events.Key):
        return ""
    if event.key in _LINE_ENDS:
        return "\n"
    return event.character or "" if event.is_printable or event.key == "tab" else ""
