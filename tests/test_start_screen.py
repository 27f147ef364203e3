"""The start screen: every way in and out of it, with the keyboard alone and with the mouse alone."""

import asyncio
import os
import threading
from collections.abc import Awaitable, Callable
from itertools import product
from pathlib import Path
from typing import ClassVar

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.binding import Binding, BindingType
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from lobgids.dialogue.machine import Route
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import Answer, Move
from lobgids.i18n import Language
from lobgids.session.file_session import FileSession
from lobgids.session.review import LARGEST_LISTED
from lobgids.session.session import ContentByLanguage, StartOptions
from lobgids.session.sharing import share
from lobgids.storage.document import Document
from lobgids.storage.folders import default_folder
from lobgids.storage.preferences import Preferences
from lobgids.storage.reading import read
from lobgids.tui import app as app_module
from lobgids.tui.app import LobgidsApp
from lobgids.tui.chat.options import Options
from lobgids.tui.context import AppContext
from lobgids.tui.conversation_screen import ConversationScreen
from lobgids.tui.sheets.ask import AskScreen
from lobgids.tui.sheets.path import PathScreen
from lobgids.tui.sheets.report import ReportScreen
from lobgids.tui.sheets.words import WordsScreen
from lobgids.tui.start.read_screen import EXAMPLE, ReadScreen, StoryScreen
from lobgids.tui.start.screen import StartScreen
from lobgids.tui.start.start_list import StartList
from lobgids.tui.theme import THEMES
from lobgids.tui.widgets.hints import Hints
from lobgids.tui.widgets.turn import Turn
from tests.conftest import ROOT, go, load_script
from tests.fakes.app import click_words, shown
from tests.fakes.app import context as context_in

SIZES = [(40, 12), (80, 24), (200, 60)]
MARKUP = "[red]De Brug[/red]"
NOTE = "Een notitie van mij"
REPORT, COPY, ERASE, ALONE = 1, 2, 3, 4
"""The places of what can be done with a document, behind going on with it."""


COMPARE = "Vergelijken met een ander gesprek"

Told = StartScreen.Opened | StartScreen.Settings | StartScreen.Closed


class Host(App[None]):
    """An app with nothing but the start screen, which keeps what it says."""

    CSS_PATH = Path(app_module.__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", priority=False)]

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.told: list[Told] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def on_mount(self) -> None:
        self.push_screen(StartScreen(self.context))

    def on_start_screen_opened(self, event: StartScreen.Opened) -> None:
        self.told.append(event)

    def on_start_screen_settings(self, event: StartScreen.Settings) -> None:
        self.told.append(event)

    def on_start_screen_closed(self, event: StartScreen.Closed) -> None:
        self.told.append(event)

    @property
    def session(self) -> FileSession:
        """The one conversation that was opened."""
        (event,) = self.told
        assert isinstance(event, StartScreen.Opened)
        return event.session


Steps = Callable[["Visit"], Awaitable[None]]
Visits = Callable[..., Host]


class Visit:
    """Somebody at the start screen."""

    def __init__(self, app: Host, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def settled(self) -> None:
        """Until nothing is going on any more."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settled()

    async def choose(self, row: str | int) -> None:
        """Go to a row with the keyboard and choose it."""
        rows = self.rows
        choices = [place for place, one in enumerate(rows.options) if not one.disabled]
        above = choices.index(row if isinstance(row, int) else rows.get_option_index(row))
        below = len(choices) - 1 - above
        steps = ["home", *["down"] * above] if above <= below else ["end", *["up"] * below]
        await self.press(*steps, "enter")

    async def click(self, row: str | int) -> None:
        """Choose a row with the mouse."""
        rows = self.rows
        place = row if isinstance(row, int) else rows.get_option_index(row)
        rows.scroll_home(animate=False, immediate=True)
        await self.pilot.pause()
        for _ in range(rows.option_count):
            shown = [_meta(rows, y).get("option") for y in range(rows.size.height)]
            if place in shown:
                await self.pilot.click(rows, offset=(2, shown.index(place)))
                await self.settled()
                return
            rows.scroll_page_down(animate=False)
            await self.pilot.pause()
        pytest.fail(f"{row} is nowhere to click")

    async def name(self, text: str) -> None:
        """Give a name in place of the one that stands there."""
        self.app.screen.query_one(Input).value = text
        await self.press("enter")

    @property
    def rows(self) -> OptionList:
        """The list on top."""
        return self.app.screen.query_one(OptionList)

    @property
    def start(self) -> StartScreen:
        (start,) = (screen for screen in self.app.screen_stack if isinstance(screen, StartScreen))
        return start

    @property
    def status(self) -> str:
        """What is said below the list, and whether as a problem."""
        status = self.start.query_one("#status", Static)
        assert status.display == bool(str(status.content))
        return str(status.content)

    def row(self, name: str) -> str:
        return str(self.start.query_one(StartList).get_option(name).prompt)

    def names(self) -> list[str | None]:
        """The rows that one can choose, in order."""
        return [option.id for option in self.start.query_one(StartList).options if not option.disabled]

    @property
    def at(self) -> str | None:
        """The row that is highlighted."""
        row = self.start.query_one(StartList).highlighted_option
        return row.id if row else None


def _meta(rows: OptionList, y: int) -> dict[str, int]:
    """What a line of a list is of."""
    style = next((segment.style for segment in rows.render_line(y) if segment.style), None)
    return style.meta if style else {}


@pytest.fixture
def context(content_in: Callable[[str], LocalizedContent], tmp_path: Path) -> AppContext:
    return context_in(content_in, tmp_path)


@pytest.fixture
def visit(context: AppContext) -> Visits:
    """Be at the start screen, do something there, and give the app as it was left."""

    def visit_(steps: Steps, size: tuple[int, int] = (80, 24), context: AppContext = context) -> Host:
        app = Host(context)

        async def run() -> None:
            async with app.run_test(size=size) as pilot:
                visit = Visit(app, pilot)
                await visit.settled()
                await steps(visit)
                await visit.settled()

        asyncio.run(run())
        return app

    return visit_


@pytest.fixture
def kept(content_in: Callable[[str], LocalizedContent]) -> Callable[..., Path]:
    """A document in the default folder: how long ago it changed, and the answers that it holds, or all."""

    def keep(name: str = "brug.lobgids", *, age: int = 0, school: str = MARKUP, is_finished: bool = False) -> Path:
        path = default_folder() / name
        if is_finished:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(EXAMPLE.read_bytes())
        else:
            with FileSession.begin(path, content_in, StartOptions(language="nl")) as session:
                session.conversation.take(Answer(answer=school))
                session.conversation.take(Move(move="note", text=NOTE))
        os.utime(path, (1_790_000_000 - age, 1_790_000_000 - age))
        return path

    return keep


# The ways in.


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("hand", ["choose", "click"])
def test_a_new_conversation(visit: Visits, size: tuple[int, int], hand: str) -> None:
    async def steps(one: Visit) -> None:
        await getattr(one, hand)("new.decaan")

    with visit(steps, size).session as session:
        assert session.path.parent == default_folder()
        assert session.conversation.header.track == "decaan"
        assert session.conversation.ask is not None
        assert session.conversation.ask.id == "welcome.language"


def test_enter_twice_begins_one_conversation(visit: Visits) -> None:
    async def steps(one: Visit) -> None:
        one.rows.action_select()
        one.rows.action_select()
        await one.settled()

    with visit(steps).session as session:
        assert list(default_folder().glob("*.lobgids")) == [session.path]


def test_a_new_conversation_is_in_the_language_that_was_set(
    visit: Visits, context: AppContext, english: Language
) -> None:
    async def steps(one: Visit) -> None:
        await one.choose("new.decaan")

    with visit(
        steps, context=context._replace(language=english, preferences=Preferences(language="en"))
    ).session as session:
        assert session.conversation.view.language.code == "en"


@pytest.mark.parametrize(("known", "code"), [("nl", "nl"), ("en", "en"), ("", "")])
def test_the_language_is_asked_only_where_it_is_not_known(
    visit: Visits, context: AppContext, known: str, code: str
) -> None:
    async def steps(one: Visit) -> None:
        await one.choose("new.decaan")

    with visit(steps, context=context._replace(known=known)).session as session:
        assert session.conversation.header.language == code
        assert session.conversation.ask is not None
        assert session.conversation.ask.id == ("welcome.school" if known else "welcome.language")


def test_a_new_mentors_conversation_is_opened(visit: Visits) -> None:
    async def steps(one: Visit) -> None:
        await one.choose("new.mentor")

    with visit(steps).session as session:
        assert session.conversation.header.track == "mentor"


def test_a_workshop_begins_on_the_screen_for_a_projector(visit: Visits) -> None:
    async def steps(one: Visit) -> None:
        await one.choose("new.workshop")

    with visit(steps).session as session:
        assert session.conversation.header.track == "workshop"


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
def test_going_on_with_the_last_is_what_enter_does(visit: Visits, kept: Callable[..., Path], hand: str) -> None:
    kept("af.lobgids", age=0, is_finished=True)
    kept("ouder.lobgids", age=9)
    last = kept("laatste.lobgids", age=5)

    async def steps(one: Visit) -> None:
        assert one.names()[0] == "go_on"
        assert MARKUP in one.row("go_on")
        assert "% klaar" in one.row("go_on")
        await (one.press("enter") if hand == "keyboard" else one.click("go_on"))

    with visit(steps).session as session:
        assert session.path == last
        assert session.conversation.ask is not None
        assert session.conversation.ask.id != "welcome.school"


def test_without_one_to_go_on_with_a_new_one_is_first(visit: Visits, kept: Callable[..., Path]) -> None:
    kept(is_finished=True)

    async def steps(one: Visit) -> None:
        assert one.names()[0] == "new.decaan"
        assert one.at == "new.decaan"
        assert one.row("document.0") == "De Brug (een voorbeeld)\n  af, laatst op 16 november 2026\n  brug.lobgids"

    visit(steps)


# Documents.


@pytest.mark.parametrize("hand", ["choose", "click"])
@pytest.mark.parametrize("is_finished", [False, True])
def test_a_document_is_opened_by_its_row(
    visit: Visits, kept: Callable[..., Path], hand: str, *, is_finished: bool
) -> None:
    path = kept(is_finished=is_finished)

    async def steps(one: Visit) -> None:
        await getattr(one, hand)("document.0")
        assert isinstance(one.app.screen, AskScreen)
        assert str(one.rows.options[0].prompt) == ("Bekijken" if is_finished else "Verder met dit gesprek")
        await getattr(one, hand)(0)

    with visit(steps).session as session:
        assert session.path == path
        assert (session.conversation.ask is None) == is_finished


@pytest.mark.parametrize("is_absolute", [True, False])
def test_a_document_is_opened_by_its_name(visit: Visits, kept: Callable[..., Path], *, is_absolute: bool) -> None:
    path = kept("b.lobgids")

    async def steps(one: Visit) -> None:
        await one.choose("open")
        assert isinstance(one.app.screen, PathScreen)
        if is_absolute:
            await one.name(f"'{path}'")
        else:
            await one.press(*"b.lobgids", "enter")

    with visit(steps).session as session:
        assert session.path == path


def test_what_cannot_be_opened_is_told_and_one_goes_on(visit: Visits, tmp_path: Path) -> None:
    sentences = {
        "weg.lobgids": "is er niet",
        "vreemd.txt": "is geen gesprek van lobgids",
        "map": "is geen gesprek van lobgids",
        "pijp": "is geen gesprek van lobgids",
        "x" * 300: "kan niet gelezen worden",
        "/": "is geen gesprek van lobgids",
        "~niemand-heet-zo": "is er niet",
    }
    (tmp_path / "vreemd.txt").write_text("Iets heel anders\n")
    (tmp_path / "map").mkdir()
    os.mkfifo(tmp_path / "pijp")
    before = sorted(tmp_path.rglob("*"))

    async def steps(one: Visit) -> None:
        for name, sentence in sentences.items():
            await one.choose("open")
            assert not one.status, name
            await one.name(name if name[0] in "/~" else str(tmp_path / name))
            assert sentence in one.status, name
            assert one.start.query_one("#status").has_class("-problem"), name
            assert sorted(tmp_path.rglob("*")) == before, name
        await one.choose("example")
        assert not one.status

    assert not visit(steps).told


def test_a_document_that_is_open_elsewhere_is_told(visit: Visits, kept: Callable[..., Path]) -> None:
    path = kept()

    async def steps(one: Visit) -> None:
        with Document.open(path):
            await one.press("enter")
        assert "is al ergens anders open" in one.status

    assert not visit(steps).told


@pytest.mark.parametrize("hand", ["choose", "click"])
def test_a_document_that_cannot_be_read_is_listed_with_why(visit: Visits, kept: Callable[..., Path], hand: str) -> None:
    path = kept()
    path.write_text("[bold]Iets heel anders[/bold]\n")

    async def steps(one: Visit) -> None:
        sentence = f"Het bestand {path} is geen gesprek van lobgids. Er is niets aan veranderd."
        assert one.names()[0] == "new.decaan"
        assert one.row("document.0") == f"! brug.lobgids\n  {sentence}"
        await getattr(one, hand)("document.0")
        assert one.app.screen is one.start
        assert one.status == f"! {sentence}"

    assert not visit(steps).told


def test_one_document_with_a_defect_or_too_large_stops_no_list(
    visit: Visits, kept: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Route, "has_second_vote", lambda _route: True)  # so that the route of a vote goes round
    bad, large = kept("a.lobgids"), kept("b.lobgids")
    kept("c.lobgids", age=9)
    bad.write_bytes((ROOT / "tests" / "frozen" / "workshop-again-and-concluded.lobgids").read_bytes())
    os.utime(bad, (1_790_000_000, 1_790_000_000))
    os.truncate(large, LARGEST_LISTED + 1)
    os.utime(large, (1_789_999_999, 1_789_999_999))

    async def steps(one: Visit) -> None:
        sentence = f"Het gesprek {bad} kan ik nu niet lezen. Er is niets aan veranderd."
        assert one.row("document.0") == f"! a.lobgids\n  {sentence}"
        assert one.row("document.1").startswith("b.lobgids\n  erg groot, dus nog niet gelezen, laatst op ")
        assert "c.lobgids" in one.row("document.2")
        assert one.row("go_on")
        await one.choose("document.0")
        assert one.status == f"! {sentence}"
        await one.choose("document.1")
        await one.choose(3)
        await one.choose(1)
        assert not large.exists()

    visit(steps)


def test_names_are_text(visit: Visits, kept: Callable[..., Path]) -> None:
    kept("[b]x\x1b[31m[.lobgids")

    async def steps(one: Visit) -> None:
        assert one.row("document.0").startswith(f"{MARKUP}\n")
        assert one.row("document.0").endswith("\n  [b]x[.lobgids")
        await one.choose("document.0")
        assert "[b]x[.lobgids" in str(one.app.screen.query_one(Static).content)

    visit(steps)


def test_what_stands_beside_names_is_in_one_column(visit: Visits, kept: Callable[..., Path]) -> None:
    for name, school in (("brug.lobgids", "De Brug"), ("tokio.lobgids", "東京の学校")):
        kept(name, school=school)

    async def steps(visit: Visit) -> None:
        lines = [visit.rows.render_line(y).text for y in range(visit.rows.size.height)]
        beside = [line for line in lines if line.strip().startswith(("De Brug ", "東京の学校 "))]
        assert len({cell_len(line.partition("% klaar")[0]) for line in beside}) == 1 < len(beside)

    visit(steps)


def test_the_list_is_there_before_the_documents_are_read(context: AppContext, kept: Callable[..., Path]) -> None:
    kept()
    may_read = threading.Event()

    def content_in(code: str) -> LocalizedContent:
        assert may_read.wait(timeout=60)
        return context.content_in(code)

    app = Host(context._replace(content_in=content_in))

    async def run() -> None:
        async with app.run_test() as pilot:
            one = Visit(app, pilot)
            await pilot.pause()
            assert one.row("document.0") == "…\n  brug.lobgids"
            await pilot.press("down")
            assert one.at == "new.workshop"
            may_read.set()
            await one.settled()
            assert "% klaar" in one.row("document.0")
            assert one.at == "new.workshop"

    asyncio.run(run())


def test_two_hundred_documents(visit: Visits, kept: Callable[..., Path]) -> None:
    content = kept("000.lobgids").read_bytes()
    for number in range(1, 200):
        (default_folder() / f"{number:03}.lobgids").write_bytes(content)

    async def steps(one: Visit) -> None:
        rows = one.start.query_one(StartList)
        assert len(rows.paths) == 200
        assert all(rows.document(str(place)).summary for place in range(200))
        await one.press("end")
        assert one.rows.highlighted == one.rows.option_count - 1
        assert one.row("older") == "Oudere gesprekken (195)"
        assert "document.5" not in one.names()
        await one.choose("older")
        assert one.at == "document.5"
        assert "older" not in one.names()
        await one.click("document.150")
        assert isinstance(one.app.screen, AskScreen)

    visit(steps, (40, 12))


@pytest.mark.parametrize("hand", ["choose", "click"])
@pytest.mark.parametrize("is_finished", [False, True])
def test_a_report_of_a_document_without_opening_it(
    visit: Visits, kept: Callable[..., Path], hand: str, *, is_finished: bool
) -> None:
    path = kept(is_finished=is_finished)
    before = path.read_bytes()

    async def steps(one: Visit) -> None:
        await getattr(one, hand)("document.0")
        await getattr(one, hand)(REPORT)
        assert isinstance(one.app.screen, ReportScreen)
        await one.press("enter")
        await one.press("enter")
        assert path.with_name("brug verslag.pdf").exists()

    assert not visit(steps, (120, 40)).told
    assert path.read_bytes() == before


@pytest.mark.parametrize("hand", ["choose", "click"])
def test_a_decaan_goes_on_alone_from_a_group(visit: Visits, hand: str) -> None:
    group = default_folder() / "groep.lobgids"
    group.parent.mkdir(parents=True, exist_ok=True)
    group.write_bytes(EXAMPLE.with_name("groep-kampen.lobgids").read_bytes())

    async def steps(one: Visit) -> None:
        await getattr(one, hand)("document.0")
        assert str(one.rows.options[ALONE].prompt) == "Zelf verder met wat de groep zag"
        await getattr(one, hand)(ALONE)

    with visit(steps).session as session:
        assert session.path != group
        assert session.conversation.header.track == "decaan"
        assert len(session.conversation.view.taken_in) == 3


def test_a_group_that_saw_nothing_yet_leads_nowhere(visit: Visits, content_in: ContentByLanguage) -> None:
    FileSession.begin(
        default_folder() / "groep.lobgids", content_in, StartOptions("workshop", language="nl")
    ).store.close()

    async def steps(one: Visit) -> None:
        await one.choose("document.0")
        await one.choose(ALONE)
        assert "nog niets wat een groep samen zag" in one.status

    assert not visit(steps).told


# Two beside each other.


@pytest.fixture
def two(kept: Callable[..., Path]) -> Path:
    """Keep a decaan's conversation, a group's and a mentor's; gives another group's that is elsewhere."""
    kept(is_finished=True)
    for age, name in enumerate(("groep-kampen", "mentor", "vakkenschool"), 1):
        path = default_folder() / f"{name}.lobgids"
        path.write_bytes(EXAMPLE.with_name(path.name).read_bytes())
        os.utime(path, (1_790_000_000 - age, 1_790_000_000 - age))
    return EXAMPLE.with_name("groep-eens.lobgids")


async def compare(one: Visit, hand: str, row: int, name: str) -> None:
    """Choose in the list to compare, and then a row that has this name."""
    await getattr(one, hand)(f"document.{row}")
    await getattr(one, hand)([str(option.prompt) for option in one.rows.options].index(COMPARE))
    names = [str(option.prompt) for option in one.rows.options]
    await getattr(one, hand)(next(place for place, found in enumerate(names) if name in found))


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("hand", ["choose", "click"])
def test_two_conversations_of_the_list_are_laid_beside_each_other(visit: Visits, hand: str) -> None:
    async def steps(one: Visit) -> None:
        await compare(one, hand, 0, "groep-kampen.lobgids")
        assert isinstance(one.app.screen, ReadScreen)
        seen = shown(one.app)
        assert "- de decaan: brug.lobgids" in seen
        assert "- de groep: groep-kampen.lobgids" in seen
        assert "Waar het antwoord verschilt:" in seen
        await (one.press("escape") if hand == "choose" else one.pilot.click(Hints, offset=(2, 0)))
        assert isinstance(one.app.screen, StartScreen)

    assert not visit(steps).told


@pytest.mark.usefixtures("two")
def test_only_what_goes_together_is_offered_to_compare(visit: Visits) -> None:
    async def steps(one: Visit) -> None:
        await compare(one, "choose", 1, "(")  # a group's: beside the first decaan's
        assert "- de groep: groep-kampen.lobgids" in shown(one.app)
        assert "- de decaan: brug.lobgids" in shown(one.app)
        await one.press("escape")
        await one.choose("document.2")  # a mentor's
        assert COMPARE not in [str(option.prompt) for option in one.rows.options]

    visit(steps)


def test_another_file_is_compared_by_its_name_and_what_does_not_fit_is_told(visit: Visits, two: Path) -> None:
    async def steps(one: Visit) -> None:
        await compare(one, "choose", 0, "Een ander bestand")
        await one.name(str(two))
        assert "- de groep: groep-eens.lobgids" in shown(one.app)
        await one.press("escape")
        await compare(one, "choose", 1, "Een ander bestand")
        await one.name(str(two))
        assert "twee gesprekken met een groep" in one.status
        await compare(one, "choose", 0, "Een ander bestand")
        await one.name("nergens.lobgids")
        assert "is er niet" in one.status

    visit(steps)


@pytest.mark.usefixtures("two")
def test_the_comparison_is_in_the_language_of_the_app(
    visit: Visits, content_in: Callable[[str], LocalizedContent], tmp_path: Path
) -> None:
    async def steps(one: Visit) -> None:
        await one.choose("document.0")
        await one.choose(4)
        await one.choose(0)
        assert "Side by side:" in shown(one.app)
        assert "- the group: groep-kampen.lobgids" in shown(one.app)

    visit(steps, context=context_in(content_in, tmp_path, "en"))


# A copy, and erasing.


def test_a_copy_to_share_is_never_ones_last_conversation(
    visit: Visits, kept: Callable[..., Path], content_in: Callable[[str], LocalizedContent]
) -> None:
    own = kept("mijn.lobgids", age=9)
    copy = own.with_name("kopie.lobgids")
    share(own, copy, content_in, without_words=True)

    async def steps(one: Visit) -> None:
        assert "kopie om te delen" in one.row("document.0")
        assert one.at == "go_on"
        await one.press("enter")

    with visit(steps).session as session:
        assert session.path == own


@pytest.mark.parametrize("hand", ["choose", "click"])
@pytest.mark.parametrize("with_words", [False, True])
def test_a_copy_to_share(visit: Visits, kept: Callable[..., Path], hand: str, *, with_words: bool) -> None:
    path = kept()
    copy = path.with_name("brug kopie.lobgids")

    async def steps(one: Visit) -> None:
        await getattr(one, hand)("document.0")
        await getattr(one, hand)(COPY)
        await getattr(one, hand)(int(with_words))
        assert one.app.screen.query_one(Input).value == copy.name
        await (one.press("enter") if hand == "choose" else one.click(0))
        assert one.status.startswith(f"De kopie staat in {copy}")
        assert one.start.query_one(StartList).paths.count(copy) == 1

    assert not visit(steps).told
    events = [event for event in read(copy).events if event.value]
    assert [event.value for event in events] == ([MARKUP, {"text": NOTE}] if with_words else [])


def test_a_copy_with_a_name_of_ones_own(visit: Visits, kept: Callable[..., Path], tmp_path: Path) -> None:
    path = kept()
    names = {
        "voor jou": path.parent / "voor jou.lobgids",
        str(tmp_path / "elders.lobgids"): tmp_path / "elders.lobgids",
    }

    async def steps(one: Visit) -> None:
        for name in names:
            await one.choose(next(row for row in one.names() if row and path == _path(one, row)))
            await one.choose(COPY)
            await one.choose(0)
            await one.name(name)

    visit(steps)
    assert all(read(copy).events for copy in names.values())


def _path(one: Visit, row: str) -> Path | None:
    name, _, place = row.partition(".")
    return one.start.query_one(StartList).document(place).path if name == "document" else None


@pytest.mark.parametrize("name", ["brug.lobgids", "brug", ".", "/"])
def test_a_copy_takes_no_other_files_place(visit: Visits, kept: Callable[..., Path], name: str) -> None:
    path = kept()
    before = path.read_bytes()

    async def steps(one: Visit) -> None:
        await one.choose("document.0")
        await one.choose(COPY)
        await one.choose(0)
        await one.name(name)
        assert "is er al. Kies een andere naam." in one.status

    visit(steps)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("hand", ["choose", "click"])
@pytest.mark.parametrize("size", SIZES)
def test_erasing_asks_first(visit: Visits, kept: Callable[..., Path], hand: str, size: tuple[int, int]) -> None:
    path = kept()

    async def steps(one: Visit) -> None:
        await getattr(one, hand)("document.0")
        await getattr(one, hand)(ERASE)
        await (one.press("enter") if hand == "choose" else one.click(0))
        assert one.status == "Er is niets gewist."
        assert path.exists()
        await getattr(one, hand)("document.0")
        await getattr(one, hand)(ERASE)
        await getattr(one, hand)(1)
        assert one.status == "Het gesprek is gewist."
        assert "document.0" not in one.names()
        assert "go_on" not in one.names()

    assert not visit(steps, size).told
    assert not path.exists()


def test_escape_erases_nothing(visit: Visits, kept: Callable[..., Path]) -> None:
    path = kept()

    async def steps(one: Visit) -> None:
        await one.choose("document.0")
        await one.choose(ERASE)
        await one.press("escape")
        assert one.app.screen is one.start

    assert not visit(steps).told
    assert path.exists()


# The example.


def test_the_example_is_what_its_script_makes() -> None:
    script = load_script(ROOT / "docs" / "make_example.py")
    made = {f"{example.name}.lobgids": script.document(example) for example in script.EXAMPLES}
    assert made == {path.name: path.read_bytes() for path in EXAMPLE.parent.iterdir()}
    assert EXAMPLE.name in made


@pytest.mark.parametrize("size", SIZES)
def test_the_example_is_read_from_its_beginning(visit: Visits, size: tuple[int, int]) -> None:
    before = {path: path.read_bytes() for path in EXAMPLE.parent.iterdir()}

    async def steps(one: Visit) -> None:
        await one.choose("example")
        story, turns = one.app.screen.query_one("#story"), list(one.app.screen.query(Turn))
        assert story.scroll_y == 0
        assert turns[0].entry.text.startswith("Dag, ik ben lobgids.")
        assert [turn.entry.text for turn in turns if turn.entry.who == "person"][:2] == [
            "De Brug (een voorbeeld)",
            "De hele school",
        ]
        assert [turn.entry.text for turn in turns if turn.entry.who == "person"][-1] == "maandag 7 juni 2027"
        assert turns[-1].entry.text == "Op 7 juni 2027 kijk je terug."
        await one.press("pagedown", "down")
        assert story.scroll_y > 0
        await one.press("end")
        assert story.scroll_y == story.max_scroll_y
        await one.press("escape")
        assert one.app.screen is one.start

    assert not visit(steps, size).told
    assert {path: path.read_bytes() for path in EXAMPLE.parent.iterdir()} == before


def test_the_example_is_told_in_the_language_of_the_app(visit: Visits, context: AppContext, english: Language) -> None:
    async def steps(one: Visit) -> None:
        await one.choose("example")
        assert one.app.screen.query(Turn).first().entry.text.startswith("Hello, I am lobgids.")

    assert not visit(steps, context=context._replace(language=english, preferences=Preferences(language="en"))).told


def test_the_example_is_read_with_the_mouse(visit: Visits) -> None:
    async def steps(one: Visit) -> None:
        await one.click("example")
        await click_words(one.pilot, Hints, "PgDn")
        await one.settled()
        assert one.app.screen.query_one("#story").scroll_y > 0
        await click_words(one.pilot, Hints, "Esc")
        await one.settled()
        assert one.app.screen is one.start

    assert not visit(steps).told


def test_a_marked_word_of_the_example_is_explained(visit: Visits) -> None:
    async def steps(one: Visit) -> None:
        await one.choose("example")
        turn = one.app.screen.query(Turn).first()
        turn.post_message(Turn.Explained("term.lob"))
        await one.settled()
        assert isinstance(one.app.screen, WordsScreen)
        await one.press("escape")
        assert isinstance(one.app.screen, ReadScreen)

    visit(steps)


def test_leaving_the_example_while_it_is_told(context: AppContext) -> None:
    app = Host(context)

    async def run() -> None:
        async with app.run_test() as pilot:
            app.push_screen(StoryScreen(read(EXAMPLE), context))
            await pilot.press("escape")
            await Visit(app, pilot).settled()
            assert isinstance(app.screen, StartScreen)

    asyncio.run(run())


# The ways out.


LEAVING: list[Steps] = [
    lambda one: one.press("escape"),
    lambda one: one.press("ctrl+q"),
    lambda one: one.choose("leave"),
    lambda one: one.click("leave"),
    lambda one: click_words(one.pilot, Hints, "Ctrl+Q"),
]
SETTING: list[Steps] = [
    lambda one: one.press("ctrl+o"),
    lambda one: one.choose("settings"),
    lambda one: one.click("settings"),
]


@pytest.mark.parametrize(("leave", "size"), [*product(LEAVING, SIZES[1:2]), *product(LEAVING[2:], SIZES[::2])])
def test_leaving_asks_nothing(visit: Visits, size: tuple[int, int], leave: Steps) -> None:
    (told,) = visit(leave, size).told
    assert isinstance(told, StartScreen.Closed)
    assert not default_folder().exists()


@pytest.mark.parametrize("go", SETTING)
def test_the_settings_are_asked_for(visit: Visits, go: Steps) -> None:
    (told,) = visit(go).told
    assert isinstance(told, StartScreen.Settings)


def test_the_hints_can_be_clicked(visit: Visits) -> None:
    async def steps(one: Visit) -> None:
        await click_words(one.pilot, Hints, "Ctrl+O")
        await click_words(one.pilot, Hints, "Enter")

    settings, opened = visit(steps).told
    assert isinstance(settings, StartScreen.Settings)
    assert isinstance(opened, StartScreen.Opened)
    with opened.session as session:
        assert session.conversation.ask is not None


def test_leaving_while_documents_are_read(kept: Callable[..., Path], context: AppContext) -> None:
    kept()
    app = Host(context)

    async def run() -> None:
        async with app.run_test() as pilot:
            await pilot.press("escape")

    asyncio.run(run())
    assert [type(one) for one in app.told] == [StartScreen.Closed]


def test_other_settings_show_at_once(
    visit: Visits, context: AppContext, english: Language, kept: Callable[..., Path]
) -> None:
    kept()

    async def steps(one: Visit) -> None:
        dutch = one.row("settings")
        screen = one.start
        await one.start.settle(context._replace(language=english, preferences=Preferences(glyphs="ascii")))
        await one.settled()
        assert one.app.screen is screen
        assert one.names()[0] == "go_on"
        assert one.row("settings") == english.gettext(dutch)
        await one.press("enter")

    with visit(steps).session as session:
        assert session.path.name == "brug.lobgids"


# In the app itself, whose first screen it is.


@pytest.mark.parametrize(
    ("downs", "track"), [(0, "decaan"), (1, "workshop"), (2, "mentor")], ids=["decaan", "workshop", "mentor"]
)
def test_each_conversation_begins_from_the_start_screen_of_the_app(context: AppContext, downs: int, track: str) -> None:
    app = LobgidsApp(context)

    async def main() -> None:
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.press("home", *["down"] * downs, "enter")
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, ConversationScreen)
            assert screen.session.conversation.header.track == track
            assert screen.session.conversation.ask is not None
            await pilot.press("ctrl+q")

    asyncio.run(main())
    assert app.session is not None
    with app.session as left:
        assert left.path.exists()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_going_on_from_the_start_screen_shows_every_option(
    size: tuple[int, int], context: AppContext, kept: Callable[..., Path], content_in: Callable[[str], LocalizedContent]
) -> None:
    path = kept()
    path.unlink()
    with FileSession.begin(path, content_in, StartOptions(language="nl", form="full")) as session:
        go(session, "c05.situation")
    app = LobgidsApp(context)

    async def main() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
            await pilot.pause()
            options = app.screen.query_one(Options)
            assert options.virtual_size.height <= options.size.height
            assert options.styles.overflow_y == "hidden"
            assert "Dat weet ik nog niet" in shown(app)

    asyncio.run(main())
