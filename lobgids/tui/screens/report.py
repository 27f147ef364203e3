"""Making a report of the conversation: first for whom, then in which form, and then it stands beside the document."""

import asyncio
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.interpret import clean
from lobgids.document import DocumentError, write_beside
from lobgids.i18n import Language
from lobgids.i18n import gettext_noop as _
from lobgids.opening import open_file
from lobgids.refusals import told
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.screens.own_words import OwnWordsScreen, counted
from lobgids.tui.screens.sheet import Close, Sheet
from lobgids.tui.tracks import display_of
from lobgids.tui.widgets.lettered import Lettered
from lobgids.tui.widgets.marked_text import MarkedText, plain_lines

if TYPE_CHECKING:
    from lobgids.report.compose import Request
    from lobgids.report.editions import Readers
    from lobgids.report.files import Format


class Kind(NamedTuple):
    """A report: for whom, its name and what is in it; the last two are translated when shown."""

    readers: "Readers"
    name: str
    meaning: str


KINDS = {
    "me": Kind("me", _("Mijn verslag"), _("Voor jezelf: alles, ook je eigen woorden en notities.")),
    "leadership": Kind(
        "leadership",
        _("Voorstel voor de schoolleiding"),
        _("Wat je voorstelt en waarom. Van je eigen woorden staat er alleen in wat je zelf kiest."),
    ),
    "talk": Kind(
        "talk", _("Gespreksblad"), _("Eén bladzijde om samen te bespreken wat jullie willen, zonder je eigen woorden.")
    ),
    "group": Kind(
        "group",
        _("Verslag van de groep"),
        _("De stemmen, jullie zinnen, het beeld en het plan, voor iedereen die erbij was."),
    ),
    "sheet": Kind(
        "me",
        _("Je blad tot de herfstvakantie"),
        _("Eén kant van een A5: je taken, met wie je praat, bij wie je een leerling brengt, en je vragen."),
    ),
}
"""The reports by their name; which of them there are, the track tells."""

FORMATS: "dict[Format, str]" = {
    "pdf": _("PDF, om te lezen en te printen"),
    "docx": _("Word, om zelf te veranderen"),
    "html": _("Webpagina, voor in een browser"),
    "md": _("Markdown, gewone tekst"),
}
"""The formats for people, with what each is for."""


class FormatScreen(Sheet["Format | None"]):
    """Gives the format that was chosen; `about` is said above the choice."""

    def __init__(self, about: str, language: Language) -> None:
        super().__init__(language)
        self._about = about

    def compose(self) -> ComposeResult:
        """The formats."""
        _ = self._language.gettext
        with VerticalScroll(classes="sheet", can_focus=False):
            yield Static(Content(self._about), classes="about", markup=False)
            yield Lettered(_(text) for text in FORMATS.values())
            yield Close(self._language)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A format was chosen."""
        self.dismiss(list(FORMATS)[event.option_index])


class ReportScreen(Sheet[None]):
    """Makes reports beside the document, of a conversation that nobody goes on with meanwhile.

    `day` is the one on which the conversation was last gone on with; with `opens` a report is opened when it is made.
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
        """The reports, and what became of the one that was made."""
        _ = self._language.gettext
        with Vertical(classes="sheet -filled"):
            yield Static(Content(_("Een verslag maken")), classes="title", markup=False)
            yield Lettered(_(kind.name) for kind in self._kinds)
            with VerticalScroll(id="meaning"):
                yield Static(markup=False)
            yield Close(self._language)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what is in the report."""
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
        """Ask what is still to be known of the report; one at a time is made."""
        if self._is_making or not self.is_current:
            return
        if event.option_index == len(self._kinds):
            self._open()
            return
        readers = self._kinds[event.option_index].readers
        if readers == "leadership":
            self._ask_words()
        else:
            self._ask_format(readers)

    def _ask_words(self) -> None:
        """Let the own words be chosen that leadership may read, where there are any."""
        from lobgids.report.own_words import own_words

        own = own_words(self._conversation.view)
        if not own:
            self._ask_format("leadership")
            return

        def choose(said: frozenset[str] | None) -> None:
            if said is not None:
                self._ask_format("leadership", said, counted(len(said), self._language))

        self.app.push_screen(OwnWordsScreen(own, self._language, self._glyphs), choose)

    def _ask_format(self, readers: "Readers", said: frozenset[str] = frozenset(), about: str = "") -> None:
        from lobgids.report.compose import Request

        def make(form: "Format | None") -> None:
            if form:
                self.run_worker(self._make(Request(readers, said=said), form))

        lines = [self._language.gettext("In welke vorm wil je het?"), about]
        self.app.push_screen(FormatScreen("\n".join(filter(None, lines)), self._language), make)

    async def _make(self, request: "Request", form: "Format") -> None:
        """Make the report while the keys work, and say where it is or why not; who closes the sheet gets none."""
        self._is_making = True
        self._say(self._language.gettext("Ik maak het verslag."))
        try:
            refusal = await self._made(request, form)
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
        """Where the report is, its path by itself as one copies it, and whether it was opened."""
        where = [self._language.gettext("Het verslag staat in:"), str(self._made_at), self._happened]
        self._say("\n".join(filter(None, where)))

    def _open(self) -> None:
        """Open the report that was made, and say so, or that one has to do it oneself."""
        _ = self._language.gettext
        opened = self._made_at is not None and open_file(self._made_at)
        no = _("Openen lukt hier niet. Open het zelf in die map.")
        self._happened = _("Ik heb het voor je geopend.") if opened else no
        self._say_where()

    async def _made(self, request: "Request", form: "Format") -> str:
        """Make it; where that cannot be done, why not, in a sentence."""
        from lobgids.report.files import default_path

        path = default_path(self._document, self._conversation.header.track, request.readers, form)
        try:
            content = await asyncio.to_thread(self._content, request, form)
            self._made_at = await asyncio.to_thread(write_beside, path, content)
        except DocumentError as error:
            return told(error, self._language)
        except OSError:
            return told(DocumentError("unwritable", path), self._language)
        return ""

    def _content(self, request: "Request", form: "Format") -> bytes:
        from lobgids.report.compose import compose
        from lobgids.report.files import as_file

        return as_file(compose(self._conversation, self._day, request), form)

    def _say(self, sentence: str) -> None:
        below = self.query_one("#meaning", VerticalScroll)
        below.query_one(Static).update(MarkedText(plain_lines(clean(sentence))))
        below.scroll_home(animate=False)
