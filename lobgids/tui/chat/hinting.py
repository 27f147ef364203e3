"""The hints in the bar at the bottom: how to read on, how to answer this question, and the commands needed most."""

from collections.abc import Iterator, Sequence

from lobgids.dialogue.protocol import Ask
from lobgids.i18n import Language
from lobgids.tui.app_commands import AppCommand
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.kinds import DRAWN
from lobgids.tui.widgets.marked_text import LETTERS

READ_ON = "read"
"""The name of the hint that scrolls on."""

MOST = 6
"""How many commands stand in the bar; Ctrl+P lists all. Nobody reads twenty keys in two rows."""

Hint = tuple[str, str, str]
"""The name of a command (empty if a click does nothing), its key, and its short name."""


def hints(
    ask: Ask, commands: Sequence[AppCommand], language: Language, glyphs: Glyphs, *, more_below: bool
) -> Iterator[Hint]:
    """Yield the hints, the most needed first; `commands` are all that can be done here beside answering."""
    _ = language.gettext
    if more_below:
        yield READ_ON, f"{glyphs.more_below} PgDn", _("Verder lezen")
    yield from _answering(ask, language)
    for command in commands[:MOST]:
        yield command.name, command.shown, _(command.short)


def _answering(ask: Ask, language: Language) -> Iterator[Hint]:
    _ = language.gettext
    if DRAWN[ask.kind].can_point:
        yield "", f"{LETTERS[0]}-{LETTERS[len(ask.options) - 1]} Enter", _("Kiezen")
    else:
        yield "", "Enter", _("Sturen")
