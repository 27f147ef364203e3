"""Languages: Dutch is the source, catalogues have the others; messages are translated when they are shown."""

import gettext as catalogues
import locale
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from datetime import date
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from lobgids.regular import read_bytes

if TYPE_CHECKING:
    from babel import Locale

DOMAIN, CONTENT = "lobgids", "content"
"""The names of the compiled catalogues: of the messages of the program, and of the content, read only to pack it."""
SOURCE_LANGUAGE = "nl"

# The locale whose dates, lists and numbers a language follows that is spoken in several countries: British English.
_FORMATS = {"en": "en_GB"}
_CODE = re.compile(r"[a-z]{2,8}")


def N_(message: str) -> str:  # by this name the extractor knows it
    """Mark a message for the catalogue without translating it yet."""
    return message


class BrokenCatalogueError(LookupError):
    """A compiled catalogue cannot be used, so that its language cannot be spoken."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class Language:
    """One language with its catalogues; what a catalogue lacks is shown in Dutch.

    `folders` are searched in order, so that the catalogue of an adapted knowledge base goes before our own. `files` has
    the compiled catalogues that may hold texts of content; Dutch needs none. Those texts are read once, then packed: to
    read them at each start would cost 4 MiB and 6 ms.
    """

    def __init__(self, code: str, folders: Sequence[Path]) -> None:
        self.code = code
        parents = [folder / code / "LC_MESSAGES" for folder in folders]
        paths = [parent / f"{name}.mo" for parent in parents for name in (DOMAIN, CONTENT)]
        self.files = () if code == SOURCE_LANGUAGE else tuple(path for path in paths if os.path.lexists(path))
        self._paths = [parent / f"{DOMAIN}.mo" for parent in parents]
        self._catalogue = _first_of(self._paths)

    def check(self) -> None:
        """Raise `BrokenCatalogueError` if a catalogue of the program's messages cannot be used."""
        _check(self._paths)

    @cached_property
    def _content(self) -> catalogues.NullTranslations:
        _check(self.files)
        return _first_of(self.files)

    def gettext(self, message: str) -> str:
        """The message in this language."""
        return self._catalogue.gettext(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The message in the plural form that the count needs."""
        return self._catalogue.ngettext(singular, plural, count)

    def pgettext(self, context: str, message: str) -> str:
        """The text of the content with this context, `entry id:key`. Raises `BrokenCatalogueError`."""
        return self._content.pgettext(context, message)

    def translates(self, context: str, message: str) -> bool:
        """Whether the text needs no translation or has one."""
        # In a catalogue the context is joined to the message; a key that comes back unchanged is not in it.
        key = f"{context}\x04{message}"
        return self.code == SOURCE_LANGUAGE or self._content.gettext(key) != key

    @cached_property
    def _format(self) -> "Locale":
        return _formats(self.code)

    @property
    def name(self) -> str:
        """Its own name for itself: each catalogue translates the name of Dutch into that of its language."""
        return self.gettext(N_("Nederlands"))

    def day(self, day: date) -> str:
        """A date in words with its weekday: maandag 1 maart 2027."""
        from babel.dates import format_date

        return format_date(day, "full", locale=self._format)

    def month_day(self, day: date) -> str:
        """A date in words without its year: 1 maart."""
        from babel.dates import format_skeleton

        return format_skeleton("MMMMd", day, locale=self._format)

    def month(self, day: date) -> str:
        """A month in words: maart 2027."""
        from babel.dates import format_skeleton

        return format_skeleton("yMMMM", day, locale=self._format)

    def date(self, day: date) -> str:
        """A date in words: 1 maart 2027."""
        from babel.dates import format_date

        return format_date(day, "long", locale=self._format)

    def number(self, value: float) -> str:
        """A number with this language's separators."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self._format)

    def listing(self, words: Iterable[str]) -> str:
        """Words as a list with this language's commas and 'and'."""
        from babel.lists import format_list

        return format_list(list(words), locale=self._format)

    def choice(self, words: Iterable[str]) -> str:
        """Words as a list with this language's commas and 'or'."""
        from babel.lists import format_list

        return format_list(list(words), style="or", locale=self._format)


def _formats(code: str) -> "Locale":
    """How a language writes days and numbers; as Dutch does, if nobody knows the language."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(_FORMATS.get(code, code))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(SOURCE_LANGUAGE)


def month_names(code: str) -> Iterator[tuple[str, int]]:
    """The names of the months in a language, in full and in short, each with its number, 1 to 12."""
    names = _formats(code).months["format"]
    yield from ((name, number) for width in ("wide", "abbreviated") for number, name in names[width].items())


def weekday_names(code: str) -> Iterator[tuple[str, int]]:
    """The names of the weekdays in a language, in full and in short, each with its number; Monday is 0."""
    names = _formats(code).days["format"]
    yield from ((name, number) for width in ("wide", "abbreviated") for number, name in names[width].items())


def catalogue_folder() -> Path:
    """The folder with our catalogues: inside an installed package, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "locales"
    return inside if inside.is_dir() else package.parent / "locales"


def available_languages(folder: Path) -> tuple[str, ...]:
    """The codes of Dutch and of each language with a compiled catalogue in the folder, sorted."""
    compiled = {path.parts[-3] for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    return tuple(sorted({SOURCE_LANGUAGE, *filter(_CODE.fullmatch, compiled)}))


def machine_language(available: Sequence[str]) -> str:
    """The language that the machine is set to; empty if we do not speak it, or none is set."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if code := os.environ.get(name, "")[:2]:
            return code if code in available else ""
    # Windows sets none of these; there the locale's name begins with the language, in English ('English_...').
    name = (locale.getlocale()[0] or "").lower()
    code = "nl" if name.startswith("dutch") else name[:2]
    return code if code in available else ""


def language_after(code: str, languages: Sequence[str]) -> str:
    """The language that comes after this one; after the last, and after an unknown one, comes the first."""
    index = languages.index(code) if code in languages else -1
    return languages[(index + 1) % len(languages)]


def speak_to_libraries(language: Language, folder: Path) -> None:
    """Let libraries that call the standard `gettext`, such as click, find our catalogue in this language."""
    os.environ["LANGUAGE"] = language.code
    catalogues.bindtextdomain(DOMAIN, folder)
    catalogues.textdomain(DOMAIN)


def _check(paths: Iterable[Path]) -> None:
    for path in paths:
        if os.path.lexists(path) and _compiled(path) is None:
            raise BrokenCatalogueError(path)


def _first_of(paths: Sequence[Path]) -> catalogues.NullTranslations:
    """The first catalogue, which falls back on the next ones for what it lacks."""
    first = catalogues.NullTranslations()
    for compiled in filter(None, map(_compiled, reversed(paths))):
        fallback, first = first, copy(compiled)
        first.add_fallback(fallback)
    return first


@cache
def _compiled(path: Path) -> catalogues.GNUTranslations | None:
    """A compiled catalogue; None if there is none that can be used."""
    try:
        return catalogues.GNUTranslations(BytesIO(read_bytes(path)))
    except Exception:  # a spoiled file may break the library anywhere
        return None
