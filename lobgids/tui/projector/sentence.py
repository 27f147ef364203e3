"""The line for a sentence on the projector, in which a presenter's remote may be pressed."""

from textual.events import Key
from textual.message import Message

from lobgids.tui.widgets.words import Words


class Sentence(Words):
    """A period at the beginning is no part of a sentence but the remote, which blanks the screen."""

    class Blanked(Message):
        """The remote asked for a black screen."""

    async def on_key(self, event: Key) -> None:
        if event.key == "full_stop" and not self.text:
            event.stop()
            event.prevent_default()
            self.post_message(self.Blanked())
