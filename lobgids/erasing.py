"""Erasing: a document with all that lobgids itself put beside it, or only what was taken back in it.

What was made of it for others, a report or a copy, stays, and is told by its name.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lobgids import names
from lobgids.dialogue.interpret import clean
from lobgids.dialogue.state import left_standing
from lobgids.document import DocumentError, locked, outline, rewrite
from lobgids.i18n import Language


class Erased(NamedTuple):
    """What holds something of a document still: files beside it, and whether another name of its own file does."""

    stays: tuple[Path, ...]
    has_other_name: bool


def erase(path: Path) -> Erased:
    """Remove a document for good, with the link where it was called by one; what fails half-way can be tried again.

    Raises `DocumentError`: `foreign` for a file that is no document, `locked` for one that is being written.
    """
    conversation, real = _checked(path), path.resolve()
    with locked(path):
        has_other_name = real.stat().st_nlink > 1
        for beside in [*_drafts(path, conversation), *_torn(path)]:
            beside.unlink(missing_ok=True)
        if _holds(names.standing_of(real), conversation):
            names.standing_of(real).unlink()
        stays = tuple(_made_of(path, conversation))
        real.unlink()  # last, as without it the rest would not be found again
        if path.is_symlink():
            path.unlink()
    return Erased(stays, has_other_name)


def erase_taken_back(path: Path) -> Erased:
    """Leave in a document only what stands, in one step. Raises `DocumentError`, also for one of a newer format."""
    conversation, real = outline(path).header.id, path.resolve()
    with locked(path):
        has_other_name, before = real.stat().st_nlink > 1, real.read_bytes()
        rewrite(real, left_standing)
        for draft in _drafts(path, conversation):
            draft.unlink(missing_ok=True)
        left = names.standing_of(real)
        if left.exists() and set(left.read_bytes().split(b"\n")) <= set(before.split(b"\n")):
            left.unlink()
        return Erased(tuple(_made_of(path, conversation)), has_other_name)


def told(erased: Erased, language: Language, *, taken_back: bool = False) -> str:
    """What became of it in words, with all that stays."""
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
    """What is going to happen, to ask whether it may; `shown` is how the document is called there."""
    _ = language.gettext
    if taken_back:
        asked = _("Ik wis wat je in {path} teruggenomen hebt. Je antwoorden die er staan, blijven. Dit kan niet terug.")
    else:
        asked = _("Ik wis het gesprek {path}, met alles wat je erin verteld hebt. Dit kan niet terug.")
    asked = asked.format(path=clean(shown))
    if not path.is_symlink():
        return asked
    points = _("{path} verwijst naar {real}. Dat wis ik dan ook.")
    return f"{asked} {points.format(path=clean(shown), real=clean(str(path.resolve())))}"


def _checked(path: Path) -> str:
    """Which conversation a document holds; one of a newer lobgids does not tell, and can be erased."""
    try:
        return outline(path).header.id
    except DocumentError as error:
        if error.reason != "newer":
            raise
        return ""


def _conversation(path: Path) -> str:
    """Which conversation is in a file; empty where there is none that can be read."""
    try:
        return outline(path).header.id if path.is_file() else ""  # a pipe would be read for ever
    except DocumentError:
        return ""


def _beside(path: Path) -> Iterator[tuple[Path, Path]]:
    """What a document is called, by its own name and where it was called by a link by that, with each file there."""
    for called in dict.fromkeys((path.absolute(), path.resolve())):
        yield from ((called, file) for file in list(called.parent.iterdir()))


def _torn(path: Path) -> Iterator[Path]:
    return (file for called, file in _beside(path) if names.is_torn(file.name, called))


def _drafts(path: Path, conversation: str) -> Iterator[Path]:
    """What was left of a writing that was killed: of the document, of what is made of it, and of a copy of it."""
    for called, file in _beside(path):
        written = names.written_as(file.name)
        is_ours = written in (called.name, names.standing_of(called).name) or names.is_torn(written, called)
        if is_ours or names.is_of(written, called) or (written and _holds(file, conversation)):
            yield file


def _made_of(path: Path, conversation: str) -> Iterator[Path]:
    """The files beside a document that were made of it, and others of the same conversation."""
    found = {file for called, file in _beside(path) if _is_made_of(file, called, conversation)}
    return (file for file in sorted(found) if file.resolve() != path.resolve())


def _is_made_of(file: Path, document: Path, conversation: str) -> bool:
    if names.is_of(file.name, document):
        # 'school 2.txt' may as well be the text of 'school 2.lobgids'.
        return file.stem == document.stem or not file.with_suffix(names.SUFFIX).exists()
    is_document = file.name.endswith((names.SUFFIX, names.standing_of(Path(names.SUFFIX)).name))
    return is_document and _holds(file, conversation)


def _holds(file: Path, conversation: str) -> bool:
    """Whether a file is of this conversation; empty where that is not known."""
    return bool(conversation) and _conversation(file) == conversation
