"""How sure the picture is, as a screen says it beside its bars."""

from lobgids.i18n import Language
from lobgids.school.evidence import Certainty


def certainty_in_words(certainty: Certainty, language: Language) -> str:
    """Return how sure the picture is, in words; one person's story is one witness."""
    _ = language.gettext
    words: dict[Certainty, str] = {
        "open": _("Nog niet te zeggen."),
        "seems": _("In jouw verhaal lijkt het hierop."),
        "likely": _("In jouw verhaal waarschijnlijk."),
        "clear": _("Duidelijk."),
    }
    return words[certainty]
