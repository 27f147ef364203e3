"""A report as a file: five formats of one report."""

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
    """The report in a format; only Word takes a template. Raises `TemplateError`.

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
    """Where a report goes when nothing is said: beside its document, under the document's name."""
    return report_of(document, editions_of(track).edition(readers).name, form)


def held_on(header: Header, events: Sequence[Event]) -> date:
    """The day of a conversation's last event, by the clock of the document (UTC), so that it is the same everywhere."""
    for time in (*(event.time for event in reversed(events)), header.created):
        with suppress(ValueError):
            return datetime.fromisoformat(time).date()
    return date.min  # a hand wrote no time anywhere


def _as_json(report: Report) -> bytes:
    told = {"type": "report", **msgspec.to_builtins(report)}
    return without_breaks(json.dumps(told, ensure_ascii=False, indent=1).encode()) + b"\n"
