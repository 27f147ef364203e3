"""Why a document cannot be opened, made or written, in words."""

from lobgids.dialogue.interpret import clean
from lobgids.document import DocumentError
from lobgids.i18n import Language


def told(error: DocumentError, language: Language) -> str:
    """Why a document cannot be opened, made or written, in one sentence."""
    _ = language.gettext
    sentences = {
        "foreign": _("Het bestand {path} is geen gesprek van lobgids. Er is niets aan veranderd."),
        "newer": _("Het gesprek {path} is van een nieuwere lobgids dan deze. Er is niets aan veranderd."),
        "unreadable": _("Het bestand {path} kan niet gelezen worden."),
        "unwritable": _("In het bestand {path} kan niet geschreven worden."),
        "locked": _("Het gesprek {path} is al ergens anders open. Sluit het daar eerst."),
        "exists": _("Het bestand {path} is er al. Kies een andere naam."),
        "missing": _("Het bestand {path} is er niet."),
        "changed": _("Het bestand {path} is intussen veranderd. Open het opnieuw."),
        "full": _("De schijf is vol, dus het bestand {path} kan niet bewaard worden."),
    }
    return sentences[error.reason].format(path=clean(str(error.path)))
