"""A conversation in a file of this computer: begun or resumed there, and moved to another file if that one is gone."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Self

from lobgids.dialogue.brief import BRIEF, LARGEST, BriefFile
from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.kinds.kind import LONGEST_TEXT
from lobgids.dialogue.pending import PendingEvent
from lobgids.dialogue.protocol import Answer, Input, Problem, Say, Words
from lobgids.dialogue.taking_in import of_group
from lobgids.regular import read_bytes
from lobgids.session.error_messages import document_refused
from lobgids.session.review import reviewed
from lobgids.session.session import ContentByLanguage, Session, StartOptions, new_header
from lobgids.storage import places
from lobgids.storage.document import Document
from lobgids.storage.errors import DocumentError
from lobgids.storage.folders import received
from lobgids.storage.names import at_home
from lobgids.storage.reading import read
from lobgids.text import clean

MOST_OFFERED = 3
"""How many files are named that could be meant."""

MOST_LOOKED_AT = 100
"""How many files of a folder are looked into for that."""

_QUOTES = "'\"‘’“” "


class FileSession(Session):
    """A conversation with its document open for writing, until it is closed."""

    store: Document

    @classmethod
    def begin(cls, path: Path | None, content_in: ContentByLanguage, options: StartOptions) -> Self:
        """Begin a conversation, in the default folder if no path is given. Raises `DocumentError`."""
        header = new_header(content_in, options)
        return cls._over(Document.create(path, header) if path else places.create(header), content_in, options)

    @classmethod
    def resume(cls, path: Path, content_in: ContentByLanguage, options: StartOptions) -> Self:
        """Resume a conversation. Raises `DocumentError`, or `ContradictionError` if the options contradict it."""
        return cls._over(Document.open(path), content_in, options)

    @classmethod
    def _over(cls, document: Document, content_in: ContentByLanguage, options: StartOptions) -> Self:
        try:
            return cls(document, content_in, options)
        except BaseException:
            document.close()
            raise

    @property
    def path(self) -> Path:
        """The file of the document."""
        return self.store.path

    def take(self, given: Input) -> Turn:
        """Take an answer or a move; if the brief is asked for, the file with the typed name is read."""
        ask = self.conversation.ask
        name = _typed(given) if ask and ask.id == BRIEF and self.conversation.fits(given) else ""
        file = brief_file(name) if name else BriefFile(None)
        if file.content is not None:
            return self.conversation.load_brief(file, name)
        turn = super().take(given)
        is_asked_again = bool(name) and turn.ask is not None and turn.ask.id == BRIEF and not turn.paused
        return turn._replace(says=(*turn.says, *self._lying_about())) if is_asked_again else turn

    def _lying_about(self) -> Iterator[Say]:
        """Yield where a brief lies that could be meant, if there is one."""
        if paths := briefs():
            sentence = self.conversation.view.language.gettext("Misschien bedoel je een van deze:\n{paths}")
            listed = "\n".join(f"- {clean(str(path))}" for path in paths)
            yield Say(id="brief.found", text=sentence.format(paths=listed))

    def elsewhere(self, typed: str = "") -> Path:
        """Return the file of a typed name, in the folder of documents if it names none; without a name, a free one."""
        return places.elsewhere(self.path, typed)

    def move(self, path: Path) -> Turn:
        """Go on in a new document, with all that was said and what could not be kept; or say why that is impossible."""
        language = self.conversation.view.language
        try:
            moved = self.store.moved(path, self.all_events)
        except (DocumentError, ValueError) as error:  # a `ValueError`: no possible name of a file
            refusal = error if isinstance(error, DocumentError) else DocumentError("unwritable", path)
            problem = Problem(id=f"document.{refusal.reason}", text=document_refused(refusal, language))
            return Turn((problem,), self.conversation.ask)
        turn = self.go_on_in(moved)
        saved = language.gettext("Je gesprek staat nu in {path}.").format(path=clean(str(path)))
        return turn._replace(says=(Say(id="document.moved", text=saved), *turn.says))


def taken_from(path: Path, content_in: ContentByLanguage) -> list[PendingEvent]:
    """Return what a decaan takes from the document of a group; empty if it has nothing. Raises `DocumentError`."""
    view = reviewed(read(path), content_in).view
    return of_group(view) if view.track.answering.is_vote else []


def brief_file(name: str) -> BriefFile:
    """Return what is in a file with a brief, named as somebody typed it; empty if it cannot be read.

    It may be between quotes, and is looked for where files are put that one was sent, too.
    """
    typed = at_home(name.strip(_QUOTES))
    for path in (typed, *(folder / typed for folder in received())):
        with suppress(OSError, ValueError):  # a `ValueError`: no possible name of a file
            return BriefFile(read_bytes(path, LARGEST + 1))
    return BriefFile(None)


def briefs() -> list[Path]:
    """Return the files here, and where one puts what one was sent, that look like a brief."""
    found = (path for folder in (Path(), *received()) for path in _named_as_json(folder))
    return list(islice((path for path in found if _is_brief(path)), MOST_OFFERED))


def _named_as_json(folder: Path) -> list[Path]:
    try:
        return sorted(folder.glob("*.json"))[:MOST_LOOKED_AT]
    except OSError:
        return []


def _is_brief(path: Path) -> bool:
    try:
        return b'"lobgids_brief"' in read_bytes(path, LARGEST)
    except OSError:
        return False


def _typed(given: Input) -> str:
    """Return the text that was typed; empty if an input holds none, or more than the engine takes."""
    match given:
        case Words(text=text) | Answer(answer=str(text)):
            typed = clean(text)
            return typed if len(typed) <= LONGEST_TEXT else ""
    return ""
