"""One line takes everything typed: nothing is chosen by accident, and nothing that was typed is lost."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.widgets import OptionList

from lobgids.dialogue.protocol import Answer, Ask, Move
from lobgids.session.file_session import FileSession
from lobgids.session.session import ContentByLanguage
from lobgids.tui.app import LobgidsApp
from lobgids.tui.bursts import LONG, NEXT, BurstParser
from lobgids.tui.chat.options import Options
from lobgids.tui.chat.screen import ChatScreen
from lobgids.tui.chat.stream import Stream
from lobgids.tui.sheets.help import HelpScreen
from lobgids.tui.widgets.marked_text import LETTERS, MarkedText
from lobgids.tui.widgets.words import Words
from tests.conftest import go, sensible
from tests.fakes.app import AppPilot, click_option, context, hold, marked, session_of, shown, ticked

Opened = Callable[..., FileSession]
Chat = Callable[..., LobgidsApp]
LETTERS_OF = {"c01.situation": "abcde", "c01.basis": "abcdef", "picture.agree": "ab", "competence.decaan.head": "abcde"}
BURST = "eerste regel\rtweede regel\rderde regel\r"


@pytest.fixture
def chat(opened: Opened, content_in: ContentByLanguage, tmp_path: Path) -> Chat:
    """The app on a conversation, as far as a question: chat("c02.situation")."""

    def begin(until: str, form: str = "full", track: str = "decaan", also: str = "") -> LobgidsApp:
        session = opened(form=form, language="nl") if track == "decaan" else opened(track=track, language="nl")
        go(session, until, also)
        return LobgidsApp(context(content_in, tmp_path), session)

    return begin


@pytest.fixture(autouse=True)
def one_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same order of options each time."""
    monkeypatch.setattr("lobgids.session.session.secrets.token_hex", lambda _bytes: "5eed")


def asked(app: LobgidsApp) -> Ask:
    """The open question."""
    ask = session_of(app).conversation.ask
    assert ask is not None
    return ask


def value(app: LobgidsApp, ask: str) -> Any:
    """What was answered."""
    return session_of(app).conversation.view.state.value(ask)


def typed(app: LobgidsApp) -> str:
    """What stands in the line."""
    return app.screen.query_one(Words).text


async def press(pilot: AppPilot, *keys: str) -> None:
    """Press keys one by one, as slowly as one types: each is done with before the next."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def quickly(pilot: AppPilot, *keys: str) -> None:
    """Press keys without waiting for what any of them does."""
    for key in keys:
        name, character = {" ": ("space", " ")}.get(key, (key, key if len(key) == 1 else None))
        pilot.app.post_message(events.Key(name, character))
    for _ in keys:
        await pilot.pause()


async def read(pilot: AppPilot, *reads: str) -> None:
    """What a terminal sends, as Textual reads it."""
    reader = BurstParser(now=lambda: 0.0)
    for data in reads:
        for event in reader.feed(data):
            pilot.app.post_message(event)
    await pilot.pause()
    await pilot.pause()


# What is typed.


@pytest.mark.parametrize("until", LETTERS_OF)
@pytest.mark.parametrize("pressed", [press, quickly])
def test_a_sentence_that_begins_with_an_options_letter_chooses_nothing(until: str, pressed: Any, chat: Chat) -> None:
    app = chat(until)

    async def play(pilot: AppPilot) -> None:
        before = len(session_of(app).events)
        for letter in LETTERS_OF[until]:
            sentence = f"{letter}ij ons is dat per team anders"
            await pressed(pilot, *sentence)
            assert typed(app) == sentence
            assert marked(app) == []
            assert len(session_of(app).events) == before
            app.screen.query_one(Words).text = ""
            await pilot.pause()

    hold(app, play)


@pytest.mark.parametrize("pressed", [press, quickly])
def test_a_second_enter_answers_nothing(pressed: Any, chat: Chat) -> None:
    app = chat("c01.basis")

    async def play(pilot: AppPilot) -> None:
        await pressed(pilot, "a", "enter", "enter", "enter")
        assert value(app, "c01.basis") == ["lessons"]
        assert asked(app).id == "visie-en-beleid.summary"
        assert typed(app) == ""

    hold(app, play)


def test_a_second_enter_passes_by_no_question_that_may_stay_empty(chat: Chat) -> None:
    app = chat("welcome.school")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "enter", "enter")
        assert asked(app).id == "welcome.school"
        assert "Typ eerst je antwoord" in shown(app)
        await press(pilot, "D", "enter")
        assert asked(app).id == "welcome.part"

    hold(app, play)


@pytest.mark.parametrize("until", ["welcome.school", *LETTERS_OF, "plan.actions", "evaluation.result"])
def test_enter_alone_answers_no_kind_of_question(until: str, chat: Chat) -> None:
    app = chat(until)

    async def play(pilot: AppPilot) -> None:
        before = len(session_of(app).events)
        await press(pilot, "enter", "enter")
        assert asked(app).id == until
        assert len(session_of(app).events) == before
        assert marked(app) == ticked(app) == []

    hold(app, play)


def test_an_option_is_marked_while_the_line_is_its_letter_or_number(chat: Chat) -> None:
    app = chat("c01.situation")

    async def play(pilot: AppPilot) -> None:
        for keys, places in ((["b"], [1]), (["backspace", "3"], [2]), ([" ", "h"], []), (["backspace"] * 3, [])):
            await press(pilot, *keys)
            assert marked(app) == places
        await press(pilot, "9")
        assert marked(app) == []
        await press(pilot, "backspace", "b", "enter")
        assert asked(app).id == "c02.situation"
        assert value(app, "c01.situation") == "c01.m1"

    hold(app, play)


def test_a_list_ticks_what_it_names_and_sends_exactly_that(chat: Chat) -> None:
    app = chat("c01.basis")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "down", "down", "space")
        assert ticked(app) == [1]
        await press(pilot, *"a c")
        assert ticked(app) == [0, 2]
        await press(pilot, *" x")
        assert ticked(app) == [1]
        await press(pilot, *["backspace"] * 2, "enter")
        assert value(app, "c01.basis") == ["lessons", "documents"]

    hold(app, play)


def test_what_the_engine_does_not_take_stands_in_the_line_again(chat: Chat) -> None:
    app = chat("competence.decaan.head")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, *"x y", "enter")
        assert asked(app).id == "competence.decaan.head"
        assert typed(app) == "x y"

    hold(app, play)


# The arrows.


@pytest.mark.parametrize(("keys", "place"), [(["down"], 0), (["right"] * 2, 1), (["up"], -1), (["down", "left"], -1)])
def test_arrows_mark_and_enter_takes_what_is_marked(keys: list[str], place: int, chat: Chat) -> None:
    app = chat("competence.decaan.head")

    async def play(pilot: AppPilot) -> None:
        last = len(asked(app).options) - 1
        wanted = place % (last + 1)
        await press(pilot, *keys)
        assert marked(app) == [wanted]
        await press(pilot, "enter")
        assert value(app, "competence.decaan.head") == wanted + 1

    hold(app, play)


def test_typing_takes_the_mark_away_and_arrows_then_stay_in_the_line(chat: Chat) -> None:
    app = chat("c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "down", *"ja", "up", "down", "left", "x")
        assert typed(app) == "jxa"
        assert marked(app) == []
        await press(pilot, *["backspace"] * 2, "delete", "enter")
        assert asked(app).id == "c01.situation"
        await press(pilot, "down", "down", "escape")
        assert marked(app) == []
        await press(pilot, "enter")
        assert asked(app).id == "c01.situation"

    hold(app, play)


def test_keys_that_follow_each_other_quickly_keep_their_order(chat: Chat) -> None:
    app = chat("c01.situation")

    async def play(pilot: AppPilot) -> None:
        await quickly(pilot, "b", "backspace", "down", "down", "enter")
        assert value(app, "c01.situation") == "c01.m1"
        first = asked(app).options[0].id
        await quickly(pilot, "a", "x", "backspace", "enter")
        assert value(app, "c02.situation") == first

    hold(app, play)


def test_escape_empties_a_line_of_letters_and_leaves_words(chat: Chat) -> None:
    app = chat("c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "b", "escape")
        assert (typed(app), marked(app)) == ("", [])
        await press(pilot, *"bij ons", "escape")
        assert typed(app) == "bij ons"

    hold(app, play)


def test_space_ticks_and_enter_sends_what_is_ticked(chat: Chat) -> None:
    app = chat("c01.basis")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "space")
        assert typed(app) == " "
        await press(pilot, "backspace", "down", "space", "down", "down", "space", "space", "down", "space")
        assert ticked(app) == [0, 3]
        await press(pilot, "enter")
        assert value(app, "c01.basis") == ["lessons", "colleagues"]

    hold(app, play)


def test_the_comma_says_something_with_what_is_marked(chat: Chat) -> None:
    app = chat("c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "down", "down", "comma", *"maar anders", "enter")
        assert asked(app).id == "c02.situation"
        assert value(app, "c01.situation") == "c01.m1"

    hold(app, play)


@pytest.mark.parametrize("keys", [["equals_sign"], ["up", "up", "enter"]])
def test_the_same_as_before_is_a_key_in_an_empty_line_and_a_row(keys: list[str], chat: Chat) -> None:
    app = chat("c02.basis", also="c01.basis")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "x", "equals_sign")
        assert typed(app) == "x="
        await press(pilot, "backspace", "backspace", *keys)
        assert value(app, "c02.basis") == value(app, "c01.basis")

    hold(app, play)


@pytest.mark.parametrize("until", ["welcome.school", "c01.situation"])
def test_a_question_mark_in_an_empty_line_asks_for_help(until: str, chat: Chat) -> None:
    app = chat(until)

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "escape", *"Wat", "question_mark")
        assert typed(app) == "Wat?"

    hold(app, play)


# The mouse.


def test_a_click_among_typing(chat: Chat) -> None:
    app = chat("c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "a")
        await click_option(pilot, 1)
        await pilot.pause()
        assert value(app, "c01.situation") == "c01.m1"
        assert typed(app) == ""

    hold(app, play)


def test_a_click_among_typing_ticks_or_waits(chat: Chat) -> None:
    app = chat("c01.basis")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, *"a c")
        await click_option(pilot, 0)
        await pilot.pause()
        assert (typed(app), ticked(app)) == ("", [2])
        await press(pilot, *"en meer")
        await click_option(pilot, 3)
        await pilot.pause()
        assert typed(app) == "en meer"
        await press(pilot, *["backspace"] * 7, "down", "enter")
        assert value(app, "c01.basis") == ["documents", "colleagues"]
        assert isinstance(app.focused, Words)

    hold(app, play)


# What stood.


def test_one_who_comes_back_sees_what_stood_and_enter_does_not_take_it(chat: Chat) -> None:
    app = chat("c02.situation")

    async def play(pilot: AppPilot) -> None:
        options = app.screen.query_one(Options)
        await press(pilot, "f2")
        assert asked(app).id == "c01.situation"
        assert [str(option.prompt)[:3] for option in options.options] == ["a  ", "b  ", "c✓ ", "d  ", "e  ", "f  "]
        assert marked(app) == []
        await press(pilot, "enter", "enter")
        assert asked(app).id == "c01.situation"
        await press(pilot, "a", "enter", "f2", "a")
        assert str(options.options[0].prompt).startswith("a✓ ")
        assert marked(app) == [0]

    hold(app, play)


def test_of_several_what_stood_is_ticked_and_no_second_enter_sends_it(chat: Chat) -> None:
    app, seen = chat("visie-en-beleid.summary"), "visie-en-beleid.seen"

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "f2")
        assert asked(app).id == seen
        assert ticked(app) == [0, 1, 2, 3]
        await press(pilot, "enter", "enter")
        assert asked(app).id == seen
        await press(pilot, "down", "down", "space", "enter")
        assert value(app, seen) == ["c01", "c03", "c04"]

    hold(app, play)


def test_an_edit_shows_what_stands(chat: Chat) -> None:
    app = chat("c03.situation")

    async def play(pilot: AppPilot) -> None:
        chat_ = app.screen
        assert isinstance(chat_, ChatScreen)
        await chat_.give(Move(move="edit", to="c01.situation"))
        await pilot.pause()
        assert str(app.screen.query_one(Options).options[2].prompt).startswith("c✓ ")

    hold(app, play)


# Wherever the keyboard is.


@pytest.mark.parametrize("key", ["shift+tab", "f9"])
def test_what_is_typed_anywhere_goes_into_the_line(key: str, chat: Chat) -> None:
    app = chat("c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, key)
        assert not isinstance(app.focused, Words)
        await press(pilot, *"Bij ons")
        assert typed(app) == "Bij ons"
        assert isinstance(app.focused, Words)

    hold(app, play)


def test_words_for_the_next_question_may_be_typed_ahead(chat: Chat) -> None:
    app = chat("c01.situation")

    async def play(pilot: AppPilot) -> None:
        await quickly(pilot, "b", "enter", *"in 3b")
        assert value(app, "c01.situation") == "c01.m1"
        assert asked(app).id == "c02.situation"
        assert typed(app) == "in 3b"

    hold(app, play)


@pytest.mark.parametrize(("line", "notes"), [("b", 0), ("b ons", 1)])
def test_leaving_keeps_words_and_no_letter_of_an_option(line: str, notes: int, chat: Chat) -> None:
    app = chat("c01.situation")
    hold(app, lambda pilot: press(pilot, *line, "ctrl+q"))
    assert app.session is not None
    assert [event.kind for event in app.session.events].count("noted") == notes


# Many keys at once.


@pytest.mark.parametrize("until", ["welcome.school", "c01.situation", "c01.basis", "picture.agree"])
@pytest.mark.parametrize("at", ["", "shift+tab"])
@pytest.mark.parametrize("burst", [BURST, BURST.replace("\r", "\n"), "b\ra\ra\r"])
def test_a_burst_with_line_ends_is_text_that_is_not_sent(until: str, at: str, burst: str, chat: Chat) -> None:
    app = chat(until)

    async def play(pilot: AppPilot) -> None:
        before = len(session_of(app).events)
        if at:
            await press(pilot, at)
        await read(pilot, burst)
        assert typed(app) == burst.replace("\r", "\n").rstrip("\n")
        assert len(session_of(app).events) == before
        assert isinstance(app.focused, Words)
        await press(pilot, "enter")
        assert len(session_of(app).events) <= before + 1

    hold(app, play)


def test_a_letter_and_enter_in_one_read_are_two_keys(chat: Chat) -> None:
    app = chat("c01.situation")

    async def play(pilot: AppPilot) -> None:
        await read(pilot, "b\r")
        assert value(app, "c01.situation") == "c01.m1"

    hold(app, play)


def test_arrows_in_one_read_are_keys(chat: Chat) -> None:
    app = chat("c01.situation")

    async def play(pilot: AppPilot) -> None:
        await read(pilot, "\x1b[B\x1b[B\r")
        assert value(app, "c01.situation") == "c01.m1"

    hold(app, play)


def test_a_burst_over_a_sheet_does_nothing(chat: Chat) -> None:
    app = chat("c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "f8")
        sheet = app.screen
        await read(pilot, BURST)
        assert app.screen is sheet
        await press(pilot, "escape")
        assert typed(app) == ""

    hold(app, play)


@pytest.mark.parametrize("size", [4095, 4094, 4000, 2 * LONG, LONG])
def test_a_text_of_several_reads_stays_one(size: int) -> None:
    """The last of them may be a single line end, which alone would be Enter."""
    text = ("een regel\r" * 999)[:6000] + "\r"
    reader = BurstParser(now=lambda: 0.0)
    told = [event for start in range(0, len(text), size) for event in reader.feed(text[start : start + size])]
    assert all(isinstance(event, events.Paste) for event in told)
    assert "".join(event.text for event in told if isinstance(event, events.Paste)) == text.strip().replace("\r", "\n")


def test_after_a_long_text_keys_are_keys_again() -> None:
    clock = [0.0]
    reader = BurstParser(now=lambda: clock[0])
    list(reader.feed("een regel\r" * LONG))
    clock[0] += NEXT
    (event,) = reader.feed("\r")
    assert isinstance(event, events.Key)


@pytest.mark.parametrize("data", ["Bij", "ab", "b\r", "\r\r", "\t\t\x1b[I", "\x1b[B\x1b[B\x1b[B\r", "a\x1b[Bb\r"])
def test_other_keys_are_as_textual_gives_them(data: str) -> None:
    told = list(BurstParser().feed(data))
    assert told
    assert not any(isinstance(event, events.Paste) for event in told)


def test_pasted_text_is_pasted() -> None:
    (event,) = BurstParser().feed("\x1b[200~een\rtwee\r\x1b[201~")
    assert isinstance(event, events.Paste)
    assert event.text == "een\rtwee\r"


@pytest.mark.parametrize("reads", [(80,), (3, 9, 20, 26, 27, 30, 44, 60), tuple(range(1, 80))])
def test_a_marked_paste_is_text_whatever_stands_in_it(reads: Sequence[int]) -> None:
    sent = "\x1b[200~kwaad\x07\x1b]52;c;aGFj\x07 en\x1b[A\nmeer\x1b[201~a"
    reader, parsed = BurstParser(), list[object]()
    for begins, ends in pairwise((0, *reads)):
        if piece := sent[begins:ends]:
            parsed += reader.feed(piece)
    *before, pasted, key = parsed
    assert isinstance(pasted, events.Paste)
    assert pasted.text == "kwaad]52;c;aGFj en[A\nmeer"
    assert isinstance(key, events.Key)
    assert before == []


# What it costs.


def test_typing_draws_only_the_options_that_change(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    app = chat("c01.basis")
    drawn: list[str] = []

    async def play(pilot: AppPilot) -> None:
        rendered = MarkedText.render_strips

        def counted(self: MarkedText, *more: Any) -> Any:
            drawn.append(str(self)[:1])
            return rendered(self, *more)

        monkeypatch.setattr(MarkedText, "render_strips", counted)
        for key, letters in (("a", ["a"]), ("space", []), ("c", ["c"]), ("x", ["a", "c"]), ("y", [])):
            drawn.clear()
            await press(pilot, key)
            assert sorted(drawn) == letters, key

    hold(app, play)


def test_a_whole_conversation_is_typed_with_letters(chat: Chat) -> None:
    app = chat("c01.situation", form="short")
    kinds = set()

    async def play(pilot: AppPilot) -> None:
        for _ in range(90):
            ask = session_of(app).conversation.ask
            if ask is None:
                return
            kinds.add(ask.kind)
            if ask.options:
                await press(pilot, LETTERS[0], *["enter"] * (2 if ask.rows else 1))  # the other rows stay open
            else:
                session_of(app).conversation.take(Answer(answer=sensible(ask)))
                screen = app.screen
                assert isinstance(screen, ChatScreen)
                await screen.show_anew()
                await pilot.pause()
            assert session_of(app).conversation.ask != ask, ask
        raise AssertionError("the conversation does not end")

    hold(app, play)
    assert {"choice", "multi", "confirm"} <= kinds


def test_the_keyboard_is_in_the_line(chat: Chat) -> None:
    for until in ("welcome.school", *LETTERS_OF):
        app = chat(until)

        async def play(_pilot: AppPilot, app: LobgidsApp = app) -> None:
            assert isinstance(app.focused, Words)
            assert not app.screen.query_one(OptionList).can_focus
            assert not app.screen.query_one(Stream).has_focus

        hold(app, play)
        assert app.session is not None
        app.session.__exit__()
