"""The sheets to make a report: for whom, in which format; then where it is, beside the document."""

import asyncio
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from lobgids.dialogue.conversation import Conversation
from lobgids.i18n import N_, Language
from lobgids.session.error_messages import document_refused
from lobgids.session.opening import open_file
from lobgids.storage.errors import DocumentError
from lobgids.storage.names import Format
from lobgids.storage.writing import write_beside
from lobgids.text import clean
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.sheets.own_words import OwnWordsScreen, counted
from lobgids.tui.sheets.sheet import Close, Sheet
from lobgids.tui.tracks import display_of
from lobgids.tui.widgets.lettered import Lettered
from lobgids.tui.widgets.marked_text import MarkedText, plain_lines

if TYPE_CHECKING:
    from lobgids.report.compose import ReportRequest
    from lobgids.report.editions import Readers


class Kind(NamedTuple):
    """A report: for whom it is, its name and what is in it; the last two are translated when shown."""

    readers: "Readers"
    name: str
    meaning: str


KINDS = {
    "me": Kind("me", N_("Mijn verslag"), N_("Voor jezelf: alles, ook je eigen woorden en notities.")),
    "leadership": Kind(
        "leadership",
        N_("Voorstel voor de schoolleiding"),
        N_("Wat je voorstelt en waarom. Van je eigen woorden staat er alleen in wat je zelf kiest."),
    ),
    "talk": Kind(
        "talk",
        N_("Gespreksblad"),
        N_("Eén bladzijde om samen te bespreken wat jullie willen, zonder je eigen woorden."),
    ),
    "group": Kind(
        "group",
        N_("Verslag van de groep"),
        N_("De stemmen, jullie zinnen, het beeld en het plan, voor iedereen die erbij was."),
    ),
    "sheet": Kind(
        "me",
        N_("Je blad tot de herfstvakantie"),
        N_("Eén kant van een A5: je taken, met wie je praat, bij wie je een leerling brengt, en je vragen."),
    ),
}
"""The reports by the name of their edition; `tui/tracks.py` says which of them a track has."""

FORMATS: dict[Format, str] = {
    "pdf": N_("PDF, om te lezen en te printen"),
    "docx": N_("Word, om zelf te veranderen"),
    "html": N_("Webpagina, voor in een browser"),
    "md": N_("Markdown, gewone tekst"),
}
"""The formats for people, and what each is for."""


class FormatScreen(Sheet[Format | None]):
    """Returns the format that was chosen, or None; `about` stands above the choice."""

    def __init__(self, about: str, language: Language) -> None:
        super().__init__(language)
        self._about = about

    def compose(self) -> ComposeResult:
        _ = self._language.gettext
        with VerticalScroll(classes="sheet", can_focus=False):
            yield Static(Content(self._about), classes="about", markup=False)
            yield Lettered(_(text) for text in FORMATS.values())
            yield Close(self._language)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(list(FORMATS)[event.option_index])


class ReportScreen(Sheet[None]):
    """Makes reports of a conversation that does not go on meanwhile, and puts them beside its document.

    `day` is that of its last event; with `opens` a report is opened when it is made.
    """

    def __init__(
        self, conversation: Conversation, document: Path, day: date, glyphs: Glyphs, *, opens: bool = False
    ) -> None:
        super().__init__(conversation.view.language)
        self._conversation = conversation
        self._document = document.absolute()
        self._day = day
        self._glyphs = glyphs
        self._kinds = [KINDS[name] for name in display_of(conversation.header.track).reports]
        self._is_making = False
        self._opens = opens
        self._made_at: Path | None = None
        self._happened = ""

    def compose(self) -> ComposeResult:
        _ = self._language.gettext
        with Vertical(classes="sheet -filled"):
            yield Static(Content(_("Een verslag maken")), classes="title", markup=False)
            yield Lettered(_(kind.name) for kind in self._kinds)
            with VerticalScroll(id="meaning"):
                yield Static(markup=False)
            yield Close(self._language)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what is in the report."""
        _ = self._language.gettext
        if event.option_index == len(self._kinds):
            self._say_where()
            return
        lines = [_(self._kinds[event.option_index].meaning)]
        if self._conversation.ask:
            lines.append(_("Het gesprek is nog niet af. Dit is dan een tussenstand, en dat staat er ook in."))
        if not self._is_making:
            self._say("\n".join(lines))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask what is not known yet of the report; one at a time is made."""
        from lobgids.report.editions import editions_of

        if self._is_making or not self.is_current:
            return
        if event.option_index == len(self._kinds):
            self._open()
            return
        readers = self._kinds[event.option_index].readers
        if editions_of(self._conversation.header.track).edition(readers).asks_words:
            self._ask_words(readers)
        else:
            self._ask_format(readers)

    def _ask_words(self, readers: "Readers") -> None:
        """Let the own words be chosen that these readers may read, if there are any."""
        from lobgids.report.own_words import own_words

        own = own_words(self._conversation.view)
        if not own:
            self._ask_format(readers)
            return

        def choose(chosen: frozenset[str] | None) -> None:
            if chosen is not None:
                self._ask_format(readers, chosen, counted(len(chosen), self._language))

        self.app.push_screen(OwnWordsScreen(own, self._language, self._glyphs), choose)

    def _ask_format(self, readers: "Readers", chosen: frozenset[str] = frozenset(), about: str = "") -> None:
        from lobgids.report.compose import ReportRequest

        def make(form: Format | None) -> None:
            if form:
                self.run_worker(self._make(ReportRequest(readers, chosen_words=chosen), form))

        lines = [self._language.gettext("In welke vorm wil je het?"), about]
        self.app.push_screen(FormatScreen("\n".join(filter(None, lines)), self._language), make)

    async def _make(self, request: "ReportRequest", form: Format) -> None:
        """Make the report while the keys work, and say where it is or why not; closing the sheet ends it."""
        self._is_making = True
        self._say(self._language.gettext("Ik maak het verslag."))
        try:
            refusal = await self._write(request, form)
        finally:
            self._is_making = False
        if refusal:
            self._say(refusal)
            return
        rows = self.query_one(Lettered)
        if rows.option_count == len(self._kinds):
            rows.add(self._language.gettext("Het verslag openen"))
        rows.highlighted = len(self._kinds)
        self._happened = ""
        if self._opens:
            self._open()
        self._say_where()

    def _say_where(self) -> None:
        """Say where the report is, its path on a line of its own to copy, and whether it was opened."""
        where = [self._language.gettext("Het verslag staat in:"), str(self._made_at), self._happened]
        self._say("\n".join(filter(None, where)))

    def _open(self) -> None:
        """Open the report that was made, and say so, or how to do it by hand."""
        _ = self._language.gettext
        opened = self._made_at is not None and open_file(self._made_at)
        by_hand = _("Openen lukt hier niet. Open het zelf in die map.")
        self._happened = _("Ik heb het voor je geopend.") if opened else by_hand
        self._say_where()

    async def _write(self, request: "ReportRequest", form: Format) -> str:
        """Write the report to its file; return why that is not possible, or nothing."""
        from lobgids.report.files import default_path

        path = default_path(self._document, self._conversation.header.track, request.readers, form)
        try:
            content = await asyncio.to_thread(self._content, request, form)
            self._made_at = await asyncio.to_thread(write_beside, path, content)
        except DocumentError as error:
            return document_refused(error, self._language)
        except OSError:
            return document_refused(DocumentError("unwritable", path), self._language)
        return ""

    def _content(self, request: "ReportRequest", form: Format) -> bytes:
        from lobgids.report.compose import compose
        from lobgids.report.files import as_file

        return as_file(compose(self._conversation, self._day, request), form)

    def _say(self, sentence: str) -> None:
        below = self.query_one("#meaning", VerticalScroll)
        below.query_one(Static).update(MarkedText(plain_lines(clean(sentence))))
        below.scroll_home(animate=False)
