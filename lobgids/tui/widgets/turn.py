"""One turn in the stream: what the guide or the person said."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.selection import Selection
from textual.style import Style
from textual.widgets import Static

from lobgids.kb.terms import Found
from lobgids.session.transcript import TranscriptEntry
from lobgids.tui.widgets.marked_text import Line, MarkedText, plain_lines


class Turn(Static):
    """A turn; a click opens what can be done with it, a click on a marked word what the word means.

    `number` is that of the batch that it belongs to, `speaker` stands in front of it, `terms` are marked in it.
    """

    class Opened(Message):
        """The turn was clicked, or chosen with the keyboard."""

        def __init__(self, turn: "Turn") -> None:
            super().__init__()
            self.turn = turn

    class Explained(Message):
        """A marked word was clicked; `term` is the id of its entry."""

        def __init__(self, term: str) -> None:
            super().__init__()
            self.term = term

    def __init__(
        self, entry: TranscriptEntry, *, number: int = 0, speaker: str = "", terms: Sequence[Found] = ()
    ) -> None:
        first = Content.styled(f"{speaker} ", "bold") if speaker else None
        lines = plain_lines(entry.text, first=first)
        super().__init__(MarkedText(_marked(lines, entry.text, terms)), classes=f"-{entry.who}", markup=False)
        self.entry = entry
        self.number = number

    def get_selection(self, selection: Selection) -> tuple[str, str]:  # noqa: ARG002  # the mouse selects it whole
        """Select the turn as a whole."""
        return self.entry.text, "\n\n"

    def on_click(self, event: Click) -> None:
        """Explain a word or open the turn, but not at the end of a selection."""
        if term := event.style.meta.get("term"):
            self.post_message(self.Explained(term))
        elif not self.screen.selections:
            self.post_message(self.Opened(self))


class Heading(Static):
    """A line across the stream, where a pillar begins."""

    def __init__(self, text: str, rule: str) -> None:
        super().__init__(Content(f"{rule}{rule} {text} {rule}{rule}"), markup=False)


def _marked(lines: list[Line], text: str, terms: Sequence[Found]) -> list[Line]:
    """Return the lines with the words marked that can be explained."""
    marked, start = [], 0
    for line, whole in zip(lines, text.split("\n"), strict=True):
        begins = start + len(whole) - len(line.text.plain)
        content = line.text
        for found in terms:
            first = found.start - begins
            if 0 <= first < len(line.text.plain):
                end = first + found.end - found.start
                meta = Style.from_meta({"term": found.term.id})
                content = content.stylize("underline $link-text", first, end).stylize(meta, first, end)
        marked.append(Line(line.mark, content))
        start += len(whole) + 1
    return marked
