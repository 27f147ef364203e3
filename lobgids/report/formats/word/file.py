"""A report as a Word file: in our styles, or in those of a school's template."""

from datetime import UTC, date, datetime, time

from docx.document import Document

from lobgids.report.blocks import FixedWords, Report
from lobgids.report.formats.word.elements import clean
from lobgids.report.formats.word.package import TemplateError, opened, packed
from lobgids.report.formats.word.reference import make_dense, make_small, make_wide, number_pages, reference
from lobgids.report.formats.word.setter import Setter
from lobgids.report.formats.word.styles import Styles, speak

__all__ = ["TemplateError", "as_word"]

_OLDEST, _NEWEST = date(1980, 1, 1), date(2107, 12, 31)
"""A package can hold no file of an earlier or a later day; a report without a date gets the first."""

_LONGEST = 255
"""How many characters a property of a file may have."""


def as_word(report: Report, template: bytes | None = None) -> bytes:
    """Return the report as a Word file; the same report gives the same bytes.

    A template (a document or template of Word, with or without macros) gives its styles, page, headers and footers; its
    text and its macros are left out. Raises `TemplateError` if it cannot be used.
    """
    document, setter = _ours(report) if template is None else _theirs(template, report.words)
    setter.set(report)
    speak(document, report.language)
    day = min(max(date.fromisoformat(report.date), _OLDEST), _NEWEST) if report.date else _OLDEST
    _describe(document, report, day)
    return packed(document, day)


def _ours(report: Report) -> tuple[Document, Setter]:
    """Return a document in our styles, with its pages numbered, and what sets a report in it."""
    document = reference()
    number_pages(document, report.words.page)
    if report.is_small:
        make_small(document)
    if report.is_wide:
        make_wide(document)
    if report.is_dense:
        make_dense(document)
    return document, Setter(document, Styles(document), report.words)


def _theirs(template: bytes, words: FixedWords) -> tuple[Document, Setter]:
    """Return a document in a template's styles, and what sets a report in it. Raises `TemplateError`."""
    try:
        document = opened(template)
        return document, Setter(document, Styles(document), words)
    except TemplateError:
        raise
    except Exception as error:  # a damaged file may break the library anywhere
        raise TemplateError("damaged") from error


def _describe(document: Document, report: Report, day: date) -> None:
    """Set the properties of the file, in place of any that a template has."""
    properties = document.core_properties
    properties._element.clear()
    properties.title = clean(" ".join(report.name.split()))[:_LONGEST]
    properties.author = properties.last_modified_by = "lobgids"
    properties.language = report.language
    properties.revision = 1
    if report.date:
        properties.created = properties.modified = datetime.combine(day, time(12), UTC)
