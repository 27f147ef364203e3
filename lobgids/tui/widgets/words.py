"""The line in which everything is typed; it grows with what is typed."""

from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import TextArea

from lobgids.dialogue.kinds.kind import LONGEST_TEXT
from lobgids.text import printable


class Words(TextArea):
    """Enter sends, Shift+Enter or Ctrl+J begins a new line; nothing is sent before Enter."""

    class Sent(Message):
        """The words were sent; there may be none."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class TooLong(Message):
        """What was pasted is longer than an answer can be, and was not taken."""

    class Left(Message):
        """Arrow up in an empty line, or Escape."""

    def __init__(self) -> None:
        super().__init__(compact=True, highlight_cursor_line=False)
        self.cursor_blink = False  # nothing happens while nobody types
        self.not_words: frozenset[str] = frozenset()
        """Keys that in an empty line are no words but are for the widget around it."""

    def begin(self, text: str) -> None:
        """Put text in front of what was typed, and the cursor behind it all."""
        self.text = text + self.text
        self.move_cursor(self.document.end)
        self.focus()

    async def on_key(self, event: Key) -> None:
        """Send, begin a new line, or leave the key to the widget around the line."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.send()
        elif event.key in ("shift+enter", "ctrl+j"):
            event.stop()
            event.prevent_default()
            self.insert("\n")
        elif event.key == "backspace":  # at once: as a binding it would come behind the keys that follow it
            event.stop()
            event.prevent_default()
            self.action_delete_left()
        elif not self.text and event.key in self.not_words:
            event.prevent_default()
        elif event.key == "escape" or (event.key == "up" and not self.text):
            event.stop()
            event.prevent_default()
            self.post_message(self.Left())

    def take_key(self, event: Key) -> None:
        """Take a key that was pressed where the keyboard was before."""
        if event.key == "enter":
            self.send()
        elif event.key == "backspace":
            self.action_delete_left()
        elif event.is_printable and event.character:
            self.insert(event.character)

    def send(self) -> None:
        """Send what was typed. It leaves the line, so that it is sent once; `begin` puts back what was not taken."""
        text = self.text
        if text:
            self.text = ""
        self.post_message(self.Sent(text))

    async def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        self.take(event.text)

    def take(self, pasted: str) -> None:
        """Insert pasted text: without control characters, without line ends around it, and no whole book."""
        text = printable(pasted).rstrip("\n")
        if not self.text:
            text = text.lstrip("\n")
        if len(text) > LONGEST_TEXT:
            self.post_message(self.TooLong())
        else:
            self.insert(text)
            self.focus()
