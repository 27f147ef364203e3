"""What can be done with a document on the start screen: go on, make a report, compare, copy it to share, erase it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Static

from lobgids.dialogue.tracks import track_of
from lobgids.i18n import Language
from lobgids.session import erasing, sharing
from lobgids.session.review import Summary, reviewed, summary_or_refusal
from lobgids.session.review import named as called
from lobgids.session.session import ContentByLanguage
from lobgids.storage.erasing import erase
from lobgids.storage.errors import DocumentError
from lobgids.storage.folders import default_folder
from lobgids.storage.names import SUFFIX, at_home
from lobgids.storage.reading import read
from lobgids.text import clean
from lobgids.tui.sheets.ask import AskScreen
from lobgids.tui.sheets.path import PathScreen
from lobgids.tui.start.read_screen import ReadScreen
from lobgids.tui.start.start_list import DocumentRow
from lobgids.tui.widgets.marked_text import MarkedText, plain_lines

if TYPE_CHECKING:
    from lobgids.tui.start.screen import StartScreen


def rows_of(paths: Sequence[Path], content_in: ContentByLanguage, language: Language) -> list[DocumentRow]:
    """Return the rows of documents, each with its summary or with why it cannot be read."""
    return [_row(path, summary_or_refusal(path, content_in, language)) for path in paths]


def _row(path: Path, found: Summary | str) -> DocumentRow:
    return DocumentRow(path, refusal=found) if isinstance(found, str) else DocumentRow(path, found)


def choose(start: "StartScreen", document: DocumentRow) -> None:
    """Ask what to do with a document, or say why it cannot be read."""
    from lobgids.report.editions import editions_of

    _ = start.language.gettext
    if document.summary is None:
        start.say(document.refusal, is_problem=bool(document.refusal))
        return
    goes_on = _("Bekijken") if document.summary.is_finished else _("Verder met dit gesprek")
    can: list[tuple[str, Callable[[Path], None]]] = [
        (goes_on, start.go_on),
        (_("Verslag"), partial(_report, start)),
        (_("Een kopie om te delen"), partial(_ask_words, start)),
        (_("Wissen"), partial(_ask_erase, start)),
    ]
    if track_of(document.summary.track).answering.is_vote:
        can.append((_("Zelf verder met wat de groep zag"), start.go_on_alone))
    if editions_of(document.summary.track).compared_as:
        can.append((_("Vergelijken met een ander gesprek"), partial(_ask_other, start, document.summary)))
    rows = (*(row for row, _do in can), _("Terug"))

    def do(row: int | None) -> None:
        if row is not None and row < len(can):
            can[row][1](document.path)

    start.app.push_screen(AskScreen(clean(document.path.name), rows, start.language), do)


def _ask_other(start: "StartScreen", this: Summary, path: Path) -> None:
    """Ask with which conversation to compare one: of the list, or in another file."""
    from lobgids.lines.comparison import may_be_beside

    _ = start.language.gettext
    rows = [(row.path, row.summary) for row in start.documents if row.summary and row.path != path]
    others = [(other, summary) for other, summary in rows if may_be_beside(this.track, summary.track)]
    names = [f"{called(summary, start.language)} ({clean(other.name)})" for other, summary in others]
    answers = (*names, _("Een ander bestand: de naam typen"), _("Terug"))

    def do(row: int | None) -> None:
        if row is not None and row < len(others):
            _compare(start, path, others[row][0])
        elif row == len(others):
            _ask_other_name(start, path)

    start.app.push_screen(AskScreen(_("Met welk gesprek wil je het vergelijken?"), answers, start.language), do)


def _ask_other_name(start: "StartScreen", path: Path) -> None:
    _ = start.language.gettext

    def compare(typed: str | None) -> None:
        if typed:
            with start.refusing():
                _compare(start, path, named(typed))

    question = _("Met welk gesprek wil je het vergelijken? Typ de naam van het bestand.")
    start.app.push_screen(PathScreen(question, "", _("Vergelijken"), start.language), compare)


def _compare(start: "StartScreen", path: Path, other: Path) -> None:
    """Show two conversations beside each other, which are only read, or say why that cannot be."""
    from lobgids.lines.comparison import comparison, refusal

    with start.refusing():
        paths, contents = (path, other), (read(path), read(other))
        if reason := refusal(paths, contents, start.language):
            start.say(reason, is_problem=True)
            return
        lines = comparison(paths, contents, start.context.content_in, start.language.code)
        told = Static(MarkedText(plain_lines(clean("\n".join(lines)))), markup=False)
        title = start.language.gettext("Twee gesprekken naast elkaar")
        start.app.push_screen(ReadScreen(title, start.language, [told]))


def _report(start: "StartScreen", path: Path) -> None:
    """Open the screen that makes a report of the document, which is only read."""
    from lobgids.report.files import held_on
    from lobgids.tui.sheets.report import ReportScreen

    with start.refusing():
        contents = read(path)
        conversation = reviewed(contents, start.context.content_in, start.language.code)
        day = held_on(contents.header, contents.events)
        start.app.push_screen(ReportScreen(conversation, path, day, start.glyphs))


def named(typed: str) -> Path:
    """Return the file of a typed name: as it stands, or else among the documents. Raises `OSError`."""
    path = at_home(typed)
    ours = default_folder() / path
    return ours if ours.exists() and not path.exists() else path


def _ask_words(start: "StartScreen", path: Path) -> None:
    """Ask what may be in a copy; the first answer shares least."""
    _ = start.language.gettext

    def ask_name(row: int | None) -> None:
        if row in (0, 1):
            _ask_copy(start, path, without_words=row == 0)

    question = _("Mag in de kopie staan wat je zelf getypt hebt? Dat zijn je notities en teksten, en de schoolnaam.")
    rows = (_("Nee, zonder mijn woorden"), _("Ja, met mijn woorden"), _("Terug"))
    start.app.push_screen(AskScreen(question, rows, start.language), ask_name)


def _ask_copy(start: "StartScreen", path: Path, *, without_words: bool) -> None:
    """Ask for the name of the copy, and make it."""
    _ = start.language.gettext

    def copy(typed: str | None) -> None:
        if typed:
            _copy(start, path, typed, without_words=without_words)

    question = _("Hoe moet de kopie heten? De kopie komt naast het gesprek, of in een map die je ervoor zet.")
    name = _("{name} kopie").format(name=clean(path.stem))
    start.app.push_screen(PathScreen(question, f"{name}{SUFFIX}", _("Kopie maken"), start.language), copy)


def _copy(start: "StartScreen", path: Path, typed: str, *, without_words: bool) -> None:
    with start.refusing():
        out = path.parent / at_home(typed)
        if out.is_dir():
            raise DocumentError("exists", out)
        if out.suffix != SUFFIX:
            out = out.with_name(f"{out.name}{SUFFIX}")
        sharing.share(path, out, start.context.content_in, without_words=without_words)
        start.say(sharing.shared_in_words(out, start.language, without_words=without_words))
        start.list_documents()


def _ask_erase(start: "StartScreen", path: Path) -> None:
    """Ask whether it may really be erased; the first answer keeps it."""
    _ = start.language.gettext

    def answer(row: int | None) -> None:
        if row == 1:
            _erase(start, path)
        else:
            start.say(_("Er is niets gewist."))

    rows = (_("Nee, bewaren"), _("Ja, wissen"))
    start.app.push_screen(AskScreen(erasing.question(path, path.name, start.language), rows, start.language), answer)


def _erase(start: "StartScreen", path: Path) -> None:
    with start.refusing():
        start.say(erasing.erased_in_words(erase(path), start.language))
        start.list_documents()
