"""How the app looks at its key moments: pictures to compare with, at each size, in each language and theme.

Change them with `pytest -n 0 tests/test_looks.py --snapshot-update`, and look at each picture before it is kept.
"""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from msgspec.structs import replace

from lobgids.dialogue.protocol import Answer
from lobgids.session.file_session import FileSession
from lobgids.session.session import ContentByLanguage
from lobgids.storage.folders import default_folder
from lobgids.storage.reading import read
from lobgids.storage.writing import write_copy
from lobgids.tui.app import LobgidsApp
from lobgids.tui.projector.screen import ProjectorScreen
from lobgids.tui.start.read_screen import EXAMPLE
from tests.conftest import sensible
from tests.fakes.app import AppPilot, context, ready

SMALL, MIDDLE, LARGE = (80, 24), (120, 36), (200, 60)


class Moment(NamedTuple):
    """What is looked at: the open question (none at the end), the keys pressed there, size, language and settings."""

    name: str
    until: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    language: str = "nl"
    preferences: dict[str, Any] = {}  # noqa: RUF012  # never changed


MOMENTS = (
    Moment("welcome", "welcome.school", SMALL),
    Moment("question", "c05.situation", SMALL, ("down",)),
    Moment("question-en", "c05.situation", MIDDLE, ("b",), "en"),
    Moment("question-large", "c05.situation", LARGE, (), "nl", {"theme": "light"}),
    Moment("question-tiny", "c05.situation", (40, 12)),
    Moment("question-ascii", "c05.basis", SMALL, ("a", "space", "c"), "nl", {"glyphs": "ascii"}),
    Moment("own-words", "c05.situation", SMALL, (*"Bij ons", "ctrl+j", *"gaat het anders"), "nl", {"theme": "light"}),
    Moment("summary", "visie-en-beleid.summary", SMALL),
    Moment("overview", "c05.situation", SMALL, ("f9",), "nl", {"theme": "contrast"}),
    Moment("picture", "picture.agree", MIDDLE),
    Moment("picture-en", "picture.agree", LARGE, ("f5",), "en", {"theme": "light"}),
    Moment("tasks", "tasks.decaan.m2", MIDDLE, ("a", "space", "c"), "nl", {"theme": "contrast"}),
    Moment("stars", "competence.decaan.head", SMALL, ("right",)),
    Moment("plan", "plan.actions", SMALL, ("a", "space", "b"), "en"),
    Moment("plan-day", "closing.look_back", SMALL, ("right", "up")),
    Moment("plan-fields", "plan.who.act.talk", SMALL, ("e", "comma", "space", *"Karin", "enter"), "en"),
    Moment("evaluation", "evaluation.result", MIDDLE, (), "en", {"density": "compact"}),
    Moment("making", "closing.look_back", SMALL, ("ctrl+n", "end")),
    Moment("ending", "", SMALL, (), "nl", {"theme": "light"}),
    Moment("help", "c05.basis", SMALL, ("f1",)),
    Moment("settings", "c05.situation", SMALL, ("ctrl+o",), "en"),
    Moment("jump", "c05.situation", MIDDLE, ("f8",), "nl", {"theme": "light"}),
    Moment("words", "c05.situation", SMALL, ("ctrl+t",), "en"),
    Moment("palette", "c05.situation", SMALL, ("ctrl+p",)),
)


BEAMER = (60, 20)
VOTES: dict[str, Any] = {
    "c06.situation": {"c06.m1": 6, "c06.m2": 6, "c06.m3": 1},
    "c06.situation.2": {"c06.m1": 2, "c06.m2": 10, "c06.m3": 1},
}
GROUP: dict[str, Any] = {
    "setup.people": 13,
    "setup.roles": {"mentor": 13},
    "setup.time": "time.90",
    "c06.talk": "talk.again",
}


class Staged(NamedTuple):
    """A moment on the projector: the open question, and the kind of page that is turned to."""

    name: str
    until: str
    page: str


STAGED = (
    Staged("think", "c06.situation", "think"),
    Staged("vote", "c06.situation", "answer"),
    Staged("revealed", "c06.talk", "result"),
    Staged("talk", "c06.talk", "answer"),
    Staged("second", "c06.agreed", "result"),
    Staged("summary", "orientatie-en-begeleiding.summary", "answer"),
)


def _named(at: tuple[Staged, tuple[int, int]]) -> str:
    return f"{at[0].name}-{'beamer' if at[1] == BEAMER else 'middle'}"


@pytest.fixture(autouse=True)
def one_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same order of options, and the same sentences, each time."""
    monkeypatch.setattr("lobgids.session.session.secrets.token_hex", lambda _bytes: "5eed")


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.name)
def test_a_moment(
    moment: Moment,
    opened: Callable[..., FileSession],
    content_in: ContentByLanguage,
    tmp_path: Path,
    snap_compare: Callable[..., bool],
) -> None:
    session = opened(form="full" if moment.until else "short", language=moment.language)
    while (ask := session.conversation.ask) and ask.id != moment.until:
        session.conversation.take(Answer(answer=sensible(ask)))
    app = LobgidsApp(context(content_in, tmp_path, moment.language, **moment.preferences), session)

    async def play(pilot: AppPilot) -> None:
        await ready(pilot)
        for key in moment.keys:
            await pilot.press(key)
            await pilot.pause()

    assert snap_compare(app, terminal_size=moment.size, run_before=play)


class Begun(NamedTuple):
    """A moment at the start screen: its size, language and theme, and whether there are conversations already."""

    name: str
    size: tuple[int, int]
    language: str
    theme: str
    has_documents: bool = True


BEGUN = (
    Begun("first", SMALL, "nl", "dark", has_documents=False),
    Begun("small", SMALL, "en", "contrast"),
    Begun("middle", MIDDLE, "en", "light"),
    Begun("large", (200, 50), "nl", "dark"),
    Begun("tiny", (40, 12), "nl", "light"),
)


@pytest.mark.parametrize("begun", BEGUN, ids=lambda begun: begun.name)
def test_the_start_screen(
    begun: Begun, content_in: ContentByLanguage, tmp_path: Path, snap_compare: Callable[..., bool]
) -> None:
    if begun.has_documents:
        _keep_documents()
    app = LobgidsApp(context(content_in, tmp_path, begun.language, theme=begun.theme))

    async def play(pilot: AppPilot) -> None:
        await pilot.app.workers.wait_for_complete()
        await ready(pilot)

    assert snap_compare(app, terminal_size=begun.size, run_before=play)


def _keep_documents() -> None:
    """A finished conversation, one to go on with, a copy to share, a long name, and some older ones."""
    example = read(EXAMPLE)
    header, events = example.header, example.events
    named = replace(events[0], value="Christelijk Lyceum Maarssenbroek-Zuid")
    documents = [
        ("2026-11-16 decaan", header, events),
        ("2026-11-17 decaan kopie", replace(header, shared=True), events[:30]),
        ("2026-11-17 decaan", header, [replace(events[0], value="Het Kompas"), *events[1:30]]),
        ("2026-11-16 decaan 2", header, [named, *events[1:60]]),
        ("2026-11-16 mentor", replace(header, track="mentor"), ()),
        *((f"2026-11-1{day} decaan", header, events[:3]) for day in range(6)),
    ]
    for age, (name, head, kept) in enumerate(documents):
        path = default_folder() / f"{name}.lobgids"
        write_copy(path, head, kept)
        os.utime(path, (1_790_000_000 - age, 1_790_000_000 - age))


@pytest.mark.parametrize("at", [(one, size) for one in STAGED for size in (BEAMER, MIDDLE)], ids=_named)
def test_a_moment_on_the_projector(
    at: tuple[Staged, tuple[int, int]],
    opened: Callable[..., FileSession],
    content_in: ContentByLanguage,
    tmp_path: Path,
    snap_compare: Callable[..., bool],
) -> None:
    staged, size = at
    session = opened(track="workshop", language="nl" if size == BEAMER else "en")
    while (ask := session.conversation.ask) and ask.id != staged.until:
        session.conversation.take(Answer(answer=(GROUP | VOTES).get(ask.id, sensible(ask))))
    began = datetime.fromisoformat(session.began)
    there = context(content_in, tmp_path, "nl")._replace(now=lambda: began + timedelta(minutes=12))
    app = LobgidsApp(there, session)

    async def play(pilot: AppPilot) -> None:
        await ready(pilot)
        stage = pilot.app.screen
        assert isinstance(stage, ProjectorScreen)
        while stage.page.kind != staged.page:
            await pilot.press("pagedown")
            await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=play)
