"""A report as a file: the bytes in each of five formats, the path, and the date."""

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import msgspec

from lobgids.log.events import Event, Header, TrackName
from lobgids.report.blocks import Report
from lobgids.report.editions import Readers, editions_of
from lobgids.storage.lines import without_breaks
from lobgids.storage.names import Format, report_of


def as_file(report: Report, form: Format, template: bytes | None = None) -> bytes:
    """Return the report in a format; only Word takes a template. Raises `TemplateError` if that cannot be used.

    The libraries of a format are imported when it is asked for.
    """
    match form:
        case "pdf":
            from lobgids.report.formats.pdf.paper import as_pdf

            return as_pdf(report)
        case "docx":
            from lobgids.report.formats.word.file import as_word

            return as_word(report, template)
        case "html":
            from lobgids.report.formats.html.page import as_html

            return as_html(report)
        case "md":
            from lobgids.report.formats.markdown import as_markdown

            return as_markdown(report)
        case "json":
            return _as_json(report)


def default_path(document: Path, track: TrackName, readers: Readers, form: Format) -> Path:
    """Return where a report goes if nobody says where: beside its document, under the document's name."""
    return report_of(document, editions_of(track).edition(readers).name, form)


def held_on(header: Header, events: Sequence[Event]) -> date:
    """Return the day of a conversation's last event, in UTC, so that it is the same on every machine."""
    for time in (*(event.time for event in reversed(events)), header.created):
        with suppress(ValueError):
            return datetime.fromisoformat(time).date()
    return date.min  # somebody edited the file, and no time in it is left


def _as_json(report: Report) -> bytes:
    fields = {"type": "report", **msgspec.to_builtins(report)}
    return without_breaks(json.dumps(fields, ensure_ascii=False, indent=1).encode()) + b"\n"
