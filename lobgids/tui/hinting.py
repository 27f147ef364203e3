"""What the bar at the bottom says: how this question is answered, reading on, and what one needs most."""

from collections.abc import Iterator, Sequence

from lobgids.dialogue.protocol import Ask
from lobgids.i18n import Language
from lobgids.tui.deeds import Deed
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.kinds import DRAWN

READ_ON = "read"
"""The name of the hint that scrolls on."""

MOST = 6
"""How many deeds stand in the bar beside the answer; all are behind Ctrl+P. Twenty keys in two rows nobody reads."""

Hint = tuple[str, str, str]
"""A deed's name (empty where a click does nothing), its key, and its short name."""


def hints(ask: Ask, deeds: Sequence[Deed], language: Language, glyphs: Glyphs, *, more_below: bool) -> Iterator[Hint]:
    """The hints, the most needed first; `deeds` are all that one can do here beside answering."""
    _ = language.gettext
    if more_below:
        yield READ_ON, f"{glyphs.more_below} PgDn", _("Verder lezen")
    yield from _answering(ask, language)
    for deed in deeds[:MOST]:
        yield deed.name, deed.shown, _(deed.short)


def _answering(ask: Ask, language: Language) -> Iterator[Hint]:
    _ = language.gettext
    if DRAWN[ask.kind].can_point:
        yield "", f"a-{chr(ord('a') + len(ask.options) - 1)} Enter", _("Kiezen")
    else:
        yield "", "Enter", _("Sturen")
