"""Keys that begin own words, pressed where the line for them did not have the keyboard yet."""

from textual.events import Key
from textual.widget import Widget

from lobgids.tui.widgets.words import Words


class ToLine:
    """Passes keys on from a widget to the line, in order; the keyboard follows when all that were pressed are there.

    Keys may come faster than the keyboard can move: from dictation, a text expander, or over a slow line.
    """

    def __init__(self, widget: Widget, line: Words) -> None:
        self._widget = widget
        self._line = line
        self._is_on = False

    @property
    def is_on(self) -> bool:
        """Whether keys are passed on: own words were begun, or the keyboard has just gone elsewhere."""
        return self._is_on or self._widget.screen.focused is not self._widget

    def pass_on(self, event: Key) -> None:
        """Give a key to the line, and from now on all behind it."""
        event.stop()
        event.prevent_default()
        self._line.take_key(event)
        self._is_on = self._widget.message_queue_size > 0
        if not self._is_on:
            self._widget.screen.set_focus(self._line)
