"""The projector's screen, with a presenter's remote, the keyboard, and at the size of a large font."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from lobgids.dialogue.protocol import Answer, Move
from lobgids.session.file_session import FileSession
from lobgids.session.session import ContentByLanguage
from lobgids.storage.document import Document
from lobgids.storage.errors import DocumentError
from lobgids.storage.reading import read
from lobgids.tui.app import LobgidsApp
from lobgids.tui.bursts import BurstParser
from lobgids.tui.chat.screen import ChatScreen
from lobgids.tui.conversation_screen import ConversationScreen
from lobgids.tui.projector.choices import Choices
from lobgids.tui.projector.counts import Counts
from lobgids.tui.projector.screen import ProjectorScreen
from lobgids.tui.sheets.blank import BlankScreen
from lobgids.tui.widgets.hints import Hints
from lobgids.tui.widgets.words import Words
from tests.conftest import sensible
from tests.fakes.app import AppPilot, click_words, context, hold, rows, shown
from tests.fakes.remote import RemoteWalk

BEAMER = (60, 20)
GROUP: dict[str, Any] = {"setup.people": 13, "setup.roles": {"mentor": 13}, "setup.time": "time.90"}
IN_GROUPS: dict[str, Any] = {
    "setup.people": 17,
    "setup.roles": {"leadership": 3, "decaan": 3, "mentor": 11},
    "setup.groups": "groups.two",
}

Staged = Callable[..., FileSession]


@pytest.fixture
def staged(opened: Callable[..., FileSession]) -> Staged:
    """A workshop at a question: staged("c06.situation", {"setup.people": 20})."""

    def stage(until: str, answers: dict[str, Any] | None = None, language: str = "nl") -> FileSession:
        session = opened(track="workshop", language=language)
        while (ask := session.conversation.ask) and ask.id != until:
            session.conversation.take(Answer(answer=(GROUP | (answers or {})).get(ask.id, sensible(ask))))
        assert session.conversation.ask, f"{until} is not asked"
        return session

    return stage


def play(
    session: FileSession,
    content_in: ContentByLanguage,
    folder: Path,
    *keys: str,
    size: tuple[int, int] = BEAMER,
    at: str = "answer",
) -> list[str]:
    """Turn to a kind of page and press keys; gives what was on screen before the first and after each."""
    seen: list[str] = []

    async def steps(pilot: AppPilot) -> None:
        if at:
            await until(pilot, at)
        seen.append(shown(pilot.app))
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            seen.append(shown(pilot.app))

    with session:
        hold(LobgidsApp(context(content_in, folder), session), steps, size)
    return seen


def ask_of(session: FileSession) -> str:
    ask = session.conversation.ask
    return ask.id if ask else ""


async def until(pilot: AppPilot, kind: str) -> ProjectorScreen:
    """Turn pages until one of a kind is shown."""
    stage = pilot.app.screen
    assert isinstance(stage, ProjectorScreen)
    for _ in range(30):
        if stage.page.kind == kind:
            return stage
        await pilot.press("pagedown")
        await pilot.pause()
    raise AssertionError(kind)


def test_a_workshop_opens_for_the_projector_and_all_others_as_a_chat(
    staged: Staged, opened: Callable[..., FileSession], content_in: ContentByLanguage, tmp_path: Path
) -> None:
    kinds: list[object] = []

    async def look(pilot: AppPilot) -> None:
        kinds.append(type(pilot.app.screen))
        kinds.append(pilot.app.theme)

    with staged("c06.situation") as session:
        hold(LobgidsApp(context(content_in, tmp_path), session), look, BEAMER)
    with opened("ander.lobgids", form="short", language="nl") as session:
        hold(LobgidsApp(context(content_in, tmp_path), session), look, BEAMER)
    with staged("c06.talk") as session:
        hold(LobgidsApp(context(content_in, tmp_path, theme="contrast"), session), look, BEAMER)
    assert kinds == [
        ProjectorScreen,
        "lobgids-projector",
        ChatScreen,
        "lobgids-dark",
        ProjectorScreen,
        "lobgids-contrast",
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_question_to_vote_on_is_whole_at_60_by_20(
    opened: Callable[..., FileSession], content_in: ContentByLanguage, tmp_path: Path, language: str
) -> None:
    items = [f"agenda.c{number:02}" for number in range(1, 13)]
    session = opened(track="workshop", language=language)
    given = GROUP | {"setup.agenda": False, "setup.items": items}
    seen = []

    async def look(pilot: AppPilot) -> None:
        stage = pilot.app.screen
        assert isinstance(stage, ProjectorScreen)
        for number in range(1, 13):
            await stage.give(Move(move="jump", to=f"c{number:02}"))
            await pilot.pause()
            page = await until(pilot, "think")
            assert page.query_one("#page").max_scroll_y == 0, number
            ask = page.ask
            assert ask is not None
            text = " ".join(shown(pilot.app).split())
            for option in ask.options[:3]:
                assert " ".join(option.text.split()) in text
            seen.append(ask.id)

    with session:
        while (ask := session.conversation.ask) and ask.chapter == "welcome":
            session.conversation.take(Answer(answer=given.get(ask.id, sensible(ask))))
        hold(LobgidsApp(context(content_in, tmp_path, language), session), look, BEAMER)
    assert len(seen) == 12


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_talk_is_whole_at_60_by_20(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path, language: str
) -> None:
    items = [f"agenda.c{number:02}" for number in range(1, 13)]
    session = staged("setup.start", {"setup.agenda": False, "setup.items": items}, language)

    async def look(pilot: AppPilot) -> None:
        stage = pilot.app.screen
        assert isinstance(stage, ProjectorScreen)
        for component in (f"c{number:02}" for number in range(1, 13)):
            await stage.give(Move(move="jump", to=component))
            counts = zip(("m1", "m2", "m3", "unknown"), (5, 5, 1, 2), strict=True)
            await stage.give(Answer(answer={f"{component}.{option}": count for option, count in counts}))
            await stage.give(Move(move="reveal"))
            page = await until(pilot, "answer")
            assert (page.ask.id if page.ask else "") == f"{component}.talk"
            assert page.query_one("#page").max_scroll_y == 0, component

    with session:
        hold(LobgidsApp(context(content_in, tmp_path, language), session), look, BEAMER)


def test_nothing_of_votes_or_models_is_on_the_screen_before_the_reveal(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.situation")
    keys = [*["pagedown"] * 5, "3", "enter", "8", "enter", "2", "enter", "0", "enter"]
    seen = play(session, content_in, tmp_path, *keys, at="text")
    assert ask_of(session) == "c06.reveal"
    names = ("vakkenschool", "activerende", "flexibele", "model")
    for screen in seen:
        assert not any(name in screen.lower() for name in names)
    for screen in seen[6:]:
        page = screen.partition("gepland 5–18")[2]
        assert not any(f" {number} " in page for number in ("3", "8", "2", "0")), page
    assert "13" in seen[-1]


def test_the_remote_alone_goes_through_the_talk_and_takes_back(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.reveal", {"c06.situation": {"c06.m1": 6, "c06.m2": 6, "c06.m3": 1}})
    asked = []

    async def steps(pilot: AppPilot) -> None:
        for key in ("pagedown", "pagedown", "pageup", "pageup", "pagedown", "pagedown", "pagedown"):
            await pilot.press(key)
            await pilot.pause()
            stage = pilot.app.screen
            assert isinstance(stage, ProjectorScreen)
            asked.append((ask_of(session), stage.page.kind))

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, (100, 36))
    assert asked == [
        ("c06.talk", "result"),
        ("c06.talk", "answer"),
        ("c06.talk", "result"),
        ("c06.reveal", "answer"),
        ("c06.talk", "result"),
        ("c06.talk", "answer"),
        ("c06.situation.2", "think"),
    ]


def test_page_up_never_takes_back_what_was_typed(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("c06.agreed")
    seen = play(session, content_in, tmp_path, *"Zo is het", "enter", "pageup", "pageup")
    assert ask_of(session) == "c06.basis"
    assert session.conversation.view.state.value("c06.agreed") == "Zo is het"
    assert "F2" in seen[-1]


def test_a_presenters_remote_blanks_the_screen_and_any_key_brings_it_back(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.situation")
    for key in ("full_stop", "b"):
        states: list[bool] = []

        async def steps(pilot: AppPilot, key: str = key, states: list[bool] = states) -> None:
            await pilot.press(key)
            await pilot.pause()
            states.append(isinstance(pilot.app.screen, BlankScreen))
            states.append(bool(shown(pilot.app).strip()))
            await pilot.press("pagedown")
            await pilot.pause()
            states.append(isinstance(pilot.app.screen, ProjectorScreen))

        hold(LobgidsApp(context(content_in, tmp_path), session), steps, BEAMER)
        assert states == [True, False, True]
    session.__exit__()


def test_where_a_sentence_is_typed_a_period_is_one_and_only_in_front_it_blanks(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.agreed")

    async def steps(pilot: AppPilot) -> None:
        stage = await until(pilot, "answer")
        await pilot.press(*"bij ons.")
        await pilot.pause()
        assert stage.query_one(Words).text == "bij ons."
        await pilot.press(*["backspace"] * 8, "full_stop")
        await pilot.pause()
        assert isinstance(pilot.app.screen, BlankScreen)

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, BEAMER)


def test_going_on_without_a_sentence_takes_two_presses(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.agreed")
    seen = play(session, content_in, tmp_path, "pagedown", "pagedown")
    assert "Hier staat nog niets" in seen[1]
    assert ask_of(session) == "c06.basis"
    assert session.conversation.view.state.answers["c06.agreed"].skipped


def test_counts_in_groups_are_typed_in_rows(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("c06.situation", IN_GROUPS)
    keys = []
    for number in ("1", "5", "0", "0", "8", "2", "1", "0"):
        keys += [number, "right"]
    seen = play(session, content_in, tmp_path, *keys, "pagedown")
    kept = session.conversation.view.state.value("c06.situation")["by_group"]
    assert [list(row.values()) for row in kept.values()] == [[1, 5, 0, 0], [8, 2, 1, 0]]
    assert "schoolleiding en staf" in seen[0]


def test_a_missing_count_is_told_and_pointed_at(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("c06.situation")
    seen = play(session, content_in, tmp_path, "4", "pagedown", "x", "backspace", "4", "enter")
    assert "mist nog een aantal" in seen[2]
    assert ask_of(session) == "c06.situation"
    assert not [event for event in session.events if event.kind == "voted"]


def test_roles_are_counted_below_each_other_and_shown(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("setup.roles")
    seen = play(session, content_in, tmp_path, "2", "down", "down", "1", "1", "pagedown")
    assert "De schoolleiding" in seen[0]
    assert "11" in seen[5]
    assert session.conversation.view.state.value("setup.roles")["team_leader"] == 11


def test_roles_that_do_not_add_up_stand_there_when_they_are_told_anew(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("setup.sum", {"setup.roles": {"mentor": 8, "team_leader": 3}})
    session.conversation.take(Answer(answer=False))
    play(session, content_in, tmp_path, "5", "pagedown")
    roles = session.conversation.view.state.value("setup.roles")
    assert (roles["leadership"], roles["team_leader"], roles["mentor"]) == (5, 3, 8)


def test_several_are_marked_with_enter_and_sent_with_the_remote(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.basis")

    async def steps(pilot: AppPilot) -> None:
        stage = await until(pilot, "answer")
        await pilot.press("pagedown")
        await pilot.pause()
        assert "Zet met Enter aan" in shown(pilot.app)
        await pilot.press("enter", "down", "down", "enter", "pagedown")
        await pilot.pause()
        assert stage.ask is not None
        assert stage.ask.id == "c09.situation"

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, (80, 24))
    assert session.conversation.view.ids("c06.basis") == ["lessons", "documents"]


def test_enter_turns_a_page_too(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("c06.situation")
    seen = play(session, content_in, tmp_path, "enter", "enter", at="text")
    assert len(set(seen)) == 3
    assert ask_of(session) == "c06.situation"


def test_no_key_answers_a_question_that_is_not_shown_yet(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.talk")
    seen = play(session, content_in, tmp_path, "space", "down", "space", "3", at="result")
    assert len(set(seen)) == 1
    assert ask_of(session) == "c06.talk"


def test_letters_choose_nothing(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("setup.way")
    play(session, content_in, tmp_path, "a", "c", "1", "2")
    assert ask_of(session) == "setup.way"


def test_the_notes_are_on_a_key_and_never_there_by_themselves(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.situation")
    seen = play(
        session, content_in, tmp_path, "n", "down", "enter", "escape", "f9", "escape", size=(100, 40), at="think"
    )
    assert ["Om naar te luisteren" in one for one in seen] == [False, False, False, True, False, True, False]
    assert "De groep ziet dit ook" in seen[1]
    assert not any("vakkenschool" in one for one in seen)


@pytest.mark.parametrize(
    "keys", [("n", "enter"), ("f9", "enter"), ("n", "escape"), ("n", "n"), ("N", "N"), ("n", "pagedown")]
)
def test_the_notes_do_not_show_where_one_does_not_want_them_after_all(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    session = staged("c06.situation")
    seen = play(session, content_in, tmp_path, *keys, size=(100, 40), at="think")
    assert not any("Om naar te luisteren" in one for one in seen)


def test_capitals_are_keys_too(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("c06.situation")
    seen = play(session, content_in, tmp_path, "N", "down", "enter", "N", "B", size=(100, 40), at="think")
    assert "De groep ziet dit ook" in seen[1]
    assert "Om naar te luisteren" in seen[3]
    assert "Om naar te luisteren" not in seen[4]
    assert not seen[5].strip()


def test_at_each_question_it_is_asked_again_whether_the_notes_may_show(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.situation")
    counts = [key for _ in range(4) for key in ("2", "right")]
    keys = ("n", "down", "enter", "escape", "enter", *counts, "pagedown", "f9")
    seen = play(session, content_in, tmp_path, *keys, size=(100, 40), at="think")
    assert ask_of(session) == "c06.count"
    assert "De groep ziet dit ook" in seen[-1]


@pytest.mark.parametrize(
    ("at", "is_told"),
    [("c06.situation", False), ("c06.reveal", False), ("c06.talk", True), ("c06.situation.2", False),
     ("c06.agreed", True)],
)  # fmt: skip
def test_what_a_description_points_at_is_told_after_the_reveal(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path, at: str, is_told: bool
) -> None:
    session = staged(at, {"c06.talk": "talk.again"} if at.endswith(".2") else {})
    notes = session.conversation.guidance()
    assert notes is not None
    assert notes.points
    seen = play(session, content_in, tmp_path, "f9", "down", "enter", size=(160, 60), at="")
    assert ("Waar elke beschrijving op wijst" in seen[-1]) == is_told
    assert ("Notities" in seen[0]) == is_told  # what the bar names


PRINTABLE = [chr(code) for code in range(33, 127)]
OTHERS = ["space", "enter", "tab", "shift+tab", "backspace", "delete", "up", "down", "left", "right", "home", "end"]
FUNCTION = [f"f{number}" for number in range(1, 25)]


@pytest.mark.parametrize("kind", ["think", "answer"])
def test_no_stray_key_tells_what_a_description_points_at(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path, kind: str
) -> None:
    session = staged("c06.situation")
    notes = session.conversation.guidance()
    assert notes is not None
    secrets = [point.partition(": ")[2][:40] for point in notes.points] + ["vakkenschool", "activerende", "flexibele"]

    async def steps(pilot: AppPilot) -> None:
        stage = await until(pilot, kind)
        for key in (*PRINTABLE, *OTHERS, *FUNCTION):
            await pilot.press(key)
            await pilot.pause()
            text = " ".join(shown(pilot.app).split()).lower()
            assert not [secret for secret in secrets if secret.lower() in text], key
            while pilot.app.screen is not stage:
                await pilot.press("f12" if isinstance(pilot.app.screen, ChatScreen) else "escape")
                await pilot.pause()
            if ask_of(session) != "c06.situation":
                await stage.give(Move(move="jump", to="c06"))
            if (kind, stage.page.kind) == ("think", "answer"):
                await pilot.press("pageup")
            await until(pilot, kind)

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, (120, 60))
    assert not [event for event in session.events if event.kind == "revealed"]


def test_the_parking_lot_is_two_keys_away(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("c06.talk")
    seen = play(session, content_in, tmp_path, "f7", *"De open dag", "enter")
    assert [note.text for note in session.conversation.view.state.notes] == ["De open dag"]
    assert "Dat parkeren we voor later" in seen[-1]
    assert ask_of(session) == "c06.talk"


def test_one_jumps_along_the_agenda(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("c06.situation")
    seen = play(session, content_in, tmp_path, "f8", *["down"] * 6, "enter", size=(80, 30), at="")
    assert "Afronden" in seen[1]
    assert ask_of(session) == "closing.round"


@pytest.mark.parametrize("key", ["f12", "ctrl+l", "f1", "ctrl+p", "ctrl+t", "ctrl+o", "ctrl+s", "f4", "f5"])
def test_all_else_is_a_key_and_comes_back(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path, key: str
) -> None:
    session = staged("c06.situation")
    before = ask_of(session)
    play(session, content_in, tmp_path, key, "escape", size=(80, 24), at="think")
    assert ask_of(session) == before


def test_the_other_view_and_back_are_on_the_same_question(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.reveal")
    kinds = []

    async def steps(pilot: AppPilot) -> None:
        for _ in range(3):
            assert isinstance(pilot.app.screen, ConversationScreen)
            kinds.append((type(pilot.app.screen), pilot.app.theme))
            await pilot.press("f12")
            await pilot.pause()

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, (80, 24))
    assert kinds == [
        (ProjectorScreen, "lobgids-projector"),
        (ChatScreen, "lobgids-dark"),
        (ProjectorScreen, "lobgids-projector"),
    ]


def test_leaving_keeps_all_and_going_on_begins_at_the_same_question(
    staged: Staged, opened: Callable[..., FileSession], content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.talk")
    play(session, content_in, tmp_path, "ctrl+q")
    with opened() as again:
        assert ask_of(again) == "c06.talk"


def test_the_agenda_tells_how_late_it_is_and_the_talk_has_a_clock(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.reveal")
    began = datetime.fromisoformat(session.began)
    moments = [began + timedelta(minutes=9, seconds=30)]

    async def steps(pilot: AppPilot) -> None:
        assert "minuut 9, gepland 5–18" in shown(pilot.app)
        await pilot.press("pagedown")
        await pilot.pause()
        await until(pilot, "answer")
        assert "gesprek 0:00 van 6 minuten" in shown(pilot.app)
        moments[0] += timedelta(minutes=2, seconds=5)
        await pilot.press("pageup", "pagedown")
        await pilot.pause()
        assert "minuut 11" in shown(pilot.app)
        assert "gesprek 2:05" in shown(pilot.app)

    with session:
        there = context(content_in, tmp_path)._replace(now=lambda: moments[0])
        hold(LobgidsApp(there, session), steps, (100, 36))
    assert moments[0].tzinfo == UTC


def test_a_whole_workshop_by_key_at_60_by_20(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("welcome.school")

    async def steps(pilot: AppPilot) -> None:
        for _ in range(900):
            stage = pilot.app.screen
            assert isinstance(stage, ProjectorScreen)
            if stage.ask is None:
                return
            await _answer(pilot, stage)
        raise AssertionError(session.conversation.ask)

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, BEAMER)
    assert session.conversation.result().plan
    assert len(session.conversation.result().group["voted"]) == 2


async def _answer(pilot: AppPilot, stage: ProjectorScreen) -> None:
    """Turn a page, or answer as a person would."""
    ask = stage.ask
    assert ask is not None
    if isinstance(stage.focused, Counts):
        await pilot.press("2", "right", "0", "right", "0", "pagedown")
    elif isinstance(stage.focused, Words):
        words = {"number": "2", "date": sensible(ask)}.get(ask.kind, "Iets")
        await pilot.press(*words, "enter")
    elif isinstance(stage.focused, Choices) and ask.kind == "multi":
        await pilot.press("enter", "pagedown")
    else:
        await pilot.press("pagedown")
    await pilot.pause()


def test_counts_that_could_not_be_kept_stand_there_still(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = staged("c06.situation")

    def full(_document: Document, _events: object) -> None:
        raise DocumentError("full", session.path)

    async def steps(pilot: AppPilot) -> None:
        stage = await until(pilot, "answer")
        await pilot.press("4", "right", "7", "right", "2")
        with monkeypatch.context() as patched:
            patched.setattr(Document, "append", full)
            await pilot.press("pagedown")
            await pilot.pause()
            assert "kon niet bewaard worden" in shown(pilot.app)
        assert not stage.query_one(Counts).is_empty
        await pilot.press("pagedown")
        await pilot.pause()
        assert ask_of(session) == "c06.reveal"

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, BEAMER)


def test_raised_hands_are_counted_in_those_words(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("c06.situation", {"setup.way": "way.hands"})
    seen = play(session, content_in, tmp_path)
    assert "hoeveel handen" in seen[0]


def test_in_the_chat_counts_are_typed_in_the_line(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.situation")

    async def steps(pilot: AppPilot) -> None:
        await pilot.press("f12")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ChatScreen)
        await pilot.press(*"4 7 2", "enter")
        await pilot.pause()
        assert ask_of(session) == "c06.reveal"
        await pilot.press("f12")
        await pilot.pause()
        assert "Laat de stemmen zien" in shown(pilot.app)

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, (80, 24))
    assert list(session.conversation.view.state.value("c06.situation").values()) == [4, 7, 2, 0]


def test_the_minutes_are_made_from_the_projector(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("closing.round", {"c06.agreed": "De mentor geeft de lessen."})

    async def steps(pilot: AppPilot) -> None:
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert "Verslag van de groep" in shown(pilot.app)
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("d")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, (100, 36))
    (made,) = tmp_path.glob("*.md")
    assert "De mentor geeft de lessen." in made.read_text("utf-8")


def test_after_the_end_the_key_for_the_minutes_is_in_sight(
    opened: Callable[..., FileSession], content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = opened(track="workshop", language="nl")
    while ask := session.conversation.ask:
        session.conversation.take(Answer(answer=GROUP.get(ask.id, sensible(ask))))
    (seen,) = play(session, content_in, tmp_path, at="")
    assert "Ctrl+N" in seen
    assert "Notities" not in seen


def test_the_mouse_turns_pages_and_chooses(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("c06.talk")

    async def steps(pilot: AppPilot) -> None:
        stage = await until(pilot, "result")
        await click_words(pilot, Hints, "PgDn")
        await pilot.pause()
        assert stage.page.kind == "answer"
        assert await pilot.click(Choices, offset=(3, 4))  # with room around each
        await pilot.pause()
        assert ask_of(session) == "c06.situation.2"

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, (100, 36))


@pytest.mark.parametrize("keys", [("ctrl+l",), ("f12", "f12"), ("pageup", "pagedown"), ("f8", "escape")], ids="-".join)
def test_what_was_typed_and_not_sent_stays(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    for name, typed in (("c06.situation", ("4", "right", "7")), ("c06.agreed", tuple("Zo is het"))):
        session = staged(name)

        async def steps(pilot: AppPilot, typed: tuple[str, ...] = typed) -> None:
            stage = await until(pilot, "answer")
            await pilot.press(*typed, *keys)
            await pilot.pause()
            await until(pilot, "answer")
            assert stage.query_one(Words).text == ("Zo is het" if len(typed) > 3 else "")
            assert stage.query_one(Counts).is_empty == (len(typed) > 3)

        with session:
            hold(LobgidsApp(context(content_in, tmp_path), session), steps, (100, 36))


def test_a_count_that_was_wrong_is_counted_anew_from_what_was_sent(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.situation")

    async def steps(pilot: AppPilot) -> None:
        await until(pilot, "answer")
        await pilot.press("4", "right", "7", "right", "2", "left", "left", "5", "pagedown")
        await pilot.pause()
        assert list(session.conversation.view.state.value("c06.situation").values()) == [5, 7, 2, 0]
        await pilot.press("down", "enter")
        await pilot.pause()
        stage = await until(pilot, "answer")
        assert not stage.query_one(Counts).is_empty
        await pilot.press("4", "pagedown")
        await pilot.pause()
        assert list(session.conversation.view.state.value("c06.situation").values()) == [4, 7, 2, 0]

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, (100, 36))


def test_a_digit_while_the_descriptions_are_shown_begins_to_count(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.situation")
    keys = ("4", "right", "7", "right", "2", "right", "0", "pagedown")
    play(session, content_in, tmp_path, *keys, at="think")
    assert list(session.conversation.view.state.value("c06.situation").values()) == [4, 7, 2, 0]


def test_one_group_is_counted_at_a_time(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("c06.situation", IN_GROUPS)
    before, *_, after = play(session, content_in, tmp_path, "1", "right", "5", "right", "0", "right", "0", "right")
    assert "schoolleiding en staf (1 / 2)" in before
    assert "mentoren en docenten (2 / 2)" in after
    assert "schoolleiding en staf" not in after


def test_the_talk_shows_what_is_talked_about(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("c06.talk", {"c06.situation": {"c06.m1": 6, "c06.m2": 1, "c06.m3": 6}})
    (seen,) = play(session, content_in, tmp_path, size=(120, 36))
    ask = session.conversation.ask
    assert ask is not None
    for bar in ask.tallies[-1].bars[:3]:
        assert " ".join(bar.text.split(". ")[0].split()[:4]) in seen


def bars_of(lines: list[str]) -> list[int]:
    """How long the bars on the screen are."""
    return [length for line in lines if (length := line.count("█"))]


@pytest.mark.parametrize(("size", "longest", "room"), [(BEAMER, 50, 0), ((80, 24), 70, 1), ((120, 36), 96, 2)])
def test_bars_use_the_width_on_one_scale_and_descriptions_stand_apart_where_there_is_room(  # noqa: PLR0913
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path, size: tuple[int, int], *, longest: int, room: int
) -> None:
    session = staged("c06.talk", {"c06.situation": {"c06.m1": 6, "c06.m2": 1, "c06.m3": 6}})

    async def steps(pilot: AppPilot) -> None:
        await until(pilot, "result")
        before = bars_of(rows(pilot.app))
        await until(pilot, "answer")
        lines = rows(pilot.app)
        assert before == bars_of(lines)
        assert sorted(before) == [round(longest * votes / 13) for votes in (1, 6, 6)]
        lettered = next(number for number, line in enumerate(lines) if line.lstrip().startswith("B  "))
        between = lines[lettered - room - 1 : lettered]
        assert "█" in between[0]
        assert not "".join(between[1:]).strip()

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, size)


def test_bars_of_groups_are_on_the_scale_of_all(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    votes = {"by_role": {"staff": {"c06.m1": 10}, "team": {"c06.m1": 5, "c06.m2": 5}}}
    present = {"setup.people": 20, "setup.roles": {"decaan": 10, "mentor": 10}, "c06.situation": votes}
    session = staged("c06.talk", IN_GROUPS | present)

    async def steps(pilot: AppPilot) -> None:
        await until(pilot, "result")
        assert sorted(bars_of(rows(pilot.app))) == [7, 7, 7, 14, 22]  # of 5, 5, 5, 10 and 15 of 20

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, (60, 40))


def test_numbers_that_come_all_at_once_are_filled_in_and_not_sent(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.situation")

    async def steps(pilot: AppPilot) -> None:
        stage = await until(pilot, "answer")
        for event in BurstParser().feed("3\r8\r2\r0\r"):
            pilot.app.post_message(event)
        await pilot.pause()
        assert ask_of(session) == "c06.situation"
        assert not stage.query_one(Counts).is_empty
        await pilot.press("pagedown")
        await pilot.pause()

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, (100, 36))
    assert list(session.conversation.view.state.value("c06.situation").values()) == [3, 8, 2, 0]


def test_a_sentence_in_lines_that_comes_all_at_once_is_not_sent(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.agreed")

    async def steps(pilot: AppPilot) -> None:
        stage = await until(pilot, "answer")
        for event in BurstParser().feed("Zo is het.\rBij ons.\r"):
            pilot.app.post_message(event)
        await pilot.pause()
        assert stage.query_one(Words).text == "Zo is het.\nBij ons."
        assert ask_of(session) == "c06.agreed"

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, (100, 36))


def test_a_book_that_is_pasted_is_told(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("c06.agreed")

    async def steps(pilot: AppPilot) -> None:
        stage = await until(pilot, "answer")
        stage.query_one(Words).take("x" * 10_000)
        await pilot.pause()
        assert "te veel om te plakken" in shown(pilot.app)

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, (100, 36))


IN_GROUPS_TOO = 2


@pytest.fixture
def one_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same order of options each time."""
    monkeypatch.setattr("lobgids.session.session.secrets.token_hex", lambda _bytes: "5eed")


@pytest.mark.usefixtures("one_seed")
@pytest.mark.parametrize("seed", [1, IN_GROUPS_TOO])
def test_a_remote_pressed_at_random_decides_nothing_twice_loses_nothing_and_tells_no_secret(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path, seed: int
) -> None:
    in_groups = seed == IN_GROUPS_TOO
    roles = {"leadership": 45, "decaan": 46, "mentor": 91} if in_groups else {"mentor": 91}
    many = {"setup.people": sum(roles.values()), "setup.roles": roles, "setup.time": "time.60"}
    session = staged("setup.groups" if in_groups else "setup.way", GROUP | many)
    clock = [0.0]

    async def steps(pilot: AppPilot) -> None:
        walk = RemoteWalk(pilot, session, seed, clock)
        for _ in range(1500):
            if session.conversation.ask is None:
                return
            await walk.step()
        raise AssertionError(session.conversation.ask)

    with session:
        there = context(content_in, tmp_path)._replace(seconds=lambda: clock[0])
        hold(LobgidsApp(there, session), steps, BEAMER)
    assert read(session.path).events == session.events
    assert session.conversation.result().group["voted"]


def test_enter_goes_on_without_a_sentence_at_the_second_press_only(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.agreed")
    asked: list[str] = []

    async def steps(pilot: AppPilot) -> None:
        await until(pilot, "answer")
        for _ in range(2):
            await pilot.press("enter")
            await pilot.pause()
            asked.append(ask_of(session))

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, BEAMER)
    assert asked == ["c06.agreed", "c06.basis"]


def test_enter_does_not_go_past_a_count_that_is_missing(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.situation")
    seen = play(session, content_in, tmp_path, "enter", "4", "enter", "7", "enter", "2", "enter", "enter")
    assert "mist nog een aantal" in seen[1]
    assert list(session.conversation.view.state.value("c06.situation").values()) == [4, 7, 2, 0]


def test_a_key_that_is_held_down_decides_once(staged: Staged, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = staged("setup.way")
    clock = [0.0]

    async def steps(pilot: AppPilot) -> None:
        await until(pilot, "answer")
        clock[0] += 1
        for _ in range(40):
            clock[0] += 0.03
            await pilot.press("pagedown")
        await pilot.pause()

    with session:
        there = context(content_in, tmp_path)._replace(seconds=lambda: clock[0])
        hold(LobgidsApp(there, session), steps, BEAMER)
    assert ask_of(session) == "setup.time"


@pytest.mark.parametrize(("last", "is_anew"), [("2", True), ("3", False), ("5", False), ("6", True)])
def test_votes_of_more_than_one_too_many_or_too_few_are_counted_anew_by_the_next_press(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path, last: str, *, is_anew: bool
) -> None:
    session = staged("c06.situation")
    keys = ("4", "right", "5", "right", last, "pagedown", "pagedown")  # thirteen people
    play(session, content_in, tmp_path, *keys)
    assert ask_of(session) == ("c06.situation" if is_anew else "c06.reveal")


def test_a_group_with_a_wrong_count_is_counted_anew_too(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = staged("c06.situation", IN_GROUPS)
    first, second = ("4", "right", "4", "right", "0", "right", "0", "right"), ("5", "right", "5", "right", "0")
    play(session, content_in, tmp_path, *first, *second, *["pagedown"] * 3)  # eight of six, ten of eleven
    assert ask_of(session) == "c06.situation"


@pytest.mark.parametrize(("size", "least"), [((60, 20), 0), ((120, 36), 8), ((200, 50), 8)])
def test_a_large_screen_has_room_around_each_description_and_each_option(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path, size: tuple[int, int], least: int
) -> None:
    session = staged("c06.talk", {"c06.situation": {"c06.m1": 6, "c06.m2": 1, "c06.m3": 6}})
    used: list[range] = []

    async def steps(pilot: AppPilot) -> None:
        stage = await until(pilot, "answer")
        lines = rows(pilot.app)
        options = [number for number, line in enumerate(lines) if "stemmen" in line and "gestemd" not in line]
        first, last = options[-2:]
        assert last - first == (3 if least else 1)
        page = stage.query_one("#page")
        assert page.size.width >= min(size[0], 140) * 0.8
        assert page.max_scroll_y == 0 or not least
        used.append(range(page.region.y, page.region.bottom))

    with session:
        hold(LobgidsApp(context(content_in, tmp_path), session), steps, size)
    assert len(used[0]) >= size[1] // 2 - least


@pytest.mark.parametrize(("size", "is_told"), [((60, 20), False), ((90, 30), False), ((120, 36), True)])
def test_larger_letters_are_advised_once_where_they_are_small(
    staged: Staged, content_in: ContentByLanguage, tmp_path: Path, size: tuple[int, int], *, is_told: bool
) -> None:
    session = staged("c06.situation")
    seen = play(session, content_in, tmp_path, "pagedown", "pagedown", "pageup", "pageup", size=size, at="")
    assert ["grotere letters" in one for one in seen] == [is_told, False, False, False, False]
