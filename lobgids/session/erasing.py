"""Erasing what was taken back, and what any erasing is going to do or did, in words."""

from pathlib import Path

from lobgids.i18n import Language
from lobgids.log.state import left_standing
from lobgids.storage.erasing import Erased, erase_events
from lobgids.text import clean


def erase_taken_back(path: Path) -> Erased:
    """Erase from a document all that does not stand any more. Raises `DocumentError`."""
    return erase_events(path, left_standing)


def erased_in_words(erased: Erased, language: Language, *, taken_back: bool = False) -> str:
    """Return in words what was erased, and where something of it still is."""
    _ = language.gettext
    sentences = [_("Wat je teruggenomen had, is gewist.") if taken_back else _("Het gesprek is gewist.")]
    if erased.stays:
        stays = (
            _("Dit heb je er eerder van gemaakt, en daar kan het nog in staan: {names}.")
            if taken_back
            else _("Dit staat er nog, en wis je zo nodig zelf: {names}.")
        )
        sentences.append(stays.format(names=", ".join(f"‘{clean(path.name)}’" for path in erased.stays)))
    if erased.has_other_name:
        sentences.append(_("Let op: het bestand heeft op deze schijf nog een andere naam. Daar staat alles nog."))
    return " ".join(sentences)


def question(path: Path, shown: str, language: Language, *, taken_back: bool = False) -> str:
    """Return what is going to be erased, to ask whether it may be; `shown` is the document's name in that question."""
    _ = language.gettext
    if taken_back:
        question_text = _(
            "Ik wis wat je in {path} teruggenomen hebt. Je antwoorden die er staan, blijven. Dit kan niet terug."
        )
    else:
        question_text = _("Ik wis het gesprek {path}, met alles wat je erin verteld hebt. Dit kan niet terug.")
    question_text = question_text.format(path=clean(shown))
    if not path.is_symlink():
        return question_text
    points = _("{path} verwijst naar {real}. Dat wis ik dan ook.")
    return f"{question_text} {points.format(path=clean(shown), real=clean(str(path.resolve())))}"
