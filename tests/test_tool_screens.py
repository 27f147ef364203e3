"""Searching, keeping and setting: each with the keyboard alone and with the mouse alone, on a small screen too."""

import asyncio
import errno
import os
import stat
import unicodedata
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from lobgids.i18n import Language, catalogue_folder
from lobgids.lines.transcript_text import as_markdown, as_text
from lobgids.session.transcript import TranscriptEntry
from lobgids.storage.preferences import Preferences
from lobgids.text import folded
from lobgids.tui.sheets.keep import KeepScreen
from lobgids.tui.sheets.search import AROUND, MOST_SHOWN, SearchScreen, excerpt
from lobgids.tui.sheets.settings import SettingsScreen
from lobgids.tui.sheets.sheet import Close
from lobgids.tui.widgets.marked_text import MarkedText
from tests.fakes.host import NOTHING, Host

HOSTILE = "[red]x[/] \x1b[31mrood"
HOSTILE_SHOWN = "[red]x[/] rood"

Steps = Callable[["Visit"], Awaitable[object]]


class Visit:
    """Somebody at the screen on top."""

    def __init__(self, app: Host, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def rows(self) -> OptionList:
        return self.app.screen.query_one(OptionList)

    @property
    def texts(self) -> list[str]:
        """The rows of the list, as they are told."""
        return [_plain(option.prompt) for option in self.rows.options]

    @property
    def below(self) -> str:
        """What is told below the list."""
        return _plain(self.app.over.query_one("#meaning Static", Static).content)

    @property
    def pointed(self) -> str:
        """The lines that are drawn of the row that the list is at."""
        rows = self.rows
        lines = (rows.render_line(y) for y in range(rows.size.height))
        return " ".join(line.text.strip() for line in lines if _option(line) == rows.highlighted)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def click(self, place: int) -> None:
        """Click a row, scrolling to it as one does with the wheel."""
        rows = self.rows
        rows.scroll_home(animate=False, immediate=True)
        for _ in range(200):
            await self.pilot.pause()
            lines = [_option(rows.render_line(y)) for y in range(rows.size.height)]
            if place in lines:
                assert await self.pilot.click(rows, offset=(1, lines.index(place)))
                await self.pilot.pause()
                return
            rows.scroll_down(animate=False, immediate=True)
        pytest.fail(f"row {place} is nowhere to click")

    async def close(self) -> None:
        """Click what closes the screen."""
        assert await self.pilot.click(Close)
        await self.pilot.pause()

    async def name(self, text: str) -> None:
        """Paste in place of what stands in the line."""
        await self.press("home", "shift+end")
        self.app.screen.query_one(Input).post_message(Paste(text))
        await self.press("enter")


def _plain(visual: object) -> str:
    assert isinstance(visual, Content | MarkedText)
    return str(visual)


def _option(line: Any) -> int | None:
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


def speak(code: str) -> Language:
    return Language(code, [catalogue_folder()])


class Marking(Language):
    """A language in which one sees that a text was translated."""

    def __init__(self) -> None:
        super().__init__("nl", [])

    def gettext(self, message: str) -> str:
        return f"§{message}"

    def ngettext(self, one: str, many: str, count: int) -> str:
        return f"§{super().ngettext(one, many, count)}"


@pytest.fixture(params=[("nl", (40, 12)), ("en", (80, 24))], ids=str)
def setup(request: pytest.FixtureRequest) -> tuple[str, tuple[int, int]]:
    code, size = request.param
    return code, size


@pytest.fixture
def language(setup: tuple[str, tuple[int, int]]) -> Language:
    return speak(setup[0])


@pytest.fixture
def size(setup: tuple[str, tuple[int, int]]) -> tuple[int, int]:
    return setup[1]


# Searching.

SAID = [
    (0, TranscriptEntry("guide", "Welkom. Waar gaat het over?", ask="welcome")),
    (0, TranscriptEntry("person", "Oriëntatie op de toekomst")),
    (1, TranscriptEntry("guide", "Wie doet wat bij ORIËNTATIE\nen keuze?", ("De mentor",))),
    (2, TranscriptEntry("person", HOSTILE)),
    (
        3,
        TranscriptEntry(
            "guide", f"Goed. {'Zo gaat het hier. ' * 20}Een cafe\u0301 voor ouders. {'En verder gaat het. ' * 20}"
        ),
    ),
]


def searched(*keys: str, entries: Sequence[tuple[int, TranscriptEntry]] = SAID) -> tuple[str, list[str]]:
    """What is told of the number of places, and the places."""
    seen: list[tuple[str, list[str]]] = []

    async def steps(visit: Visit) -> None:
        await visit.press(*keys)
        seen.append((_plain(visit.app.screen.query_one("#count", Static).content), visit.texts))

    visit(SearchScreen(entries, speak("nl")), steps)
    return seen[0]


@pytest.mark.parametrize("typed", ["orientatie", "ORIËNTATIE", "oriëntatie", "tatie"])
def test_capitals_and_accents_make_no_difference_and_the_newest_comes_first(typed: str) -> None:
    assert searched(*typed) == (
        "2 plekken gevonden.",
        ["lobgids: Wie doet wat bij ORIËNTATIE en keuze?", "jij: Oriëntatie op de toekomst"],
    )


def test_a_line_end_is_a_space() -> None:
    assert searched(*"orientatie en")[1] == ["lobgids: Wie doet wat bij ORIËNTATIE en keuze?"]


def test_the_count_in_words() -> None:
    assert searched(*"welkom")[0] == "1 plek gevonden."
    assert searched(*"xyz") == ("Niets gevonden.", [])
    assert searched("o") == ("Typ twee letters of meer.", [])
    assert searched(*"we", *["backspace"] * 2) == ("Typ twee letters of meer.", [])


def test_of_many_places_the_newest_are_shown() -> None:
    many = [(number, TranscriptEntry("person", f"Antwoord {number} over keuzes")) for number in range(3000)]
    count, places = searched(*"keuzes", entries=many)
    assert count == "3000 plekken gevonden. Je ziet de laatste 50. Typ meer om te kiezen."
    assert places == [f"jij: Antwoord {number} over keuzes" for number in range(2999, 2999 - MOST_SHOWN, -1)]


def test_what_was_typed_is_text() -> None:
    assert searched("left_square_bracket", *"red") == ("1 plek gevonden.", [f"jij: {HOSTILE_SHOWN}"])
    assert searched(*"31m") == ("Niets gevonden.", [])


def test_a_place_is_chosen_with_the_keyboard(language: Language, size: tuple[int, int]) -> None:
    assert visit(SearchScreen(SAID, language), press(*"ori", "enter"), size) == 1
    assert visit(SearchScreen(SAID, language), press(*"ori", "down", "enter"), size) == 0
    assert visit(SearchScreen(SAID, language), press(*"ori", "up", "enter"), size) == 0
    assert visit(SearchScreen(SAID, language), press(*"ori", "pagedown", "pageup", "enter"), size) == 1
    assert visit(SearchScreen(SAID, language), press(*"ori", "tab", "down", "enter"), size) == 0


def test_a_place_is_chosen_with_the_mouse(language: Language, size: tuple[int, int]) -> None:
    async def steps(visit: Visit) -> None:
        await visit.press(*"ori")
        await visit.click(1)

    assert visit(SearchScreen(SAID, language), steps, size) == 0


def test_the_last_of_many_places_is_in_reach(size: tuple[int, int]) -> None:
    many = [(number, TranscriptEntry("person", f"Antwoord {number} over keuzes " * 5)) for number in range(MOST_SHOWN)]

    async def by_keyboard(visit: Visit) -> None:
        await visit.press(*"keu", "tab", "end")
        assert "Antwoord" in visit.pointed
        await visit.press("enter")

    async def by_mouse(visit: Visit) -> None:
        await visit.press(*"keu")
        await visit.click(MOST_SHOWN - 1)

    assert visit(SearchScreen(many, speak("nl")), by_keyboard, size) == 0
    assert visit(SearchScreen(many, speak("nl")), by_mouse, size) == 0


@pytest.mark.parametrize("typed", ["", "xyz"])
def test_enter_where_nothing_was_found_stays(typed: str) -> None:
    assert visit(SearchScreen(SAID, speak("nl")), press(*typed, "enter")) == NOTHING


def test_an_excerpt_has_whole_words_around_what_was_found() -> None:
    long = SAID[-1][1].text
    shown = excerpt(long, "cafe")
    assert len(shown.plain) <= AROUND + len("… …")
    assert shown.plain == "… hier. Zo gaat het hier. Een cafe\u0301 voor ouders. En verder …"
    (span,) = shown.spans
    assert shown.plain[span.start : span.end] == "cafe\u0301"
    assert str(span.style) == "bold underline"


CLEAN = st.characters(exclude_categories=("Cc", "Cs"))


@given(st.text(CLEAN), st.text(CLEAN, min_size=1), st.text(CLEAN))
def test_what_is_marked_is_what_was_found(before: str, wanted: str, after: str) -> None:
    text, key = f"{before} {wanted} {after}", folded(wanted)
    if key:
        shown = excerpt(text, key)
        (span,) = shown.spans
        assert key in folded(shown.plain[span.start : span.end])
        assert shown.plain[span.start : span.end] in text


@given(st.text())
def test_folding_goes_sign_by_sign(text: str) -> None:
    assert folded(text) == "".join(folded(sign) for sign in text)
    assert folded(unicodedata.normalize("NFD", text)) == folded(unicodedata.normalize("NFC", text))


# Keeping.

TALK = [
    TranscriptEntry("guide", "Waar gaat het over?", ("De mentor", "De decaan"), "one"),
    TranscriptEntry("problem", "Dat begrijp ik niet."),
    TranscriptEntry("person", "*Oriëntatie* [red]x[/]"),
]
HEARD = [entry for entry in TALK if entry.who != "problem"]
COPY_TEXT, COPY_MARKDOWN, SAVE_TEXT, SAVE_MARKDOWN = range(4)


def text_of(entries: Sequence[TranscriptEntry], language: Language) -> str:
    return "".join(f"{line}\n" for line in as_text(entries, language.gettext("jij")))


def markdown_of(entries: Sequence[TranscriptEntry], language: Language) -> str:
    return "".join(f"{line}\n" for line in as_markdown(entries, language.gettext("jij")))


def save_as(*names: str, row: int = SAVE_TEXT, told: list[str]) -> Steps:
    """Save under one name after another, and keep what is told; '' for the name that is offered."""

    async def steps(visit: Visit) -> None:
        await visit.press("home", *["down"] * row)
        for name in names:
            await visit.press("enter")
            await (visit.name(name) if name else visit.press("enter"))
            told.append(visit.below)

    return steps


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A document in a folder of its own."""
    folder = tmp_path / "gesprekken"
    folder.mkdir()
    return folder / "school.lobgids"


def names_in(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


@pytest.mark.parametrize(("row", "form"), [(COPY_TEXT, text_of), (COPY_MARKDOWN, markdown_of)])
def test_copying(row: int, form: Callable[..., str], language: Language, path: Path, size: tuple[int, int]) -> None:
    copied: list[str] = []

    async def by_keyboard(visit: Visit) -> None:
        before = visit.below
        await visit.press("home", *["down"] * row, "enter")
        copied.append(visit.app.clipboard)
        assert visit.below != before

    async def by_mouse(visit: Visit) -> None:
        await visit.click(row)
        copied.append(visit.app.clipboard)
        await visit.close()

    assert visit(KeepScreen(TALK, path, language), by_keyboard, size) == NOTHING
    assert visit(KeepScreen(TALK, path, language), by_mouse, size) is None
    assert copied == [form(HEARD, language)] * 2
    assert names_in(path) == []


@pytest.mark.parametrize(("row", "form"), [(SAVE_TEXT, text_of), (SAVE_MARKDOWN, markdown_of)])
def test_saving(row: int, form: Callable[..., str], language: Language, path: Path, size: tuple[int, int]) -> None:
    async def by_mouse(visit: Visit) -> None:
        await visit.click(row)
        await visit.click(0)

    told: list[str] = []
    visit(KeepScreen(TALK, path, language), save_as("", row=row, told=told), size)
    visit(KeepScreen(TALK, path.with_name("muis.lobgids"), language), by_mouse, size)
    end = "txt" if row == SAVE_TEXT else "md"
    assert names_in(path) == [f"muis.{end}", f"school.{end}"]
    for name in names_in(path):
        saved = path.with_name(name)
        assert saved.read_text(encoding="utf-8") == form(HEARD, language)
        assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert str(path.with_name(f"school.{end}")) in told[0]


def test_the_line_for_the_name_is_closed_without_saving(path: Path, size: tuple[int, int]) -> None:
    async def by_keyboard(visit: Visit) -> None:
        await visit.press("home", "down", "down", "enter", "escape")
        assert visit.app.screen is visit.app.over

    async def by_mouse(visit: Visit) -> None:
        await visit.click(SAVE_TEXT)
        await visit.close()
        assert visit.app.screen is visit.app.over

    for steps in (by_keyboard, by_mouse):
        assert visit(KeepScreen(TALK, path, speak("nl")), steps, size) == NOTHING
    assert names_in(path) == []


def test_nothing_is_overwritten(path: Path) -> None:
    for name in ("school.txt", "school 2.txt"):
        path.with_name(name).write_text("van mij")
    told: list[str] = []
    visit(KeepScreen(TALK, path, speak("nl")), save_as("", "", told=told))
    taken, saved = path.with_name("school.txt"), path.with_name("school 3.txt")
    assert told == [
        f"Het bestand {taken} is er al. Daar is niets aan veranderd. Kies nog eens, dan stel ik ‘school 3.txt’ voor.",
        f"Het gesprek staat in {saved}.",
    ]
    assert taken.read_text() == "van mij"
    assert saved.read_text(encoding="utf-8") == text_of(HEARD, speak("nl"))


def test_a_link_to_nothing_is_not_written_through(path: Path) -> None:
    elsewhere = path.with_name("elders")
    path.with_name("school.txt").symlink_to(elsewhere)
    told: list[str] = []
    visit(KeepScreen(TALK, path, speak("nl")), save_as("", told=told))
    assert "is er al" in told[0]
    assert not elsewhere.exists()


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("gesprek", "gesprekken/gesprek.txt"),
        ("gesprek.text", "gesprekken/gesprek.text"),
        ("../ander.txt", "ander.txt"),
        ("..", "school.txt"),
        ("~/thuis.txt", "home/thuis.txt"),
        ("~niemand", "gesprekken/~niemand.txt"),
        ("[red]x[:].txt", "gesprekken/[red]x[:].txt"),
    ],
)
def test_another_name(typed: str, saved: str, path: Path) -> None:
    told: list[str] = []
    visit(KeepScreen(TALK, path, speak("nl")), save_as(typed, told=told))
    assert (path.parent.parent / saved).read_text(encoding="utf-8") == text_of(HEARD, speak("nl"))
    assert len(told) == 1


def test_a_folder_that_is_not_there(path: Path) -> None:
    told: list[str] = []
    visit(KeepScreen(TALK, path, speak("nl")), save_as("weg/x.txt", "goed.txt", told=told))
    assert told == [f"De map {path.parent / 'weg'} is er niet.", f"Het gesprek staat in {path.with_name('goed.txt')}."]


@pytest.mark.parametrize("typed", ["x" * 300, "bestand/x.txt"])
def test_a_name_that_cannot_be(typed: str, path: Path) -> None:
    path.with_name("bestand").write_text("van mij")
    told: list[str] = []
    visit(KeepScreen(TALK, path, speak("nl")), save_as(typed, "goed.txt", told=told))
    assert "kan niet geschreven worden" in told[0]
    assert names_in(path) == ["bestand", "goed.txt"]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "De schijf is vol, dus het bestand {path} kan niet bewaard worden."),
        (errno.EDQUOT, "De schijf is vol, dus het bestand {path} kan niet bewaard worden."),
        (errno.EIO, "In het bestand {path} kan niet geschreven worden."),
    ],
)
def test_a_disk_that_fails_leaves_no_half_file(
    code: int, sentence: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(code, os.strerror(code), descriptor)

    monkeypatch.setattr(os, "fsync", fail)
    told: list[str] = []
    visit(KeepScreen(TALK, path, speak("nl")), save_as("", told=told))
    assert told == [sentence.format(path=path.with_name("school.txt"))]
    assert names_in(path) == []


def test_without_permission(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: Path, *_: int) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(name))

    told: list[str] = []
    monkeypatch.setattr(os, "open", refuse)
    visit(KeepScreen(TALK, path, speak("nl")), save_as("", told=told))
    assert told == [f"In het bestand {path.with_name('school.txt')} kan niet geschreven worden."]


def test_a_hostile_name_of_a_document_is_text(tmp_path: Path) -> None:
    told: list[str] = []
    visit(KeepScreen(TALK, tmp_path / "[red]x[:]\x1b[31m.lobgids", speak("nl")), save_as("", told=told))
    assert told == [f"Het gesprek staat in {tmp_path / '[red]x[:].txt'}."]


# Setting.

CHANGED = Preferences(
    language="nl", theme="light", density="compact", motion=False, direction="always", glyphs="ascii"
)  # fmt: skip
FIELDS = 6


def test_every_setting_is_changed_with_the_keyboard(language: Language, size: tuple[int, int]) -> None:
    async def steps(visit: Visit) -> None:
        await visit.press("home")
        for place in range(FIELDS):
            await visit.press("right")
            assert f"2 {language.gettext('{name}: < {value} > ({place} van {count})').split()[-2]}" in visit.pointed, (
                place
            )
            await visit.press("down")
        await visit.press("enter")

    assert visit(SettingsScreen(Preferences(), ("nl", "en"), language), steps, size) == CHANGED


def test_every_setting_is_changed_with_the_mouse(language: Language, size: tuple[int, int]) -> None:
    async def steps(visit: Visit) -> None:
        for place in range(FIELDS + 1):
            await visit.click(place)

    assert visit(SettingsScreen(Preferences(), ("nl", "en"), language), steps, size) == CHANGED


@pytest.mark.parametrize("key", ["right", "enter", "space"])
def test_the_next_value_and_after_the_last_the_first(key: str) -> None:
    themes: list[str] = []

    async def steps(visit: Visit) -> None:
        await visit.press("home", "down")
        for _ in range(3):
            themes.append(visit.texts[1])
            await visit.press(key)
        themes.append(visit.texts[1])
        await visit.press("left")
        themes.append(visit.texts[1])

    visit(SettingsScreen(Preferences(), ("nl", "en"), speak("nl")), steps)
    assert themes == [
        "Kleuren: < donker > (1 van 3)",
        "Kleuren: < licht > (2 van 3)",
        "Kleuren: < hoog contrast > (3 van 3)",
        "Kleuren: < donker > (1 van 3)",
        "Kleuren: < hoog contrast > (3 van 3)",
    ]


@pytest.mark.parametrize("key", ["left", "right"])
def test_the_last_rows_have_no_values(key: str) -> None:
    assert visit(SettingsScreen(CHANGED, ("nl", "en"), speak("nl")), press("end", key)) == NOTHING
    assert visit(SettingsScreen(CHANGED, ("nl", "en"), speak("nl")), press("end", "up", key, "space")) == CHANGED


def test_not_kept(language: Language, size: tuple[int, int]) -> None:
    async def by_mouse(visit: Visit) -> None:
        await visit.click(0)
        await visit.click(FIELDS + 1)

    assert visit(SettingsScreen(Preferences(), ("nl", "en"), language), press("right", "end", "enter"), size) is None
    assert visit(SettingsScreen(Preferences(), ("nl", "en"), language), by_mouse, size) is None


def test_every_row_is_explained(language: Language, size: tuple[int, int]) -> None:
    meanings: list[str] = []

    async def steps(visit: Visit) -> None:
        await visit.press("home")
        for _ in range(FIELDS + 2):
            meanings.append(visit.below)
            assert visit.pointed
            await visit.press("down")

    visit(SettingsScreen(Preferences(), ("nl", "en"), language), steps, size)
    assert all(meanings)
    assert len(set(meanings)) == FIELDS + 2


@pytest.mark.parametrize(
    ("current", "languages", "named"),
    [
        ("", ("en", "nl"), ["zoals de computer", "English", "Nederlands"]),
        ("nl", ("nl", "fr"), ["Nederlands", "français", "zoals de computer"]),
        ("xx", ("nl",), ["xx", "zoals de computer", "Nederlands"]),
        ("de", ("nl",), ["Deutsch", "zoals de computer", "Nederlands"]),
    ],
)
def test_languages_are_named_in_their_own_words(current: str, languages: tuple[str, ...], named: list[str]) -> None:
    seen: list[str] = []

    async def steps(visit: Visit) -> None:
        await visit.press("home")
        for _ in named:
            seen.append(visit.texts[0].removeprefix("Taal: < ").partition(" >")[0])
            await visit.press("right")

    visit(SettingsScreen(Preferences(language=current), languages, speak("nl")), steps)
    assert seen == named


# All three.


def screens(language: Language, folder: Path) -> list[ModalScreen[Any]]:
    return [
        SearchScreen(SAID, language),
        KeepScreen(TALK, folder / "school.lobgids", language),
        SettingsScreen(Preferences(), ("nl", "en"), language),
    ]


@pytest.mark.parametrize("place", range(3))
def test_escape_gives_nothing(place: int, language: Language, size: tuple[int, int], tmp_path: Path) -> None:
    assert visit(screens(language, tmp_path)[place], press("escape"), size) is None


@pytest.mark.parametrize("place", range(2))
def test_a_click_closes(place: int, language: Language, size: tuple[int, int], tmp_path: Path) -> None:
    assert visit(screens(language, tmp_path)[place], Visit.close, size) is None


@pytest.mark.parametrize(("place", "keys"), [(0, ["w", "e"]), (2, ["end"]), (2, ["end", "up"])])
def test_enter_twice_closes_once(place: int, keys: list[str], tmp_path: Path) -> None:
    async def steps(visit: Visit) -> None:
        await visit.press(*keys)
        rows = visit.rows
        rows.action_select()
        rows.action_select()
        await visit.pilot.pause()
        assert visit.app.is_running

    assert visit(screens(speak("nl"), tmp_path)[place], steps) != NOTHING


@pytest.mark.parametrize("place", range(3))
def test_every_text_is_translated(place: int, tmp_path: Path) -> None:
    texts: list[str] = []

    async def steps(visit: Visit) -> None:
        over = visit.app.over
        await visit.press(*("we" if place == 0 else ["end"]))
        texts.extend(_plain(one.content) for one in over.query(Static) if not isinstance(one, Close))
        texts.extend(one.placeholder for one in over.query(Input))
        if place:
            texts.extend(visit.texts)

    visit(screens(Marking(), tmp_path)[place], steps)
    assert texts
    assert [text for text in texts if not text.startswith("§")] == []
