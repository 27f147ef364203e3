"""A plot as a picture."""

import msgspec

from lobgids.report.blocks import Grid
from lobgids.report.formats.pdf.typesetting import compiled, pdf


def svg(grid: Grid, width: float = 170.0) -> str:
    """Return the grid as a complete <svg> element, `width` millimetres wide; its text is drawn as shapes.

    Only a PDF fails on what no font can show, so one is made first; the picture then shows the same data.
    """
    source = '#import "/grid.typ": drawn\n#drawn(json(bytes(sys.inputs.data)))'
    _pdf, data = pdf(source, {"grid": msgspec.to_builtins(grid), "width": width})
    return compiled(source, data, format="svg").decode()
