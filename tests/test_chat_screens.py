"""The screens over the conversation, each held on its own: what they tell, how one gets about, what they give."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from lobgids.dialogue.protocol import Ask, Move, Option, Problem
from lobgids.dialogue.tracks import track_of
from lobgids.dialogue.tracks.decaan import DECAAN
from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.guide import Term
from lobgids.log.events import TrackName
from lobgids.session import typed
from lobgids.session.transcript import TranscriptEntry
from lobgids.tui.app_commands import COMMANDS, SLASH, by_word, chat_commands
from lobgids.tui.glyphs import ASCII, UNICODE, Glyphs
from lobgids.tui.sheets.help import HelpScreen
from lobgids.tui.sheets.jump import JumpScreen
from lobgids.tui.sheets.sheet import Close
from lobgids.tui.sheets.turn import TurnScreen
from lobgids.tui.sheets.words import WordsScreen
from tests.conftest import Talk
from tests.fakes.host import NOTHING, Host

SIZES = [(40, 12), (80, 24), (200, 60)]
CODES = ["nl", "en"]

Play = Callable[[Pilot[None]], Awaitable[object]]
Begin = Callable[..., Talk]


def hold(over: ModalScreen[Any], play: Play, size: tuple[int, int] = (80, 24)) -> object:
    """Show the screen, let `play` use it, and give what it gave."""
    app = Host(over)

    async def main() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await play(pilot)
            await pilot.pause()

    asyncio.run(main())
    return app.given


def press(*keys: str) -> Play:
    """Play by pressing these keys."""
    return lambda pilot: pilot.press(*keys)


def speak(code: str) -> Language:
    return Language(code, [catalogue_folder()])


def rows(widget: Widget) -> list[str]:
    """What a widget shows now."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def told(over: ModalScreen[Any]) -> str:
    """All of a text that is scrolled through, in one line."""
    return " ".join(" ".join(rows(over.query_one("VerticalScroll Static"))).split())


def highlighted(over: ModalScreen[Any]) -> str:
    """The row that the list is at."""
    option = over.query_one(OptionList).highlighted_option
    assert option is not None
    return str(option.prompt)


async def click_row(pilot: Pilot[None], text: str) -> None:
    """Scroll with the wheel until a row of the list is in sight, and click it."""
    listed = pilot.app.screen.query_one(OptionList)
    listed.scroll_home(animate=False)
    await pilot.pause()
    while text not in " ".join(rows(listed)) and listed.scroll_y < listed.max_scroll_y:
        listed.scroll_relative(y=1, animate=False)
        await pilot.pause()
    place = next(y for y, row in enumerate(rows(listed)) if text in row)
    await pilot.click(OptionList, offset=(6, place))


def is_whole(over: ModalScreen[Any]) -> bool:
    """Whether every part lies within the sheet and the screen; what does not fit in a part scrolls there."""
    sheet = over.query_one(".sheet")
    parts = [over.query_one(Close), *over.query("OptionList, VerticalScroll, Input, .title, .beginning")]
    return (
        over.region.contains_region(sheet.region)
        and all(sheet.content_region.contains_region(part.region) and part.region.area > 0 for part in parts)
        and all(part.size.height + part.max_scroll_y >= part.virtual_size.height for part in parts)
    )


def ask(kind: Any, options: int = 0, **more: Any) -> Ask:
    given = tuple(Option(id=f"o{number}", text=f"Antwoord {number}") for number in range(options))
    return Ask(id="c01.basis", kind=kind, text="Waarop?", chapter="pillar", progress=0.5, options=given, **more)


SCREENS: dict[str, Callable[[Talk, Language], ModalScreen[Any]]] = {
    "help": lambda one, language: HelpScreen(one.ask, COMMANDS, language),
    "jump": lambda one, language: JumpScreen(one.conversation.overview(), language, UNICODE),
    "words": lambda one, language: WordsScreen(one.conversation.view.base.glossary, one.ask.text, language),
    "turn": lambda _one, language: TurnScreen(
        TranscriptEntry("person", "Een lang antwoord. " * 30, ask="c01.situation"), language, can_edit=True, later=7
    ),
}


@pytest.fixture(params=SCREENS)
def over(request: pytest.FixtureRequest, talk: Begin) -> Callable[[str], ModalScreen[Any]]:
    """Each of the screens in a language, over a conversation at its ninth component."""

    def make(code: str) -> ModalScreen[Any]:
        one = talk("full", language=code).go(until="c09.situation")
        return SCREENS[request.param](one, speak(code))

    return make


# What goes for all of them.


@pytest.mark.parametrize("code", CODES)
def test_escape_gives_nothing(over: Callable[[str], ModalScreen[Any]], code: str) -> None:
    assert hold(over(code), press("escape")) is None


@pytest.mark.parametrize("size", SIZES)
def test_a_click_on_the_last_row_gives_nothing(over: Callable[[str], ModalScreen[Any]], size: tuple[int, int]) -> None:
    assert hold(over("nl"), lambda pilot: pilot.click(Close), size) is None


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", CODES)
def test_nothing_is_cut(over: Callable[[str], ModalScreen[Any]], size: tuple[int, int], code: str) -> None:
    screen = over(code)
    whole = []

    async def look(_pilot: Pilot[None]) -> None:
        whole.append(is_whole(screen))

    hold(screen, look, size)
    assert whole == [True]


# Help.


@pytest.mark.parametrize("key", ["escape", "f1", "enter", "question_mark"])
def test_help_closes_with_the_key_that_opened_it_too(dutch: Language, key: str) -> None:
    assert hold(HelpScreen(ask("text"), COMMANDS, dutch), press(key)) is None


def helped(asked: Ask | None, language: Language, track: TrackName = "decaan") -> str:
    """All that help tells."""
    commands = chat_commands(track_of(track), is_open=asked is not None)
    screen, texts = HelpScreen(asked, commands, language), []

    async def look(_pilot: Pilot[None]) -> None:
        texts.append(told(screen))

    hold(screen, look, (120, 40))
    return texts[0]


def test_the_keys_on_a_mentors_way(talk: Begin, dutch: Language) -> None:
    told_ = " ".join(helped(talk(track="mentor").ask, dutch, "mentor").split())
    assert "naar het blad" in told_
    assert "naar het beeld" not in told_
    assert "richting" not in told_


@pytest.mark.parametrize(
    ("asked", "tells", "tells_not"),
    [
        (ask("choice", 4), ["a-d 1-4", "Dat antwoord typen", "Komma"], ["Spatie", "=", "Cijfers"]),
        (ask("choice", 12), ["a-l 1-12"], ["Spatie"]),
        (ask("confirm", 2), ["a-b 1-2"], ["Spatie"]),
        (ask("scale", 5), ["a-e 1-5"], ["Spatie"]),
        (ask("multi", 6), ["a-f 1-6", "Spatie", "aan- of uitzetten"], ["Zelfde als net"]),
        (ask("multi", 6, same=True), ["Zelfde als net"], []),
        (ask("date"), ["vrijdag of eind mei", "Pijltjes", "[-]"], ["a-", "Spatie", "Komma", "Naar de regel voor"]),
        (ask("text"), ["Sturen wat je getypt hebt", "Shift+Enter", "Ctrl+J"], ["Naar de regel voor", "Komma"]),
        (None, ["Page Up"], ["Antwoord geven", "Ctrl+J"]),
    ],
)
def test_help_begins_with_the_keys_of_the_question(
    dutch: Language, asked: Ask | None, tells: list[str], tells_not: list[str]
) -> None:
    text = helped(asked, dutch)
    answering, always, _rest = text.partition("Wat je altijd kunt doen")
    assert always
    assert [one for one in tells if one not in text] == []
    assert [one for one in tells_not if one in answering] == []


@pytest.mark.parametrize("kind", ["choice", "multi", "scale", "confirm"])
def test_help_sends_nobody_to_the_line_that_the_keys_are_in_already(dutch: Language, kind: str) -> None:
    own_words = helped(ask(kind, 4), dutch).partition("in je eigen woorden")[2].partition("Wat je altijd")[0]
    assert "Niets meer aanwijzen" in own_words
    assert not any(key in own_words for key in ("Tab", "Omhoog"))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("asked", "slash"), [(ask("choice", 3), ""), (ask("text"), SLASH), (None, "")])
def test_help_tells_all_that_one_can_do(code: str, asked: Ask | None, slash: str) -> None:
    language = speak(code)
    text = helped(asked, language)
    for command in chat_commands(DECAAN, is_open=asked is not None):
        word = language.gettext(command.typed)
        assert command.shown in text
        assert language.gettext(command.full) in text
        assert (f" {slash}{word})" in text) == (asked is not None)


@pytest.mark.parametrize("slash", ["", SLASH])
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_what_help_says_to_type_is_understood(base: KnowledgeBase, code: str, slash: str, command: Any) -> None:
    word = speak(code).gettext(command.typed)
    kind = "text" if slash else "choice"
    meant = typed.read(word, ask(kind), base, ("nl", "en"))
    if command.name == "note":
        assert isinstance(meant, Move)
        assert meant.move == "note"
    elif command.words:
        assert by_word(slash + word, is_text=kind == "text") == command
    else:
        assert meant == Move(move=command.move)


@pytest.mark.parametrize("keys", [["end"], ["pagedown"] * 12])
def test_help_scrolls_to_its_end_with_keys(dutch: Language, keys: list[str]) -> None:
    screen = HelpScreen(ask("multi", 6, same=True), COMMANDS, dutch)
    ends: list[tuple[float, float]] = []

    async def play(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.wait_for_scheduled_animations()
        text = screen.query_one(VerticalScroll)
        ends.append((text.scroll_target_y, text.max_scroll_y))

    hold(screen, play, (40, 12))
    assert ends[0][0] == ends[0][1] > 40


# Going to a component.


def jump(one: Talk, play: Play, size: tuple[int, int] = (80, 24), glyphs: Glyphs = UNICODE) -> object:
    view = one.conversation.view
    return hold(JumpScreen(one.conversation.overview(), view.language, glyphs), play, size)


@pytest.mark.parametrize("number", [1, 4, 12])
@pytest.mark.parametrize(("code", "size"), [("nl", (40, 12)), ("en", (40, 12)), ("nl", (80, 24))])
def test_a_component_is_chosen_with_keys_or_mouse(talk: Begin, code: str, size: tuple[int, int], number: int) -> None:
    one = talk("full", language=code).go(until="c04.situation")
    place = one.conversation.view.base.components[number - 1].id
    wanted = Move(move="jump", to=place) if number >= 4 else Move(move="edit", to=f"{place}.situation")
    assert jump(one, press(*str(number), "enter"), size) == wanted
    assert jump(one, press("home", *["down"] * number, "enter"), size) == wanted
    assert jump(one, lambda pilot: click_row(pilot, f" {number:>2} "), size) == wanted


@pytest.mark.parametrize("play", [press("home", "enter"), lambda pilot: click_row(pilot, "De volgende open vraag")])
def test_the_next_open_question(talk: Begin, play: Play) -> None:
    one = talk("full").go(until="c04.situation")
    assert jump(one, play) == Move(move="jump", to="next")


def test_the_list_begins_at_the_present_component(talk: Begin) -> None:
    one = talk("full").go(until="c04.situation")
    assert jump(one, press("enter"), (40, 12)) == Move(move="jump", to="c04")
    assert jump(talk("full"), press("enter")) == Move(move="jump", to="next")


@pytest.mark.parametrize(
    ("keys", "number"),
    [("1", 1), ("12", 12), ("121", 1), ("19", 9), ("90", 9), ("0", 4), ("1112", 12)],
)
def test_a_typed_number_goes_to_its_row(talk: Begin, keys: str, number: int) -> None:
    one = talk("full").go(until="c04.situation")
    screen = JumpScreen(one.conversation.overview(), one.conversation.view.language, UNICODE)
    names = []

    async def play(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        names.append(highlighted(screen))

    hold(screen, play)
    assert f"{number:>2} " in names[0][:6]


def test_after_the_arrows_a_number_is_begun_anew(talk: Begin) -> None:
    one = talk("full").go(until="c12.situation")
    assert jump(one, press("1", "down", "2", "enter")) == Move(move="edit", to="c02.situation")


def test_a_pillar_is_a_heading(talk: Begin) -> None:
    one = talk("full")
    assert jump(one, lambda pilot: click_row(pilot, "Visie en beleid")) == NOTHING


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_every_row_tells_in_words_how_it_stands(talk: Begin, glyphs: Glyphs) -> None:
    one = talk("full").go(until="c05.situation", c02__situation="c02.unknown")
    texts: list[str] = []
    screen = JumpScreen(one.conversation.overview(), one.conversation.view.language, glyphs)

    async def look(_pilot: Pilot[None]) -> None:
        texts.extend(str(option.prompt) for option in screen.query_one(OptionList).options)

    hold(screen, look)
    names = [component.name for component in one.conversation.view.base.components]
    assert f"{glyphs.answered}  1 {names[0]} (gezien, antwoord aanpassen)" in texts
    assert f"{glyphs.unknown}  2 {names[1]} (weet ik nog niet, antwoord aanpassen)" in texts
    assert f"{glyphs.present}  5 {names[4]} (hier ben je nu)" in texts
    assert f"{glyphs.open} 12 {names[11]} (nog open)" in texts


@pytest.mark.parametrize("until", ["c01.situation", "c01.basis", "c01.between", "c06.situation", "picture.agree"])
def test_the_guide_takes_every_move_that_the_list_gives(talk: Begin, until: str) -> None:
    given = {"c01__situation": "c01.between"} if until == "c01.between" else {}
    kept = talk("full").go(until="c05.situation", **given) if until == "c06.situation" else None
    if kept:
        kept.move("skip")
    events = (kept or talk("full").go(until=until, **given)).events
    for number in (1, 4, 5, 6, 12):
        one = talk("full", events=events)
        assert one.ask.id == until
        move = jump(one, press(*str(number), "enter"))
        assert isinstance(move, Move)
        turn = one.conversation.take(move)
        assert not any(isinstance(say, Problem) for say in turn.says), (move, turn.says)
        assert one.ask.id == f"c{number:02}.situation"


# Words.


LOB = Term(id="term.lob", origin="guide", term="LOB", meaning="Leren kiezen.\nOok later.")
ECHO = Term(id="term.echo", origin="guide", term="écho", meaning="Wat [b]terugkomt[/b].")
MENTOR = Term(
    id="term.mentor", origin="guide", term="mentor", also=("mentoren",), meaning="Wie een klas begeleidt. " * 30
)
ZORG = Term(id="term.zorg", origin="guide", term="zorg", meaning="Hulp.")
WORDS = (ZORG, MENTOR, LOB, ECHO)


def listed(over: ModalScreen[Any]) -> list[str]:
    """The rows of the list."""
    return [str(option.prompt) for option in over.query_one(OptionList).options]


def words(
    play: Play, here: str = "", term: str = "", size: tuple[int, int] = (80, 24)
) -> tuple[list[str], str, object]:
    """The rows and the meaning after `play`, and what the screen gave."""
    screen = WordsScreen(WORDS, here, speak("nl"), term=term)
    seen: list[Any] = []

    async def look(pilot: Pilot[None]) -> None:
        await play(pilot)
        await pilot.pause()
        seen.extend((listed(screen), told(screen)))

    given = hold(screen, look, size)
    return seen[0], seen[1], given


def test_words_of_the_question_come_first_and_then_all_in_order() -> None:
    rows_, meaning, given = words(press(), here="Praten mentoren over zorg?")
    assert rows_ == ["In deze vraag", "mentor", "zorg", "Alle woorden", "écho", "LOB", "mentor", "zorg"]
    assert meaning.startswith("mentor Wie een klas begeleidt.")
    assert given == NOTHING


def test_without_a_question_there_are_all_words() -> None:
    rows_, meaning, _given = words(press())
    assert rows_ == ["Alle woorden", "écho", "LOB", "mentor", "zorg"]
    assert meaning == "écho Wat [b]terugkomt[/b]."


@pytest.mark.parametrize("size", SIZES)
def test_a_word_that_is_asked_for_is_told_at_once(size: tuple[int, int]) -> None:
    assert words(press(), here="zorg", term="term.lob", size=size)[1] == "LOB Leren kiezen. Ook later."


@pytest.mark.parametrize(
    ("typed_", "left"),
    [("ECH", ["écho"]), ("écho", ["écho"]), ("o", ["écho", "LOB", "mentor", "zorg"]), ("toren", ["mentor"])],
)
def test_typing_narrows_the_list(typed_: str, left: list[str]) -> None:
    rows_, meaning, _given = words(press(*typed_))
    assert rows_ == ["Alle woorden", *left]
    assert meaning.startswith(left[0])


def test_a_word_that_is_not_there() -> None:
    rows_, meaning, given = words(press(*"xyz", "down", "enter"), here="zorg")
    assert (rows_, meaning, given) == (["Dit woord staat er niet bij."], "", NOTHING)


def test_the_heading_above_the_first_word_is_in_sight_again_when_one_is_back_there() -> None:
    screen = WordsScreen(WORDS * 5, "zorg", speak("nl"))
    tops: list[str] = []

    async def play(pilot: Pilot[None]) -> None:
        for keys in ([], ["down"] * 12, ["up"] * 12):
            await pilot.press(*keys)
            await pilot.pause()
            tops.append(rows(screen.query_one(OptionList))[0])

    hold(screen, play, (40, 12))
    assert tops[0] == tops[2] == "In deze vraag"
    assert tops[1] != tops[0]


def test_what_was_typed_can_be_taken_back() -> None:
    rows_, _meaning, _given = words(press(*"xyz", *["backspace"] * 3), here="zorg")
    assert rows_ == ["In deze vraag", "zorg", "Alle woorden", "écho", "LOB", "mentor", "zorg"]


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
@pytest.mark.parametrize("keys", [["down", "down", "down"], ["up"], ["tab", "end"], [*"zo"], ["tab", "end", "enter"]])
def test_every_word_is_reached_with_keys(keys: list[str], size: tuple[int, int]) -> None:
    assert words(press(*keys), size=size)[1] == "zorg Hulp."


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.id)
def test_every_word_is_reached_with_the_mouse(word: Term, size: tuple[int, int]) -> None:
    _rows, meaning, _given = words(lambda pilot: click_row(pilot, word.term), size=size)
    assert meaning.startswith(f"{word.term} {word.meaning.split()[0]}")


@pytest.mark.parametrize("keys", [["pagedown"] * 20, ["enter", "end"], ["tab", "tab", "end"]])
def test_a_long_meaning_scrolls_with_keys(keys: list[str]) -> None:
    screen = WordsScreen(WORDS, "", speak("nl"), term="term.mentor")
    ends: list[tuple[float, float]] = []

    async def play(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.wait_for_scheduled_animations()
        meaning = screen.query_one("#meaning", VerticalScroll)
        ends.append((meaning.scroll_target_y, meaning.max_scroll_y))

    hold(screen, play, (40, 12))
    assert ends[0][0] == ends[0][1] > 10


@pytest.mark.parametrize("code", CODES)
def test_all_of_the_glossary_is_listed(talk: Begin, code: str) -> None:
    terms = talk("full", language=code).conversation.view.base.glossary
    screen = WordsScreen(terms, "", speak(code))
    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        seen.extend(listed(screen)[1:])
        assert screen.query_one(Input).has_focus
        await pilot.press("up")

    hold(screen, look)
    assert sorted(seen) == sorted(term.term for term in terms)


# A turn.


ANSWER = TranscriptEntry("person", "c. Wij doen het [red]samen[/red],\x1b[31m elk jaar", ask="c01.situation")


def turn(play: Play, code: str = "nl", size: tuple[int, int] = (80, 24), *, can_edit: bool = True) -> object:
    return hold(TurnScreen(ANSWER, speak(code), can_edit=can_edit, later=2), play, size)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("place", "given"), enumerate(["copy", "edit", "back"]))
def test_what_can_be_done_with_an_answer(size: tuple[int, int], code: str, place: int, given: str) -> None:
    word = speak(code).gettext(["Deze beurt kopiëren", "Dit antwoord aanpassen", "Terug tot hier"][place])
    assert turn(press(*["down"] * place, "enter"), code, size) == given
    assert turn(lambda pilot: click_row(pilot, word), code, size) == given


@pytest.mark.parametrize("size", SIZES)
def test_what_changes_is_in_sight_before_it_is_chosen(size: tuple[int, int]) -> None:
    screen = TurnScreen(ANSWER, speak("nl"), can_edit=True, later=3)
    seen: list[str] = []

    async def play(pilot: Pilot[None]) -> None:
        for _ in range(2):
            await pilot.press("down")
            await pilot.pause()
            seen.append(" ".join(" ".join(rows(screen.query_one(OptionList))).split()))

    hold(screen, play, size)
    for sentence in ("Je andere antwoorden blijven staan.", "telt het niet mee.", "zie je eerst wat er verandert."):
        assert sentence in seen[0]
    assert "en de 3 antwoorden erna" in seen[1]


@pytest.mark.parametrize(
    ("later", "tells"), [(0, "dit antwoord terug. Daarna"), (1, "het 1 antwoord erna"), (12, "de 12 antwoorden erna")]
)
def test_how_many_answers_are_taken_back(later: int, tells: str) -> None:
    screen = TurnScreen(ANSWER, speak("nl"), can_edit=True, later=later)
    seen: list[str] = []

    async def look(_pilot: Pilot[None]) -> None:
        seen.extend(listed(screen))

    hold(screen, look)
    assert tells in seen[2]


def test_what_the_guide_said_can_only_be_copied() -> None:
    assert turn(press("down", "down", "enter"), can_edit=False) == "copy"


@pytest.mark.parametrize("size", SIZES)
def test_the_beginning_of_a_turn_is_plain_text_of_three_lines_at_most(size: tuple[int, int]) -> None:
    screen = TurnScreen(
        TranscriptEntry("person", f"{ANSWER.text}\n{'nog meer ' * 100}"), speak("nl"), can_edit=True, later=0
    )
    seen: list[str] = []

    async def look(_pilot: Pilot[None]) -> None:
        seen.extend(rows(screen.query_one(".beginning", Static)))

    hold(screen, look, size)
    assert 0 < len(seen) <= 3
    assert " ".join(seen).startswith("c. Wij doen het [red]samen[/red],")
    assert "\x1b" not in "".join(seen)
