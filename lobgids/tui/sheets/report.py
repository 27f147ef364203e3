"""The sheets to make a report or a file of the plan: which, in which format; then where it is, beside the document."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from lobgids.dialogue.conversation import Conversation
from lobgids.i18n import N_, Language
from lobgids.report.offers import FORMATS, groups_of, promised, told_of
from lobgids.session.error_messages import document_refused
from lobgids.session.opening import open_file
from lobgids.session.showing.tracks import shown
from lobgids.storage.errors import DocumentError
from lobgids.storage.names import Format, PlanForm, agreements_of, plan_file_of
from lobgids.storage.writing import write_beside
from lobgids.text import clean
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.sheets.own_words import OwnWordsScreen, counted
from lobgids.tui.sheets.sheet import Close, Sheet
from lobgids.tui.widgets.lettered import Lettered
from lobgids.tui.widgets.marked_text import MarkedText, plain_lines

if TYPE_CHECKING:
    from lobgids.report.compose import ReportRequest
    from lobgids.report.editions import Readers
    from lobgids.report.own_words import OwnWords


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


class Wanted(NamedTuple):
    """A file to make: where it goes if nothing is there yet, what makes it, and how it is told where it is.

    One that `is_read` is for people, and may be opened once it is made.
    """

    path: Path
    content: Callable[[], bytes]
    where: str
    is_read: bool = True


class ReportScreen(Sheet[None]):
    """Makes files of a conversation that does not go on meanwhile, and puts them beside its document.

    `day` is that of its last event; with `opens` a file is opened when it is made. It opens at what was promised.
    """

    def __init__(
        self, conversation: Conversation, document: Path, day: date, glyphs: Glyphs, *, opens: bool = False
    ) -> None:
        super().__init__(conversation.view.language)
        self._conversation = conversation
        self._document = document.absolute()
        self._day = day
        self._glyphs = glyphs
        self._groups = list(groups_of(conversation))
        self._offers = [(offer, group) for group in self._groups for offer in group.offers]
        self._is_making = False
        self._opens = opens
        self._made_at: Path | None = None
        self._told: list[str] = []
        self._happened = ""

    def compose(self) -> ComposeResult:
        _ = self._language.gettext
        with Vertical(classes="sheet -filled") as sheet:
            sheet.border_title = Content(_("Wat wil je maken?"))  # where it takes no row of its own
            yield Lettered((_(offer.name) for offer, _group in self._offers), self._headings())
            with VerticalScroll(id="meaning"):
                yield Static(markup=False)
            yield Close(self._language)

    def on_mount(self) -> None:
        """Go to the sheet that was promised; else one begins at the first row."""
        edition, editions = promised(self._conversation), [offer.edition for offer, _group in self._offers]
        if edition and edition in editions:
            self.query_one(Lettered).go_to(editions.index(edition))

    def _headings(self) -> dict[int, str]:
        """Return the headings of the groups by the row that each stands above; a single group needs none."""
        if len(self._groups) == 1:
            return {}
        first = accumulate((len(group.offers) for group in self._groups), initial=0)
        return {row: self._language.gettext(group.heading) for row, group in zip(first, self._groups, strict=False)}

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what is in the file."""
        row = Lettered.row_of(event.option)
        if row == len(self._offers):
            self._say_where()
        elif not self._is_making:
            self._say(told_of(*self._offers[row], self._conversation, self._language))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask what is not known yet of the file; one at a time is made."""
        if self._is_making or not self.is_current:
            return
        row = Lettered.row_of(event.option)
        if row == len(self._offers):
            self._open()
            return
        offer, _ = self._offers[row]
        if offer.edition:
            self._ask_of_report(offer.edition)
        elif offer.plan_form:
            self._ask_of_plan(offer.plan_form)
        else:
            self._make_agreements()

    def _ask_of_report(self, name: str) -> None:
        from lobgids.report.editions import editions_of

        editions = editions_of(self._conversation.header.track).editions
        edition = next(edition for edition in editions if edition.name == name)
        ask = partial(self._ask_format, edition.readers)
        self._ask_words(edition.to_choose(self._conversation.view), ask)

    def _ask_of_plan(self, form: PlanForm) -> None:
        from lobgids.report.plan_files.making import words_for_mail

        ask = partial(self._make_plan, form)
        self._ask_words(words_for_mail(self._conversation.view) if form == "txt" else [], ask)

    def _ask_words(self, own: "Sequence[OwnWords]", go_on: Callable[[frozenset[str], str], None]) -> None:
        """Let the own words be chosen that others may read, if there are any; go on with their ids, and how many."""
        if not own:
            go_on(frozenset(), "")
            return

        def choose(chosen: frozenset[str] | None) -> None:
            if chosen is not None:
                go_on(chosen, counted(len(chosen), self._language))

        self.app.push_screen(OwnWordsScreen(own, self._language, self._glyphs), choose)

    def _ask_format(self, readers: "Readers", chosen: frozenset[str], about: str) -> None:
        from lobgids.report.compose import ReportRequest

        def make(form: Format | None) -> None:
            if form:
                self.run_worker(self._make(self._report(ReportRequest(readers, chosen_words=chosen), form)))

        lines = [self._language.gettext("In welke vorm wil je het?"), about]
        self.app.push_screen(FormatScreen("\n".join(filter(None, lines)), self._language), make)

    def _report(self, request: "ReportRequest", form: Format) -> Wanted:
        from lobgids.report.compose import compose
        from lobgids.report.files import as_file, default_path

        path = default_path(self._document, self._conversation.header.track, request.readers, form)
        return Wanted(
            path, lambda: as_file(compose(self._conversation, self._day, request), form), N_("Het verslag staat in:")
        )

    def _make_plan(self, form: PlanForm, chosen: frozenset[str], _about: str) -> None:
        from lobgids.report.plan_files.making import left_out_in_words, plan_file

        view = self._conversation.view
        made = partial(plan_file, view, self._day, form, chosen)
        wanted = Wanted(plan_file_of(self._document, form), made, N_("Je plan staat in:"))
        self.run_worker(self._make(wanted, left_out_in_words(view, form, self._language)))

    def _make_agreements(self) -> None:
        """Make the agreements for new mentors, and show all that is given away with them."""
        from lobgids.session.agreements import agreements

        _ = self._language.gettext
        made = agreements(self._conversation.view)
        to_give = _(
            "Geef dit bestand aan een nieuwe mentor. Die kiest in lobgids ‘{choice}’, en de gids vraagt ernaar."
        )
        told = [
            to_give.format(choice=_(shown("mentor").for_whom)),
            _("Dit staat erin, en verder niets:"),
            *(f"- {line}" for line in made.lines),
        ]
        wanted = Wanted(
            agreements_of(self._document), lambda: made.content, N_("De afspraken staan in:"), is_read=False
        )
        self.run_worker(self._make(wanted, "\n".join(told)))

    async def _make(self, wanted: Wanted, besides: str = "") -> None:
        """Make the file while the keys work, and say where it is or why not; closing the sheet ends it."""
        self._is_making = True
        self._say(self._language.gettext("Ik maak het bestand."))
        try:
            refusal = await self._write(wanted)
        finally:
            self._is_making = False
        if refusal:
            self._say(refusal)
            return
        rows = self.query_one(Lettered)
        if not self._told:
            rows.add(self._language.gettext("Het bestand openen"))
        self._told, self._happened = [self._language.gettext(wanted.where), str(self._made_at), besides], ""
        rows.go_to(len(self._offers))
        if self._opens and wanted.is_read:
            self._open()
        self._say_where()

    def _say_where(self) -> None:
        """Say where the file is, its path on a line of its own to copy, and whether it was opened."""
        self._say("\n".join(filter(None, [*self._told, self._happened])))

    def _open(self) -> None:
        """Open the file that was made, and say so, or how to do it by hand."""
        _ = self._language.gettext
        opened = self._made_at is not None and open_file(self._made_at)
        by_hand = _("Openen lukt hier niet. Open het zelf in die map.")
        self._happened = _("Ik heb het voor je geopend.") if opened else by_hand
        self._say_where()

    async def _write(self, wanted: Wanted) -> str:
        """Write the file; return why that is not possible, or nothing."""
        try:
            content = await asyncio.to_thread(wanted.content)
            self._made_at = await asyncio.to_thread(write_beside, wanted.path, content)
        except DocumentError as error:
            return document_refused(error, self._language)
        except OSError:
            return document_refused(DocumentError("unwritable", wanted.path), self._language)
        return ""

    def _say(self, sentence: str) -> None:
        below = self.query_one("#meaning", VerticalScroll)
        below.query_one(Static).update(MarkedText(plain_lines(clean(sentence))))
        below.scroll_home(animate=False)
