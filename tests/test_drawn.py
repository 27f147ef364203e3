"""What a front end draws of JSON alone is what the app, plain lines and commands show, in words, at each question."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
import pytest
from textual.widgets import Static

from lobgids.advice.plan import FIELDS
from lobgids.cli.main import main
from lobgids.dialogue.protocol import Answer, Ask
from lobgids.i18n import Language
from lobgids.kb.base import KnowledgeBase
from lobgids.lines.notes import notes
from lobgids.log import ask_ids
from lobgids.session.file_session import FileSession
from lobgids.session.session import ContentByLanguage
from lobgids.tui.app import LobgidsApp
from lobgids.tui.chat.options import Options
from lobgids.tui.chat.progress import ProgressLine
from lobgids.tui.chat.stream import Stream
from lobgids.tui.projector.agenda_line import AgendaLine
from lobgids.tui.projector.choices import Choices
from lobgids.tui.projector.screen import ProjectorScreen
from tests.conftest import sensible
from tests.fakes.app import AppPilot, chat_of, context, hold, ready, shown
from tests.fakes.client import Moment, Object, held
from tests.fakes.people import Opened, typed
from tests.fakes.people import hold as in_lines

NOW = "2026-11-23T12:00:00.000Z"
GROUP: Object = {"setup.people": 13, "setup.roles": {"mentor": 13}, "setup.time": "time.90"}
SIZE = (200, 80)
WIDE = (200, 24)
"""Where what is asked, said and drawn is read from the parts of the app, whether they are in sight or not."""

Beginning = Callable[..., FileSession]


@pytest.fixture
def began(opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], list[FileSession]]:
    """The same conversation three times, at the same moment: its questions come in the same order."""
    monkeypatch.setattr("lobgids.session.session.now", lambda: NOW)

    def begin(track: str, language: str) -> list[FileSession]:
        first = opened("a.lobgids", track=track, language=language)
        for name in ("b.lobgids", "c.lobgids"):
            shutil.copyfile(first.path, tmp_path / name)
        return [first, opened("b.lobgids"), opened("c.lobgids")]

    return begin


def fitting(ask: Object) -> Any:
    """An answer that fits."""
    full = {"welcome.form": "form.full", "school.how": "school.how.scenes"}
    fits = sensible(msgspec.convert(ask, Ask))
    return (GROUP | full).get(ask["id"], fits[:1] if ask["kind"] == "multi" else fits)


def on(moment: Moment) -> Object | None:
    """The next input: an answer, for this moment."""
    ask = moment.ask
    return {"answer": fitting(ask), "ask": ask["id"], "at": ask.get("at")} if ask else None


def typing_days(moment: Moment) -> Object | None:
    """The same, with days as one types them."""
    ask = moment.ask
    if ask is None or ask["kind"] != "date":
        return on(moment)
    return {"text": typed(msgspec.convert(ask, Ask))}


def said(moment: Moment, *types: str) -> list[Object]:
    """What was said; the last word at the end is in what is asked then."""
    return [one for one in moment.came if one["type"] in types and one.get("id") != "farewell"]


def words(text: str) -> str:
    """A text without the breaks of its lines."""
    return " ".join(text.split())


def the_question(ask: Object) -> str:
    """The last line of an ask."""
    return str(ask["text"].rpartition("\n")[2])


def marks(ask: Object) -> list[str]:
    """What a client puts in front of options: the letters of cards at a vote, elsewhere numbers."""
    count = len(ask.get("options", ()))
    if ask["kind"] == "votes" and ask.get("component"):
        return [*(f"{letter}." for letter in "ABC"[: count - 1]), "?"]
    return [f"{number}." for number in range(1, count + 1)]


# In plain lines.


Own = Callable[[Object], Iterator[str]]


def drawn_in_lines(moments: list[Moment], own: Own, of_a_form: Own) -> Iterator[str]:
    """The conversation as plain lines show it; `own` is what these say of how one types.

    `of_a_form` is what they ask instead where a form begins of which the rest may stay open.
    """
    here, pillar = "", ""
    for moment in moments:
        for one in said(moment, "say"):
            yield from (one.get("heading", ""), one["text"])
        overview, clock = moment.got["overview"], moment.got["clock"]
        stops = overview["path"] or overview["chapters"]
        present = next((stop for stop in stops if stop["state"] == "present"), None)
        is_new, is_timed = present and present["id"] != here, clock["minutes_left"] is not None
        told = [present["name"] if present and is_new else "", clock["left"] if is_timed else ""]
        if present and (is_new or (moment.asked.get("pillar") or pillar) != pillar):
            yield f"[{', '.join(filter(None, told))}]" if any(told) else ""
        here, pillar = present["id"] if present else here, moment.asked.get("pillar") or pillar
        if instead := [*of_a_form(moment.asked)]:
            yield from instead
            continue
        yield moment.asked["text"]
        for mark, option in zip(marks(moment.asked), moment.asked.get("options", ()), strict=True):
            yield f"{mark} {option['text']}"
        yield from own(moment.asked)


def hints(language: Language) -> Callable[[Object], Iterator[str]]:
    """What plain lines say of how one types: at the first question, at the first with several answers, and for same."""
    _, told = language.gettext, set[str]()

    def own(ask: Object) -> Iterator[str]:
        if "begun" not in told:
            told.add("begun")
            yield _(
                "Typ het nummer van je antwoord, of antwoord in je eigen woorden. "
                "Met het woord ‘hulp’ zie je wat er verder kan."
            )
        if ask["kind"] == "multi" and "several" not in told:
            told.add("several")
            yield _("Je mag er meer kiezen. Typ dan bijvoorbeeld: 1 en 3")
        if ask.get("same"):
            yield _("Net als bij het antwoord ervoor? Typ dan: zelfde")

    return own


def forms(language: Language, base: KnowledgeBase) -> Own:
    """What plain lines ask where the rest of an action in the plan begins."""
    _ = language.gettext

    def of_a_form(ask: Object) -> Iterator[str]:
        name, action = ask_ids.planned(ask["id"])
        if not ask_ids.is_of_plan(ask["id"]) or name != "whom":
            return
        names = [one for one in FIELDS[2:] if one != "sign" or action.startswith("act.own")]
        labels = [base.phrase(f"plan.field.{one}").variants[0] for one in names]
        fields = "; ".join(label[:1].lower() + label[1:] for label in labels)
        yield _("Wil je daar nu nog meer bij zetten? Het gaat om: {fields}.").format(fields=fields)
        yield from (f"1. {_('Nee, dat blijft open')}", f"2. {_('Ja')}")

    return of_a_form


def typed_in(moments: list[Moment]) -> dict[str, str]:
    """How a client's counts, numbers and chosen ways are typed in lines, by ask."""
    lines = {}
    for moment in moments:
        if ask := moment.ask:
            given, options = fitting(ask), [option["id"] for option in ask.get("options", ())]
            if ask["kind"] == "votes":
                lines[ask["id"]] = " ".join(str(given.get(one, 0)) for one in options)
            elif ask["kind"] in ("number", "choice", "multi"):
                chosen = given[0] if ask["kind"] == "multi" else given
                lines[ask["id"]] = str(options.index(chosen) + 1 if options else chosen)
    return lines


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize("track", ["decaan", "workshop", "mentor"])
def test_lines(
    track: str, code: str, began: Callable[[str, str], list[FileSession]], content_in: ContentByLanguage
) -> None:
    one, other, _ = began(track, code)
    moments = held(one, typing_days, ("ask", "overview", "clock"))
    told = words(in_lines(other, by_ask=typed_in(moments)))
    language, base = content_in(code).language, content_in(code).base
    drawn = words(" ".join(drawn_in_lines(moments, hints(language), forms(language, base))))
    assert len(moments) > 30
    assert told[: len(drawn)] == drawn
    assert told[len(drawn) :].strip().startswith(language.gettext("Je gesprek staat in:"))


# In the app.


def panel_of(overview: Object) -> Iterator[str]:
    """The lines of the panel without their signs."""
    for pillar in overview["pillars"]:
        yield pillar["name"]
        for component in pillar["components"]:
            yield f"{component['number']} {component['name']}"
            if component["state"] != "open" or component["is_present"]:
                yield component["in_words"]


def drawn_with(moment: Moment) -> str:
    """The grid or form that the app draws a question in: of the themes, or of an action; empty if by itself."""
    ask = moment.asked["id"] if moment.ask else ""
    if ask.startswith("theme.") and not ask.endswith("shared"):
        return "themes"
    name, action = ask_ids.planned(ask)
    return action if ask_ids.is_of_plan(ask) and name in FIELDS else ""


async def compare(pilot: AppPilot, moments: Sequence[Moment], *, is_after_another: bool) -> None:
    """Compare each moment of the chat with what came in JSON, and answer as was answered there.

    If the first `is_after_another` answer than was given there, what was said is another, too.
    """
    for number, moment in enumerate(moments):
        if number or not is_after_another:
            check_chat(pilot, moment)
        if moment.ask:
            assert await chat_of(pilot.app).give(Answer(answer=fitting(moment.ask)))
            await ready(pilot)


def check_chat(pilot: AppPilot, moment: Moment) -> None:
    """Compare the chat with what came in JSON."""
    chat, ask = chat_of(pilot.app), moment.asked
    assert str(chat.query_one("#question", Static).content) == the_question(ask)
    rows = [str(row.prompt) for row in chat.query_one(Options).options if row.id is None]
    options = [option["text"] for option in ask.get("options", ())]
    assert all(row.endswith(text) for row, text in zip(rows, options, strict=bool(options)))
    before = [text] if (text := ask["text"].rpartition("\n")[0]) else []
    tail = [*(one["text"] for one in said(moment, "heard", "say")), *before]
    assert [turn.entry.text for turn in chat.query_one(Stream).turns][-len(tail) or 10_000 :] == tail
    overview, line = moment.got["overview"], str(chat.query_one(ProgressLine).render())
    for stop in overview["chapters"]:
        assert f"{stop['name']} {stop['series']}".rstrip() in line
    assert line.endswith(moment.got["clock"]["left"])
    panel = [row for row in str(chat.query_one("#standing", Static).content).splitlines() if row.strip()]
    expected = list(panel_of(overview))
    assert [row for row, text in zip(panel[-len(expected) :], expected, strict=True) if not row.endswith(text)] == []


def test_the_chat_of_a_whole_talk(
    began: Callable[[str, str], list[FileSession]], content_in: ContentByLanguage, tmp_path: Path
) -> None:
    one, _, other = began("decaan", "nl")
    moments = held(one, on, ("ask", "overview", "clock"))

    grids = set()

    async def play(pilot: AppPilot) -> None:
        for grid, found in groupby(moments, drawn_with):
            together = list(found)
            if grid:  # what JSON asks one by one is drawn as a grid or form
                rows = {moment.asked["id"]: fitting(moment.asked) for moment in together}
                assert await chat_of(pilot.app).give(Answer(answer=rows))
                await ready(pilot)
                grids.add(grid)
            else:
                await compare(pilot, together, is_after_another=bool(grids))

    with other:
        hold(LobgidsApp(context(content_in, tmp_path), other), play, WIDE)
    assert len(moments) > 60
    assert len(grids) > 1


def test_the_commands_are_what_help_tells(
    began: Callable[[str, str], list[FileSession]], content_in: ContentByLanguage, tmp_path: Path
) -> None:
    one, _, other = began("decaan", "en")
    moments = held(one, lambda moment: on(moment) if moment.asked["kind"] == "text" else None, ("ask", "commands"))
    texts = []

    async def play(pilot: AppPilot) -> None:
        for moment in moments:
            await pilot.press("f1")
            await pilot.pause()
            texts.append(words(str(pilot.app.screen.query_one("VerticalScroll Static", Static).content)))
            await pilot.press("escape")
            if moment.asked["kind"] == "text":
                await chat_of(pilot.app).give(Answer(answer=fitting(moment.asked)))
                await ready(pilot)

    with other:
        hold(LobgidsApp(context(content_in, tmp_path, "en"), other), play, WIDE)
    assert len(moments) > 1
    for moment, text in zip(moments, texts, strict=True):
        slash = "/" if moment.asked["kind"] == "text" else ""
        commands = moment.got["commands"]["commands"]
        assert {one["name"] for one in commands} >= {"back", "skip", "why", "jump", "leave"}
        assert [one for one in commands if f"{one['full']} (or type: {slash}{one['typed']})" not in text] == []


# On the projector.

LEFT_OUT = {"votes.shown", "votes.again", "language.switched", "agreed.kept"}
"""What the projector draws instead of saying it."""


async def pages(pilot: AppPilot) -> str:
    """All that stands on the pages of a question."""
    stage = pilot.app.screen
    assert isinstance(stage, ProjectorScreen)
    seen = [shown(pilot.app)]
    while stage.page.kind != "answer" and seen[-1:] != seen[-2:-1]:
        await pilot.press("pagedown")
        await pilot.pause()
        seen.append(shown(pilot.app))
    seen += [str(row.prompt) for row in stage.query_one(Choices).options]  # a long list is scrolled
    return words(" ".join(seen))


def on_pages(moment: Moment) -> Iterator[str]:
    """What has to stand there: what is said, the question, the options, and the votes that everybody has seen."""
    ask = moment.asked
    for one in said(moment, "say"):
        if one["id"] not in LEFT_OUT:
            yield from (one.get("heading", ""), *one["text"].split("\n"))
    if moment.ask:
        yield the_question(ask)
        is_card = bool(ask.get("component")) and ask["kind"] == "votes"
        yield from (option["text"] for option in ask.get("options", ())[: 3 if is_card else None])
    was_talked_over = ask["id"].endswith(".agreed") and len(ask.get("tallies", ())) == 1
    for tally in () if was_talked_over else ask.get("tallies", ()):
        yield from (bar["text"] for bar in tally["bars"] if bar["letter"])


def test_the_projector_of_a_whole_workshop_and_the_notes(
    began: Callable[[str, str], list[FileSession]], content_in: ContentByLanguage, tmp_path: Path
) -> None:
    one, _, other = began("workshop", "nl")
    moments = held(one, on, ("ask", "overview", "guidance", "clock"))

    async def play(pilot: AppPilot) -> None:
        for moment in moments:
            line = str(pilot.app.screen.query_one(AgendaLine).render())
            present = [stop["name"] for stop in moment.got["overview"]["path"] if stop["state"] == "present"]
            assert words(line).startswith("".join(present))
            assert line.rstrip().endswith(moment.got["clock"]["planned"])
            told = await pages(pilot)
            assert [text for text in on_pages(moment) if words(text) not in told] == [], moment.asked["id"]
            if moment.ask:
                check_notes(other.path, content_in, moment.got["guidance"])
                assert isinstance(pilot.app.screen, ProjectorScreen)
                await pilot.app.screen.give(Answer(answer=fitting(moment.ask)))
                await pilot.pause()

    with other:
        app = LobgidsApp(context(content_in, tmp_path)._replace(now=lambda: datetime.fromisoformat(NOW)), other)
        hold(app, play, SIZE)
    assert any(moment.asked.get("tallies") for moment in moments)
    assert any(moment.got["clock"]["talk"] for moment in moments)


def check_notes(path: Path, content_in: ContentByLanguage, guidance: Object) -> None:
    """Compare with what the facilitator's own window tells."""
    drawn = [
        line
        for part in guidance["parts"]
        for line in (part["heading"].upper(), *(f"- {text}" for text in part["texts"]), "")
    ]
    shown = [part for part in notes(path, content_in) or [] if part[0] not in ("DE TIJD", "GEPARKEERD")]
    assert [line for part in shown for line in part] == drawn


# What was said.


def on_to_the_story(moment: Moment) -> Object | None:
    """The next input, and at the end the request for all that was said."""
    if moment.ask:
        return on(moment)
    is_there = any(one["type"] == "story" for one in moment.came)
    return None if is_there else {"get": "story"}


@pytest.mark.parametrize("track", ["decaan", "workshop", "mentor"])
def test_the_story_is_what_a_replay_tells(
    track: str, began: Callable[[str, str], list[FileSession]], capsys: pytest.CaptureFixture[str]
) -> None:
    one, *_ = began(track, "nl")
    moments = held(one, on_to_the_story, ("ask",))
    assert main(["replay", str(one.path)]) == 0
    drawn = []
    (story,) = moments[-1].came
    for turn in story["turns"]:
        for entry in turn["said"]:
            speaker = "jij" if entry["who"] == "person" else "lobgids"
            options = zip(entry.get("marks", ()), entry.get("options", ()), strict=True)
            lines = [entry.get("heading", ""), f"{speaker}: {entry['text']}", *(" ".join(one) for one in options)]
            drawn.append("\n".join(lines))
    told = words(capsys.readouterr().out)
    last = words(" ".join(drawn))
    assert told[: len(last)] == last
    assert told[len(last) :].count("lobgids:") == 1  # the last word
