"""The usual folder of this user as a shelf: the same files as the app in the terminal has."""

from collections.abc import Sequence
from pathlib import Path

from lobgids.i18n import Language
from lobgids.log.events import Contents, Header
from lobgids.regular import read_bytes
from lobgids.session import erasing
from lobgids.session.review import Summary, summary
from lobgids.session.session import ContentByLanguage
from lobgids.storage import places
from lobgids.storage.document import Document
from lobgids.storage.erasing import erase
from lobgids.storage.errors import DocumentError, translating_errors
from lobgids.storage.folders import default_folder, documents
from lobgids.storage.names import SUFFIX
from lobgids.storage.port import HERE
from lobgids.storage.reading import contents_in, read
from lobgids.storage.writing import write_beside
from lobgids.text import clean


class FolderShelf:
    """The documents in the folder where new ones go."""

    is_lasting = True
    phrases = HERE

    def names(self) -> Sequence[str]:
        return [path.name for path in documents(default_folder())]

    def summary(self, name: str, content_in: ContentByLanguage) -> Summary:
        return summary(_path(name), content_in)

    def read(self, name: str) -> Contents:
        return read(_path(name))

    def open(self, name: str) -> Document:
        return Document.open(_path(name))

    def create(self, header: Header) -> tuple[str, Document]:
        document = places.create(header)
        return document.path.name, document

    def content(self, name: str) -> bytes:
        path = _path(name)
        with translating_errors(path, "unreadable"):
            return read_bytes(path)

    def add(self, name: str, content: bytes) -> str:
        path = Path(_file_name(name))
        contents_in(path, content)
        for known in self.names():
            if self.content(known) == content:
                return known
        return write_beside(default_folder() / path, content).name

    def erase(self, name: str, language: Language) -> str:
        return erasing.erased_in_words(erase(_path(name)), language)

    def kept_in_words(self, language: Language) -> str:
        sentence = language.gettext(
            "Je gesprekken staan als bestanden op deze computer, in {folder}. Deze bladzijden komen van je eigen "
            "computer. lobgids verstuurt niets."
        )
        return sentence.format(folder=clean(str(default_folder())))


def _path(name: str) -> Path:
    """Return the file of a document in the folder, and of nothing outside it. Raises `DocumentError`."""
    if Path(name).name != name or "\\" in name or not name.endswith(SUFFIX) or "\0" in name:
        raise DocumentError("missing", Path(clean(name)))
    return default_folder() / name


def _file_name(name: str) -> str:
    """Return the last part of a name as a browser tells it, with our ending."""
    last = clean(name.replace("\\", "/").rpartition("/")[2]).strip(". ")
    return last if last.endswith(SUFFIX) else f"{last or 'lobgids'}{SUFFIX}"
