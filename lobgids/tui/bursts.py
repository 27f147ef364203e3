"""Keys that a terminal gives all at once were typed by no hand: they are text, as what is pasted.

A terminal that does not mark what is pasted, a text expander and dictation send keys. All of one read are looked at
together, before any of them does something. Textual has no public door for this; it is pinned to one version, and a
test in a pseudo-terminal holds what happens here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from time import monotonic

from textual import _xterm_parser, events
from textual.message import Message

FEWEST = 3
"""So many keys at once are a burst; a letter and Enter are typed quickly by hand, too."""

LONG, NEXT = 512, 0.1
"""A read of so many characters may be a part of something longer, the next of which comes within so many seconds."""

_LINE_ENDS = ("enter", "ctrl+j")


class Reads(_xterm_parser.XTermParser):
    """What the terminal sends, a read at a time; a burst with a line end becomes a paste."""

    def __init__(self, debug: bool = False, *, now: Callable[[], float] = monotonic) -> None:  # noqa: FBT001, FBT002  # as Textual calls it
        super().__init__(debug)
        self._now = now
        self._goes_on_until = 0.0
        self._line_ends = ""

    def feed(self, data: str) -> Iterable[Message]:
        """The events of one read."""
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


def read_whole() -> None:
    """Have Textual read so from now on, in every kind of terminal."""
    _xterm_parser.XTermParser = Reads  # type: ignore[misc]  # its drivers look it up when they begin


def _runs(told: Iterable[Message]) -> Iterator[Sequence[Message]]:
    """The events in order; keys of text that follow each other together."""
    run: list[Message] = []
    for event in told:
        if run and not (_sign(event) and _sign(run[-1])):
            yield run
            run = []
        run.append(event)
    if run:
        yield run


def _is_burst(run: Sequence[Message]) -> bool:
    keys = [event.key for event in run if isinstance(event, events.Key)]
    return len(keys) >= FEWEST and any(key in _LINE_ENDS for key in keys)


def _text(run: Sequence[Message]) -> str:
    return "".join(_sign(event) for event in run)


def _sign(event: Message) -> str:
    """What a key adds to a text; nothing where it is another event."""
    if not isinstance(event, events.Key):
        return ""
    if event.key in _LINE_ENDS:
        return "\n"
    return event.character or "" if event.is_printable or event.key == "tab" else ""
