"""Write docs/reports/: the reports of the example conversations in both languages, to read and to compare with.

Tests compare reports with the Markdown ones, byte for byte.
"""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.load import CONTENT, load
from lobgids.report.blocks import Report
from lobgids.report.compose import ReportRequest, compose
from lobgids.report.editions import editions_of
from lobgids.report.files import as_file, held_on
from lobgids.report.form import form_of
from lobgids.session.review import reviewed
from lobgids.storage.reading import read

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "lobgids" / "examples"
FOLDER = ROOT / "docs" / "reports"
LANGUAGES = ("nl", "en")
HANDED_OVER = "groep-rollen-"
"""The only group whose minutes are also there as a PDF, as they would be handed over: such files are large."""


def reports(content_in: Callable[[str], LocalizedContent]) -> Iterator[tuple[str, Report]]:
    """Yield each report with its name without a suffix: 'vakkenschool-leadership-nl'."""
    for path in sorted(EXAMPLES.glob("*.lobgids")):
        contents = read(path)
        for language in LANGUAGES:
            conversation = reviewed(contents, content_in, language)
            editions = editions_of(contents.header.track).editions
            for edition in editions[:1] if contents.header.track == "workshop" else editions:
                day = held_on(contents.header, contents.events)
                report = compose(conversation, day, ReportRequest(edition.readers))
                yield f"{path.stem}-{edition.readers}-{language}", report


def files(content_in: Callable[[str], LocalizedContent]) -> Iterator[tuple[str, bytes]]:
    """Yield each file's name and content; what is handed over is there as a PDF, too."""
    for name, report in reports(content_in):
        yield f"{name}.md", as_file(report, "md")
        if name.startswith(HANDED_OVER) or report.is_small or ("-me-" not in name and "-group-" not in name):
            yield f"{name}.pdf", as_file(report, "pdf")
    for language in LANGUAGES:
        form = form_of(content_in(language).base, content_in(language).language)
        yield f"form-{language}.pdf", as_file(form, "pdf")


@cache
def _localized(code: str) -> LocalizedContent:
    language = Language(code or "nl", [catalogue_folder()])
    return LocalizedContent(language, load(CONTENT, language, Path(mkdtemp())))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in files(_localized):
        (FOLDER / name).write_bytes(content)
