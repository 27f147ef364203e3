"""A report as a PDF to print or send, tagged so that it can be read aloud (PDF/UA-1)."""

from datetime import UTC, datetime

import msgspec

from lobgids.report.blocks import Report
from lobgids.report.formats.pdf.typesetting import pdf

_SOURCE = '#import "/paper.typ": paper\n#paper(json(bytes(sys.inputs.data)))'


def as_pdf(report: Report) -> bytes:
    """Return the report as a PDF; the same report gives the same bytes, also a report without a date."""
    seconds = datetime.fromisoformat(report.date).replace(tzinfo=UTC).timestamp() if report.date else 0
    content, _shown = pdf(_SOURCE, msgspec.to_builtins(report), timestamp=int(seconds))
    return content
