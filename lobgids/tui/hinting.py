"""What the bar at the bottom says: how this question is answered, reading on, and what one needs most."""

from collections.abc import Iterator

from lobgids.dialogue.protocol import Ask
from lobgids.i18n import Language
from lobgids.tui.deeds import offered
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.kinds import DRAWN

READ_ON = "read"
"""The name of the hint that scrolls on."""

MOST = 6
"""How many deeds stand in the bar beside the answer; all are behind Ctrl+P. Twenty keys in two rows nobody reads."""

Hint = tuple[str, str, str]
"""A deed's name (empty where a click does nothing), its key, and its short name."""


def hints(ask: Ask, language: Language, glyphs: Glyphs, *, more_below: bool, is_over: bool = False) -> Iterator[Hint]:
    """The hints, the most needed first; `is_over` where the question is what to do at the end."""
    _ = language.gettext
    if more_below:
        yield READ_ON, f"{glyphs.more_below} PgDn", _("Verder lezen")
    yield from _answering(ask, language)
    for deed in offered(None if is_over else ask)[:MOST]:
        yield deed.name, deed.shown, _(deed.short)


def _answering(ask: Ask, language: Language) -> Iterator[Hint]:
    _ = language.gettext
    if DRAWN[ask.kind].can_point:
        yield "", f"a-{chr(ord('a') + len(ask.options) - 1)} Enter", _("Kiezen")
    else:
        yield "", "Enter", _("Sturen")
