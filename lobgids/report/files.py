"""A report as a file: five formats of one report."""

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Literal, get_args

import msgspec

from lobgids.dialogue.events import Event, Header
from lobgids.report.blocks import Report
from lobgids.report.compose import Readers
from lobgids.storage.lines import without_breaks
from lobgids.storage.names import report_of

Format = Literal["pdf", "docx", "html", "md", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)


def as_file(report: Report, form: Format, template: bytes | None = None) -> bytes:
    """The report in a format; only Word takes a template. Raises `TemplateError`.

    The libraries of a format are imported when it is asked for.
    """
    match form:
        case "pdf":
            from lobgids.report.paper import as_pdf

            return as_pdf(report)
        case "docx":
            from lobgids.report.word import as_word

            return as_word(report, template)
        case "html":
            from lobgids.report.page import as_html

            return as_html(report)
        case "md":
            from lobgids.report.markdown import as_markdown

            return as_markdown(report)
        case "json":
            return _as_json(report)


def default_path(document: Path, track: str, readers: Readers, form: Format) -> Path:
    """Where a report goes when nothing is said: beside its document, under the document's name."""
    return report_of(document, "sheet" if track == "mentor" else readers, form)


def held_on(header: Header, events: Sequence[Event]) -> date:
    """The day of a conversation's last event, by the clock of the document (UTC), so that it is the same everywhere."""
    for time in (*(event.time for event in reversed(events)), header.created):
        with suppress(ValueError):
            return datetime.fromisoformat(time).date()
    return date.min  # a hand wrote no time anywhere


def _as_json(report: Report) -> bytes:
    told = {"type": "report", **msgspec.to_builtins(report)}
    return without_breaks(json.dumps(told, ensure_ascii=False, indent=1).encode()) + b"\n"
