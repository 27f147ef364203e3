"""A plot as a picture."""

from typing import Any

import msgspec

from lobgids.report.blocks import Grid
from lobgids.report.formats.pdf.typesetting import compiled, pdf

DOTS_PER_INCH = 200


def svg(grid: Grid, width: float = 170.0) -> str:
    """The grid as an <svg> element that stands by itself, so many millimetres wide; its text is drawn, not typed."""
    return _drawn(grid, width, format="svg").decode()


def png(grid: Grid, width: float = 170.0) -> bytes:
    """The grid as a PNG picture, so many millimetres wide, fine enough to print."""
    return _drawn(grid, width, format="png", ppi=DOTS_PER_INCH)


def _drawn(grid: Grid, width: float, **options: Any) -> bytes:
    """A grid on a page cut to it; only a PDF tells what could not be shown, so one is made first."""
    source = '#import "/grid.typ": drawn\n#drawn(json(bytes(sys.inputs.data)))'
    _pdf, data = pdf(source, {"grid": msgspec.to_builtins(grid), "width": width})
    return compiled(source, data, **options)
