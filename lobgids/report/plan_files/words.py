"""Words that the files of the plan share."""

from lobgids.report.context import ReportContext


def labelled(context: ReportContext, column: str, text: str) -> str:
    """Return a line that begins with the name of a column of the workbook."""
    return context.words("take.labelled", label=context.words(f"take.column.{column}"), text=text)
