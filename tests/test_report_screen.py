"""Making a report in the app: with the keyboard alone and with the mouse alone, on a small screen too."""

import asyncio
import errno
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from textual.app import App
from textual.command import CommandList
from textual.containers import VerticalScroll
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import OptionList, Static

from lobgids.dialogue.brief import BriefFile, brief_of, read_brief
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import Answer
from lobgids.i18n import Language
from lobgids.kb.base import KnowledgeBase
from lobgids.log.events import TrackName
from lobgids.report import files
from lobgids.report.editions import editions_of
from lobgids.report.offers import AGREEMENTS, FORMATS, SHEETS, groups_of
from lobgids.report.own_words import own_words
from lobgids.report.plan_files.making import plan_file
from lobgids.session.file_session import FileSession
from lobgids.session.session import ContentByLanguage
from lobgids.session.showing import tracks
from lobgids.storage.names import PlanForm, is_of
from lobgids.tui.app import LobgidsApp
from lobgids.tui.chat.screen import ChatScreen
from lobgids.tui.glyphs import ASCII, UNICODE
from lobgids.tui.sheets.own_words import OwnWordsScreen
from lobgids.tui.sheets.report import FormatScreen, ReportScreen
from lobgids.tui.sheets.sheet import Close
from lobgids.tui.widgets.hints import Hints
from lobgids.tui.widgets.marked_text import MarkedText
from tests.conftest import Talk, go, sensible
from tests.fakes.app import click_words, context, hold, shown
from tests.fakes.host import NOTHING, Host
from tests.test_plan_files import NAME, WHOM, planned, typed
from tests.test_plan_files import TALK as PLANNED

SIZES = [(80, 24), (40, 12)]
DAY = date(2026, 11, 23)
HOSTILE = "[red]x[/] \x1b[31mrood <script>alert(1)</script>"
HOSTILE_SHOWN = "[red]x[/] rood <script>alert(1)</script>"
ASKED, RESULT = "een plan voor de ouderavond", "meer rust in mei"
NOTE = "onze Fatima van de havo"
ME, LEADERSHIP, TALK = range(3)
PDF, WORD, PAGE, MARKDOWN = range(4)
BEGINNINGS = {".pdf": b"%pdf-", ".docx": b"pk\x03\x04", ".html": b"<!doctype html", ".md": b"# "}
REPORTS = tracks.shown("decaan").reports
NAMES = ("verslag", "voorstel", "gespreksblad", "naslag")
INTERIM = "Het gesprek is nog niet af."

Begin = Callable[..., Talk]
Steps = Callable[["Visit"], Awaitable[object]]


class Visit:
    """Somebody at the screen on top."""

    def __init__(self, app: Host, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def texts(self) -> list[str]:
        """The rows of the list on top that can be chosen."""
        return [plain(row.prompt) for row in self.app.screen.query_one(OptionList).options if not row.disabled]

    @property
    def headings(self) -> list[str]:
        """What stands above rows of the list on top."""
        return [plain(row.prompt) for row in self.app.screen.query_one(OptionList).options if row.disabled]

    @property
    def below(self) -> str:
        """What is told below the list on top."""
        return plain(self.app.screen.query_one("#meaning Static", Static).content)

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until what they began is done."""
        await self.pilot.press(*keys)
        await self.done()

    async def click(self, place: int) -> None:
        """Click a row of the list on top that can be chosen, scrolling to it as one does with the wheel."""
        rows = self.app.screen.query_one(OptionList)
        place = [index for index, row in enumerate(rows.options) if not row.disabled][place]
        for _ in rows.options:
            await self.pilot.pause()
            places = [option_of(rows.render_line(y)) for y in range(rows.size.height)]
            if place in places:
                assert await self.pilot.click(rows, offset=(1, places.index(place)))
                await self.done()
                return
            rows.scroll_to(y=rows.scroll_y + (1 if place > max(filter(None, places), default=0) else -1), animate=False)
        pytest.fail(f"row {place} is nowhere to click")

    async def done(self) -> None:
        """Wait until a report that was begun is made."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()


def plain(visual: object) -> str:
    assert isinstance(visual, Content | MarkedText)
    return str(visual)


def option_of(line: Any) -> int | None:
    """Which row of a list a line belongs to."""
    found = (segment.style.meta.get("option") for segment in line if segment.style)
    return next((place for place in found if place is not None), None)


def visit(over: ModalScreen[Any], steps: Steps, size: tuple[int, int] = (80, 24)) -> object:
    """Show a screen, use it, and give what it gave."""
    app = Host(over)

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(Visit(app, pilot))
            await pilot.pause()

    asyncio.run(run())
    return app.given


def press(*keys: str) -> Steps:
    return lambda visit: visit.press(*keys)


def by_letter(kind: int, form: int, *chosen: int) -> Steps:
    """Make a report with a key for each choice."""

    async def steps(visit: Visit) -> None:
        await visit.press("abcd"[kind])
        if kind == LEADERSHIP:
            for place in chosen:
                await visit.press("home", *["down"] * place, "space")
            await visit.press("enter")
        await visit.press("abcd"[form])

    return steps


def by_arrows(kind: int, form: int, *chosen: int) -> Steps:
    """Make a report with the arrows and Enter."""

    async def steps(visit: Visit) -> None:
        await visit.press("home", *["down"] * kind, "enter")
        if kind == LEADERSHIP:
            for place in chosen:
                await visit.press("home", *["down"] * place, "space")
            await visit.press("end", "enter")
        await visit.press("home", *["down"] * form, "enter")

    return steps


def by_mouse(kind: int, form: int, *chosen: int) -> Steps:
    """Make a report with the mouse."""

    async def steps(visit: Visit) -> None:
        await visit.click(kind)
        if kind == LEADERSHIP:
            for place in chosen:
                await visit.click(place)
            await visit.click(len(visit.texts) - 1)
        await visit.click(form)

    return steps


WAYS = [by_letter, by_arrows, by_mouse]


@pytest.fixture(scope="module")
def spoken(talk: Begin) -> Talk:
    """A conversation in which somebody typed a few things; its own words are those, in this order."""
    one = talk("full").go(until="c02.situation", assignment__asked=ASKED, assignment__results=RESULT)
    one.move("note", text=NOTE)
    return one


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document in a folder of its own."""
    folder = tmp_path / "gesprekken"
    folder.mkdir()
    return folder / "school.lobgids"


@pytest.fixture
def over(spoken: Talk, document: Path) -> Callable[..., ReportScreen]:
    """The screen over a conversation, that in which things were typed unless it is another."""

    def make(one: Talk = spoken, path: Path = document) -> ReportScreen:
        return ReportScreen(one.conversation, path, DAY, UNICODE)

    return make


def names_in(document: Path) -> list[str]:
    return sorted(one.name for one in document.parent.iterdir())


def markdown(document: Path, name: str) -> str:
    return document.with_name(f"school {name}.md").read_text(encoding="utf-8")


# Making.


@pytest.mark.parametrize("track", get_args(TrackName))
def test_each_report_to_choose_is_one_that_the_track_has(track: TrackName, talk: Begin) -> None:
    made = {edition.name for edition in editions_of(track).editions}
    offers = [offer for group in groups_of(talk(track=track).conversation) for offer in group.offers]
    offered = [offer.edition for offer in offers if offer.edition]
    assert offered[: len(tracks.shown(track).reports)] == list(tracks.shown(track).reports)
    assert set(offered) <= made
    assert set(SHEETS) & made <= set(offered)


@pytest.mark.parametrize(("way", "size"), [(by_letter, (80, 24)), (by_arrows, (40, 12)), (by_mouse, (80, 24))])
@pytest.mark.parametrize("kind", range(4), ids=REPORTS)
def test_each_report_in_each_format(
    kind: int, way: Callable[..., Steps], size: tuple[int, int], over: Callable[..., ReportScreen], document: Path
) -> None:
    told: list[str] = []
    forms = range(len(FORMATS)) if way is by_letter else (kind,)  # one after another; a format is chosen like another

    async def steps(visit: Visit) -> None:
        for form in forms:
            await way(kind, form)(visit)
            assert visit.app.screen is visit.app.over
            told.append(visit.below)

    assert visit(over(), steps, size) == NOTHING
    made = [document.with_name(f"school {NAMES[kind]}.{list(FORMATS)[form]}") for form in forms]
    assert told == [f"Het verslag staat in:\n{path}" for path in made]
    assert names_in(document) == sorted(path.name for path in made)
    for path in made:
        assert path.read_bytes().lower().startswith(BEGINNINGS[path.suffix])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_leadership_reads_only_what_was_chosen(
    way: Callable[..., Steps], size: tuple[int, int], over: Callable[..., ReportScreen], document: Path
) -> None:
    offered: list[str] = []

    async def look(visit: Visit) -> None:
        await visit.press("b")
        offered.extend(visit.texts)

    visit(over(), look, (200, 60))
    place = next(place for place, text in enumerate(offered) if RESULT in text)
    assert all(text.startswith("☐ ") for text in offered[:-1])
    visit(over(), way(LEADERSHIP, MARKDOWN, place), size)
    report = markdown(document, "voorstel")
    assert RESULT in report
    assert ASKED not in report
    assert NOTE not in report


def test_leadership_reads_nothing_without_a_choice_and_oneself_everything(
    over: Callable[..., ReportScreen], document: Path
) -> None:
    visit(over(), by_letter(LEADERSHIP, MARKDOWN))
    visit(over(), by_letter(TALK, MARKDOWN))
    visit(over(), by_letter(ME, MARKDOWN))
    for name, reads in (("voorstel", False), ("gespreksblad", False), ("verslag", True)):
        assert [text in markdown(document, name) for text in (ASKED, RESULT, NOTE)] == [reads] * 3


def test_where_nothing_was_typed_nothing_is_to_be_chosen(
    talk: Begin, over: Callable[..., ReportScreen], document: Path
) -> None:
    async def steps(visit: Visit) -> None:
        await visit.press("b")
        assert isinstance(visit.app.screen, FormatScreen)
        await visit.press("d")

    visit(over(talk("full")), steps)
    assert names_in(document) == ["school voorstel.md"]


@pytest.mark.parametrize("code", ["nl", "en"])
def test_a_report_that_is_not_of_the_whole_conversation_says_so(
    code: str, talk: Begin, over: Callable[..., ReportScreen]
) -> None:
    begun, finished = talk("short", language=code), talk("short", language=code).go()
    sentence = begun.conversation.view.language.gettext(
        "Het gesprek is nog niet af. Dit is dan een tussenstand, en dat staat er ook in."
    )
    told: list[list[str]] = []

    async def steps(visit: Visit) -> None:
        told.append([])
        for key in ("home", "down", "down", "down"):
            await visit.press(key)
            told[-1].append(visit.below)

    for one in (begun, finished):
        visit(over(one), steps)
    assert all(text.startswith(sentence) for text in told[0])
    assert [first.removeprefix(f"{sentence}\n") for first in told[0]] == told[1]
    assert len(set(told[1])) == len(REPORTS)


def test_the_report_itself_says_that_it_is_interim(
    talk: Begin, over: Callable[..., ReportScreen], document: Path
) -> None:
    visit(over(talk("short")), by_letter(TALK, MARKDOWN))
    assert "tussentijds verslag" in markdown(document, "gespreksblad")
    visit(over(talk("short").go()), by_letter(ME, MARKDOWN))
    assert "tussentijds verslag" not in markdown(document, "verslag")


# What goes wrong.


def told_after(over: ReportScreen, kind: int = TALK, form: int = MARKDOWN) -> str:
    """What the sheet says when a report was tried."""
    told: list[str] = []

    async def steps(visit: Visit) -> None:
        await by_letter(kind, form)(visit)
        told.append(visit.below)

    assert visit(over, steps) == NOTHING
    return told[0]


@pytest.mark.parametrize("hand", ["letter", "enter", "mouse"])
@pytest.mark.parametrize("opens", [False, True])
def test_the_report_that_was_made_is_opened(
    hand: str, spoken: Talk, document: Path, monkeypatch: pytest.MonkeyPatch, *, opens: bool
) -> None:
    seen: list[Path] = []
    told: list[str] = []
    path = document.with_name("school gespreksblad.md")

    def launch(path: Path) -> bool:
        seen.append(path)
        return len(seen) == 1

    monkeypatch.setattr("lobgids.session.opening._launch", launch)

    async def steps(visit: Visit) -> None:
        await by_letter(TALK, MARKDOWN)(visit)
        told.append(visit.below)
        letter, row = visit.texts[-1][0], len(visit.texts) - 1
        assert visit.texts[-1] == f"{letter}  Het bestand openen"
        await (visit.click(row) if hand == "mouse" else visit.press(letter if hand == "letter" else "enter"))
        told.append(visit.below)

    visit(ReportScreen(spoken.conversation, document, DAY, UNICODE, opens=opens), steps)
    where = f"Het verslag staat in:\n{path}"
    happened = ["\nIk heb het voor je geopend.", "\nOpenen lukt hier niet. Open het zelf in die map."]
    assert told == [where + end for end in (happened if opens else ["", happened[0]])]
    assert seen == [path] * len(happened[not opens :])


def test_nothing_is_overwritten(over: Callable[..., ReportScreen], document: Path) -> None:
    taken = document.with_name("school gespreksblad.md")
    taken.write_text("van mij")
    document.with_name("school gespreksblad 2.md").symlink_to(document.with_name("elders"))
    assert told_after(over()) == f"Het verslag staat in:\n{document.with_name('school gespreksblad 3.md')}"
    assert taken.read_text() == "van mij"
    assert "elders" not in names_in(document)


def test_a_folder_that_nothing_can_be_written_in(
    over: Callable[..., ReportScreen], document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, really = document.with_name("school gespreksblad.md"), os.open

    def refuse(name: Any, *more: Any) -> int:
        if Path(name).parent == document.parent:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(name))
        return really(name, *more)

    monkeypatch.setattr(os, "open", refuse)
    assert told_after(over()) == f"In het bestand {path} kan niet geschreven worden."
    assert names_in(document) == []


def test_a_disk_that_is_full(
    over: Callable[..., ReportScreen], document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), descriptor)

    monkeypatch.setattr(os, "fsync", fail)
    path = document.with_name("school gespreksblad.md")
    assert told_after(over()) == f"De schijf is vol, dus het bestand {path} kan niet bewaard worden."
    assert names_in(document) == []


def test_a_folder_that_is_none(over: Callable[..., ReportScreen], tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("van mij")
    assert "kan niet geschreven worden" in told_after(over(path=tmp_path / "bestand" / "school.lobgids"))


def test_the_system_fails_while_the_report_is_made(
    over: Callable[..., ReportScreen], document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr(files, "as_file", fail)
    path = document.with_name("school gespreksblad.md")
    assert told_after(over()) == f"In het bestand {path} kan niet geschreven worden."


def test_a_hostile_name_of_a_document_is_text(over: Callable[..., ReportScreen], tmp_path: Path) -> None:
    told = told_after(over(path=tmp_path / "[red]x[:]\x1b[31m.lobgids"))
    assert told == f"Het verslag staat in:\n{tmp_path / '[red]x[:] gespreksblad.md'}"


# While it is made.


class Slow:
    """A format that takes until it is let go."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.made = 0

    def as_file(self, *_: object) -> bytes:
        self.made += 1
        assert self.go.wait(60)
        return b"# klaar"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    one = Slow()
    monkeypatch.setattr(files, "as_file", one.as_file)
    return one


def test_the_keys_work_while_a_report_is_made(over: Callable[..., ReportScreen], document: Path, slow: Slow) -> None:
    async def steps(visit: Visit) -> None:
        rows = visit.app.over.query_one(OptionList)
        await visit.pilot.press("a", "d", "down", "c")
        await visit.pilot.pause()
        assert visit.app.screen is visit.app.over
        assert rows.highlighted == TALK + 1  # below a heading
        assert visit.below == "Ik maak het bestand."
        slow.go.set()
        await visit.done()
        assert visit.below == f"Het verslag staat in:\n{document.with_name('school verslag.md')}"
        await visit.press("c", "d")

    visit(over(), steps)
    assert names_in(document) == ["school gespreksblad.md", "school verslag.md"]


def test_who_leaves_while_a_report_is_made_gets_none(
    over: Callable[..., ReportScreen], document: Path, slow: Slow
) -> None:
    async def steps(visit: Visit) -> None:
        await visit.pilot.press("a", "d", "escape")
        await visit.pilot.pause()
        assert visit.app.screen is not visit.app.over
        slow.go.set()

    assert visit(over(), steps) is None
    assert names_in(document) == []


# The agreements for new mentors.


def agreed_row(one: Talk) -> int:
    """Which row makes the agreements for new mentors."""
    offers = [offer for group in groups_of(one.conversation) for offer in group.offers]
    return offers.index(AGREEMENTS)


@pytest.mark.parametrize("hand", ["letter", "arrows", "mouse"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_decaan_makes_the_agreements_for_new_mentors(
    hand: str, language: str, talk: Begin, over: Callable[..., ReportScreen], document: Path
) -> None:
    one = talk("short", language=language).go(until="plan.actions", theme__lessons=["doer.decaan"])
    told: list[str] = []
    row = agreed_row(one)

    async def steps(visit: Visit) -> None:
        for _time in range(2):
            if hand == "mouse":
                await visit.click(row)
            else:
                keys = [visit.texts[row][0]] if hand == "letter" else ["home", *["down"] * row, "enter"]
                await visit.press(*keys)
            told.append(visit.below)

    visit(over(one), steps, (40, 12) if hand == "arrows" else (80, 24))
    path = document.with_name("school afspraken.json")
    where = {"nl": "De afspraken staan in:", "en": "The agreements are in:"}[language]
    assert [text.split("\n")[:2] for text in told] == [[where, str(path)], [where, f"{path.with_suffix('')} 2.json"]]
    brief = read_brief(BriefFile(path.read_bytes()), one.conversation.view.base)
    assert brief == brief_of(one.conversation.view)
    lines = json.loads(path.read_text("utf-8"))["in_words"]
    assert lines
    assert told[0].split("\n")[-len(lines) :] == [f"- {line}" for line in lines]
    assert is_of(path.name, document)  # it is erased with the conversation


def test_what_a_mentor_is_given_is_not_opened_by_itself(
    talk: Begin, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("lobgids.tui.sheets.report.open_file", opened.append)
    one = talk("short").go(until="c02.situation")
    row = agreed_row(one)
    visit(ReportScreen(one.conversation, document, DAY, UNICODE, opens=True), press("home", *["down"] * row, "enter"))
    assert names_in(document) == ["school afspraken.json"]
    assert opened == []


@pytest.mark.parametrize("track", ["workshop", "mentor"])
def test_only_a_decaan_gives_agreements(track: TrackName, talk: Begin) -> None:
    offers = [offer for group in groups_of(talk(track=track).conversation) for offer in group.offers]
    assert AGREEMENTS not in offers


# The plan to take along.


PLAN_NAMES = {"xlsx": "school plan.xlsx", "ics": "school agenda.ics", "txt": "school mail.txt"}


@pytest.fixture(scope="module")
def with_plan(talk: Begin) -> Talk:
    """A conversation with a plan, about which things were typed; one of its actions has a day."""
    return planned(talk, typed(PLANNED))


def row_of(one: Talk, form: PlanForm) -> int:
    """Which row makes a file of the plan."""
    offers = [offer for group in groups_of(one.conversation) for offer in group.offers]
    return next(row for row, offer in enumerate(offers) if not offer.edition and offer.plan_form == form)


def test_what_can_be_made_stands_in_groups(with_plan: Talk, over: Callable[..., ReportScreen]) -> None:
    groups = list(groups_of(with_plan.conversation))

    async def steps(visit: Visit) -> None:
        assert visit.headings == [group.heading for group in groups]
        assert [text[3:] for text in visit.texts] == [offer.name for group in groups for offer in group.offers]
        rows = visit.app.screen.query_one(OptionList)
        assert rows.size.height == rows.virtual_size.height
        below = []
        for _ in visit.texts:
            below.append(visit.below)
            await visit.press("down")
        assert len(set(below)) == len(visit.texts)
        assert below[0] == visit.below  # after the last row comes the first
        assert "2 acties hebben nog geen dag." in below[row_of(with_plan, "ics")]

    assert [groups[0].heading, groups[-1].heading] == ["Verslagen", "Je plan om mee te nemen"]
    visit(over(with_plan), steps)


def test_without_a_plan_none_is_offered(over: Callable[..., ReportScreen]) -> None:
    async def steps(visit: Visit) -> None:
        assert "Je plan om mee te nemen" not in visit.headings
        assert not any("agenda" in text for text in visit.texts)

    visit(over(), steps)


@pytest.mark.parametrize("hand", ["letter", "arrows", "mouse"])
@pytest.mark.parametrize("form", PLAN_NAMES)
def test_each_file_of_the_plan(
    form: PlanForm, hand: str, with_plan: Talk, over: Callable[..., ReportScreen], document: Path
) -> None:
    told: list[str] = []
    row = row_of(with_plan, form)

    async def steps(visit: Visit) -> None:
        if hand == "mouse":
            await visit.click(row)
        else:
            keys = [visit.texts[row][0]] if hand == "letter" else ["home", *["down"] * row, "enter"]
            await visit.press(*keys)
        if form == "txt":
            assert isinstance(visit.app.screen, OwnWordsScreen)
            await visit.press("enter")
        assert visit.app.screen is visit.app.over
        assert visit.texts[-1].endswith("Het bestand openen")
        told.extend(visit.below.split("\n"))

    visit(over(with_plan), steps, (40, 12) if hand == "arrows" else (80, 24))
    path = document.with_name(PLAN_NAMES[form])
    assert told[:2] == ["Je plan staat in:", str(path)]
    assert told[2:] == (["2 acties hebben nog geen dag. Die staan niet in de agenda."] if form == "ics" else [])
    view = with_plan.conversation.view
    assert path.read_bytes() == plan_file(view, DAY, form)


def test_colleagues_read_in_the_mail_only_what_was_chosen(
    with_plan: Talk, over: Callable[..., ReportScreen], document: Path
) -> None:
    async def steps(visit: Visit) -> None:
        await visit.click(row_of(with_plan, "txt"))
        name = next(place for place, text in enumerate(visit.texts) if NAME in text)
        await visit.press("home", *["down"] * name, "space", "enter")

    visit(over(with_plan), steps)
    mail = document.with_name("school mail.txt").read_text(encoding="utf-8")
    assert NAME in mail
    assert WHOM not in mail


def test_a_heading_is_no_row_to_click(with_plan: Talk, over: Callable[..., ReportScreen], document: Path) -> None:
    async def steps(visit: Visit) -> None:
        await click_words(visit.pilot, OptionList, "Je plan om mee te nemen")
        await visit.done()
        assert visit.app.screen is visit.app.over

    visit(over(with_plan), steps)
    assert names_in(document) == []


def test_on_a_small_screen_the_first_heading_comes_back_with_the_first_row(
    with_plan: Talk, over: Callable[..., ReportScreen]
) -> None:
    async def steps(visit: Visit) -> None:
        rows = visit.app.screen.query_one(OptionList)
        await visit.press("end")
        assert rows.scroll_y > 0
        await visit.press(*["up"] * (len(visit.texts) - 1))
        assert rows.highlighted == 1
        assert rows.scroll_y == 0

    visit(over(with_plan), steps, (40, 12))


# The own words.


def words_screen(one: Talk, glyphs: Any = UNICODE) -> OwnWordsScreen:
    return OwnWordsScreen(own_words(one.conversation.view), one.conversation.view.language, glyphs)


@pytest.fixture
def hostile(talk: Begin) -> Talk:
    one = talk("full").go(until="c02.situation", assignment__asked=f"{HOSTILE}\ntweede regel")
    one.move("note", text=HOSTILE)
    return one


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_was_typed_is_text_and_says_what_it_is(hostile: Talk, size: tuple[int, int]) -> None:
    async def steps(visit: Visit) -> None:
        asked = next(place for place, text in enumerate(visit.texts) if "tweede" in text)
        note = next(place for place, text in enumerate(visit.texts) if "Notitie bij" in text)
        assert visit.texts[asked].startswith(f"☐ {HOSTILE_SHOWN} tweede regel (")
        await visit.press("home", *["down"] * asked)
        assert visit.below.endswith(f"?\n{HOSTILE_SHOWN}\ntweede regel")
        await visit.press("home", *["down"] * note)
        assert visit.below.startswith("Notitie bij ")
        assert visit.below.endswith(f"\n{HOSTILE_SHOWN}")
        assert "[red]x[/]" in " ".join(lines(visit.app.screen.query_one("#meaning Static")))

    visit(words_screen(hostile), steps, size)


def lines(widget: Widget) -> list[str]:
    """What a widget shows now."""
    return [widget.render_line(y).text.strip() for y in range(widget.size.height)]


def test_the_name_of_a_person_says_that_it_is_one(talk: Begin) -> None:
    one = talk("full").go(until="plan.who.act.talk")
    one.type("a, Jolanda")
    told: list[str] = []

    async def steps(visit: Visit) -> None:
        told.extend(visit.texts)

    visit(words_screen(one), steps)
    assert [text for text in told if "Jolanda" in text and "Naam bij " in text]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_a_piece_is_turned_on_and_off(spoken: Talk, glyphs: Any, size: tuple[int, int]) -> None:
    async def steps(visit: Visit) -> None:
        def boxes() -> list[str]:
            return [text[0] for text in visit.texts[:-1]]

        off = [glyphs.unmarked] * (len(visit.texts) - 1)
        assert boxes() == off
        await visit.press("home", "space", "down", "space")
        assert boxes() == [glyphs.marked] * 2 + off[2:]
        await visit.press("end")
        assert visit.below == "Er komen 2 teksten van jezelf bij."
        await visit.click(0)
        assert boxes() == [glyphs.unmarked, glyphs.marked, *off[2:]]
        await visit.press("enter")

    given = visit(words_screen(spoken, glyphs), steps, size)
    assert isinstance(given, frozenset)
    assert len(given) == 1


def test_keys_that_come_at_once_are_all_heard(spoken: Talk) -> None:
    async def steps(visit: Visit) -> None:
        for key in ("home", "space", "enter"):
            visit.app.simulate_key(key)
        await visit.press("enter")

    given = visit(words_screen(spoken, UNICODE), steps)
    assert isinstance(given, frozenset)
    assert len(given) == 1


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_long_piece_is_read_to_its_end_with_keys(talk: Begin, size: tuple[int, int]) -> None:
    one = talk("full").go(until="assignment.asked")
    one.answer(f"{'Een lang antwoord. ' * 100}Einde.")

    async def steps(visit: Visit) -> None:
        rows, below = visit.app.screen.query_one(OptionList), visit.app.screen.query_one(VerticalScroll)
        await visit.press("home")
        assert all(len(rows.render_line(y).text) <= rows.size.width for y in range(rows.size.height))
        await visit.press("tab", "end")
        assert below.scroll_y == below.max_scroll_y > 0

    visit(words_screen(one), steps, size)


# Closing, sizes and languages.


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("keys", [(), ("b",), ("b", "enter"), ("a",)], ids=str)
def test_escape_and_a_click_close_at_each_stage(
    keys: Sequence[str], size: tuple[int, int], over: Callable[..., ReportScreen], document: Path
) -> None:
    async def by_escape(visit: Visit) -> None:
        await visit.press(*keys, "escape")
        if keys:
            assert visit.app.screen is visit.app.over
            await visit.press("escape")

    async def by_click(visit: Visit) -> None:
        await visit.press(*keys)
        for _ in range(2 if keys else 1):
            assert await visit.pilot.click(visit.app.screen.query_one(Close))
            await visit.done()

    for steps in (by_escape, by_click):
        assert visit(over(), steps, size) is None
    assert names_in(document) == []


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize("size", [*SIZES, (200, 60)], ids=str)
def test_all_of_each_sheet_is_in_sight(
    size: tuple[int, int], code: str, talk: Begin, over: Callable[..., ReportScreen]
) -> None:
    one = talk("full", language=code).go(until="c02.situation", assignment__asked=ASKED)

    async def steps(visit: Visit) -> None:
        for keys in ((), ("b",), ("enter",), ("escape", "a")):
            await visit.press(*keys)
            sheet = visit.app.screen.query_one(".sheet")
            assert visit.app.screen.region.contains_region(sheet.region)
            for part in sheet.query("Close, OptionList, #meaning, .title, .about"):
                assert part.region.area > 0, part
                assert sheet.content_region.contains_region(part.region), part
                assert part.size.height + part.max_scroll_y >= part.virtual_size.height, part

    visit(over(one), steps, size)


class Marking(Language):
    """A language in which one sees that a text was translated."""

    def gettext(self, message: str) -> str:
        return f"§{message}"

    def ngettext(self, one: str, many: str, count: int) -> str:
        return f"§{super().ngettext(one, many, count)}"


def marking(one: Talk, base: KnowledgeBase) -> Talk:
    """The same conversation in that language."""
    return Talk(lambda _code: LocalizedContent(Marking("nl", []), base), one.conversation.header, one.events)


def test_every_text_is_translated(
    spoken: Talk, base: KnowledgeBase, over: Callable[..., ReportScreen], document: Path
) -> None:
    texts: list[str] = []

    async def steps(visit: Visit) -> None:
        for keys in ((), ("b", "end"), ("enter",), ("d",)):
            await visit.press(*keys)
            texts.extend(plain(one.content) for one in visit.app.screen.query(Static) if not isinstance(one, Close))
            texts.extend(re.sub(r"^(☐ |[a-z]  )", "", text) for text in visit.texts)

    visit(over(marking(spoken, base)), steps)
    assert len(set(texts)) > len(FORMATS) + len(REPORTS)
    assert [line for text in texts for line in text.split("\n") if line[:1] != "§"] == [
        str(document.with_name("school voorstel.md"))
    ]


def test_all_that_is_said_of_the_plan_is_translated(
    with_plan: Talk, base: KnowledgeBase, over: Callable[..., ReportScreen], document: Path
) -> None:
    texts: list[str] = []

    async def steps(visit: Visit) -> None:
        texts.extend((*visit.headings, *(text[3:] for text in visit.texts)))
        for _ in visit.texts:
            texts.extend(visit.below.split("\n"))
            await visit.press("down")
        await visit.press(visit.texts[row_of(with_plan, "ics")][0])
        texts.extend((*visit.below.split("\n"), visit.texts[-1][3:]))

    visit(over(marking(with_plan, base)), steps)
    assert [text for text in texts if text[:1] != "§"] == [str(document.with_name("school agenda.ics"))]


# In the app.


@pytest.mark.parametrize("until", ["c01.situation", "picture.agree", ""])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_report_at_any_time_of_a_conversation(
    until: str, size: tuple[int, int], opened: Callable[..., FileSession], content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = opened(form="short", language="nl")
    while (ask := session.conversation.ask) and ask.id != until:
        session.conversation.take(Answer(answer=sensible(ask)))
    app = LobgidsApp(context(content_in, tmp_path), session)
    kept = len(session.events)

    async def play(pilot: Pilot[Any]) -> None:
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert (INTERIM in shown(app)) == bool(until)
        await pilot.press("a", "d")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("escape")
        assert len(session.events) == kept
        assert isinstance(app.screen, ChatScreen)

    hold(app, play, size)
    report = (tmp_path / "school verslag.md").read_text(encoding="utf-8")
    assert ("tussentijds verslag" in report) == bool(until)


def at_go_on(opened: Callable[..., FileSession]) -> FileSession:
    """A conversation at the question whether one goes on, or talks with others first."""
    session = opened(form="short", language="nl")
    go(session, "picture.go_on")
    return session


def at_row(app: App[Any]) -> str:
    """The row that one is at in the list on top."""
    found = app.screen.query_one(OptionList)
    assert found.highlighted is not None
    return plain(found.get_option_at_index(found.highlighted).prompt)


@pytest.mark.parametrize("typed", ["2", "nee, ik praat eerst met hen", "waar is dat blad, nu graag"])
def test_who_talks_with_others_first_is_shown_the_sheet_that_was_promised(
    typed: str, opened: Callable[..., FileSession], content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = at_go_on(opened)
    app = LobgidsApp(context(content_in, tmp_path), session)

    async def play(pilot: Pilot[Any]) -> None:
        await pilot.press(*typed, "enter")
        await pilot.pause()
        assert isinstance(app.screen, ReportScreen)
        assert "Gespreksblad" in at_row(app)
        await pilot.press("enter", "a")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert [path.suffix for path in tmp_path.rglob("*gespreksblad*")] == [".pdf"]
        await pilot.press("escape")
        await pilot.pause()

    hold(app, play)
    assert session.events[-1].kind == "paused"
    assert app.return_value is session  # closing the sheet ends the visit, as the question said


def test_it_is_the_sheet_to_make_when_one_comes_back_too(
    opened: Callable[..., FileSession], content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = at_go_on(opened)
    session.conversation.take(Answer(answer=False))
    app = LobgidsApp(context(content_in, tmp_path), session)

    async def play(pilot: Pilot[Any]) -> None:
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert "Gespreksblad" in at_row(app)

    hold(app, play)


def test_elsewhere_one_begins_at_the_first_report(
    opened: Callable[..., FileSession], content_in: ContentByLanguage, tmp_path: Path
) -> None:
    app = LobgidsApp(context(content_in, tmp_path), at_go_on(opened))

    async def play(pilot: Pilot[Any]) -> None:
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert "Mijn verslag" in at_row(app)

    hold(app, play)


def test_a_report_from_the_conversation_with_the_mouse(
    opened: Callable[..., FileSession], content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = opened(form="short", language="nl")
    go(session, "c01.situation")
    app = LobgidsApp(context(content_in, tmp_path), session)

    async def play(pilot: Pilot[Any]) -> None:
        await click_words(pilot, Hints, "Ctrl+P")
        await pilot.pause()
        commands = pilot.app.screen.query_one(CommandList)
        while not any("Een verslag maken" in line for line in lines(commands)):
            assert commands.scroll_y < commands.max_scroll_y
            commands.scroll_relative(y=1, animate=False)
            await pilot.pause()
        await click_words(pilot, CommandList, "Een verslag maken")
        await pilot.pause()
        for words in ("Mijn verslag", "Markdown"):
            await click_words(pilot, OptionList, words)
            await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "Het verslag staat in" in shown(app)

    hold(app, play)
    assert (tmp_path / "school verslag.md").exists()


def test_the_report_room_opens_when_a_report_is_asked_for() -> None:
    script = (
        "import sys; import lobgids.tui.chat.screen, lobgids.tui.sheets.report;"
        "print({'lobgids.report.compose', 'lobgids.report.files', 'lobgids.report.own_words'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
