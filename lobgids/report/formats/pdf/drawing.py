"""A plot as a picture, SVG or PNG."""

from typing import Any

import msgspec

from lobgids.report.blocks import Grid
from lobgids.report.formats.pdf.typesetting import compiled, pdf

DOTS_PER_INCH = 200


def svg(grid: Grid, width: float = 170.0) -> str:
    """Return the grid as a complete <svg> element, `width` millimetres wide; its text is drawn as shapes."""
    return _drawn(grid, width, format="svg").decode()


def png(grid: Grid, width: float = 170.0) -> bytes:
    """Return the grid as a PNG picture, `width` millimetres wide, fine enough to print."""
    return _drawn(grid, width, format="png", ppi=DOTS_PER_INCH)


def _drawn(grid: Grid, width: float, **options: Any) -> bytes:
    """Return a grid on a page cut to it.

    Only a PDF fails on what no font can show, so one is made first; the picture then shows the same data.
    """
    source = '#import "/grid.typ": drawn\n#drawn(json(bytes(sys.inputs.data)))'
    _pdf, data = pdf(source, {"grid": msgspec.to_builtins(grid), "width": width})
    return compiled(source, data, **options)
