"""The sheet to copy all that was said, or to save it in a file: as text or in Markdown."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Row

from lobgids import atomic
from lobgids.i18n import Language
from lobgids.lines.transcript_text import as_markdown, as_text
from lobgids.session.error_messages import document_refused
from lobgids.session.transcript import TranscriptEntry
from lobgids.storage.errors import DocumentError
from lobgids.storage.names import TEXT_FORMATS, TextFormat, at_home, numbered, transcript_of
from lobgids.text import clean
from lobgids.tui.sheets.path import PathScreen
from lobgids.tui.sheets.sheet import Close, Sheet
from lobgids.tui.widgets.marked_text import MarkedText, plain_lines

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class KeepScreen(Sheet[None]):
    """Copies or saves the entries; a file is put beside the document at `path` unless another folder is typed."""

    def __init__(self, entries: Sequence[TranscriptEntry], path: Path, language: Language) -> None:
        super().__init__(language)
        self._entries = [entry for entry in entries if entry.who != "problem"]
        self._folder = path.absolute().parent
        self._names: dict[TextFormat, Path] = {form: transcript_of(path.absolute(), form) for form in TEXT_FORMATS}

    def compose(self) -> ComposeResult:
        _ = self._language.gettext
        about = _(
            "Of kopiëren lukt, hangt af van je terminal: niet elke terminal staat het toe. "
            "Bewaren in een bestand kan in elke terminal."
        )
        with Vertical(classes="sheet -filled"):
            yield Static(Content(_("Het gesprek kopiëren of bewaren")), classes="title", markup=False)
            yield OptionList(
                Row(Content(_("Kopiëren als gewone tekst")), id="copy.txt"),
                Row(Content(_("Kopiëren als Markdown")), id="copy.md"),
                Row(Content(_("Bewaren als tekstbestand")), id="save.txt"),
                Row(Content(_("Bewaren als Markdown-bestand")), id="save.md"),
                markup=False, compact=True,
            )  # fmt: skip
            with VerticalScroll(id="meaning"):
                yield Static(Content(about), markup=False)
            yield Close(self._language)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        match event.option_id:
            case "copy.txt":
                self._copy("txt")
            case "copy.md":
                self._copy("md")
            case "save.txt":
                self._ask_name("txt")
            case "save.md":
                self._ask_name("md")

    def _copy(self, form: TextFormat) -> None:
        self.app.copy_to_clipboard(self._formatted(form))
        self._say(self._language.gettext(
            "Ik heb het gesprek naar je terminal gestuurd. Plak het ergens, dan zie je of het gekopieerd is. "
            "Zo niet, bewaar het dan in een bestand."
        ))  # fmt: skip

    def _ask_name(self, form: TextFormat) -> None:
        _ = self._language.gettext
        name = self._names[form]
        self.app.push_screen(
            PathScreen(
                _("Hoe moet het bestand heten? Het komt naast het gesprek."),
                name.name if name.parent == self._folder else str(name),
                _("Bewaren"),
                self._language,
            ),
            lambda typed: self._save(form, self._path_of(typed, form)) if typed else None,
        )

    def _save(self, form: TextFormat, path: Path) -> None:
        """Save it, or say why that is not possible and have another name ready."""
        _ = self._language.gettext
        try:
            atomic.create(path, self._formatted(form).encode())
        except FileExistsError:
            self._names[form] = numbered(path)
            refusal = _(
                "Het bestand {path} is er al. Daar is niets aan veranderd. Kies nog eens, dan stel ik ‘{name}’ voor."
            )
            self._say(refusal.format(path=path, name=self._names[form].name))
        except OSError as error:
            self._names[form] = path
            self._say(self._refusal(error, path))
        else:
            self._say(_("Het gesprek staat in {path}.").format(path=path))

    def _refusal(self, error: OSError, path: Path) -> str:
        if isinstance(error, FileNotFoundError):
            return self._language.gettext("De map {folder} is er niet.").format(folder=path.parent)
        return document_refused(DocumentError("full" if error.errno in _FULL else "unwritable", path), self._language)

    def _path_of(self, typed: str, form: TextFormat) -> Path:
        """Return the file of a typed name: beside the document, with the suffix of its format if it has none."""
        path = self._folder / at_home(typed)
        if os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises for a name that is too long
            return path / self._names[form].name
        return path if path.suffix else path.with_name(f"{path.name}.{form}")

    def _formatted(self, form: TextFormat) -> str:
        """Return all of it in one text."""
        lines = {"txt": as_text, "md": as_markdown}[form](self._entries, self._language.gettext("jij"))
        return "".join(f"{line}\n" for line in lines)

    def _say(self, sentence: str) -> None:
        below = self.query_one("#meaning", VerticalScroll)
        below.query_one(Static).update(MarkedText(plain_lines(clean(sentence))))
        below.scroll_home(animate=False)
