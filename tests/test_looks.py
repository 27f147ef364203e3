"""How the app looks at its key moments: pictures to compare with, at each size, in each language and theme.

Change them with `pytest -n 0 tests/test_looks.py --snapshot-update`, and look at each picture before it is kept.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from lobgids.session import Session, Tongues
from lobgids.tui.app import LobgidsApp
from tests.conftest import go
from tests.fakes.app import AppPilot, desk, ready

SMALL, MIDDLE, LARGE = (80, 24), (120, 36), (200, 60)


class Moment(NamedTuple):
    """What is looked at: the open question, the keys pressed there, size, language and settings."""

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
    Moment("question-ascii", "c05.basis", SMALL, ("a", "c"), "nl", {"glyphs": "ascii"}),
    Moment("own-words", "c05.situation", SMALL, (*"Bij ons", "ctrl+j", *"gaat het anders"), "nl", {"theme": "light"}),
    Moment("summary", "visie-en-beleid.summary", SMALL),
    Moment("overview", "c05.situation", SMALL, ("f9",), "nl", {"theme": "contrast"}),
    Moment("picture", "picture.agree", MIDDLE),
    Moment("picture-en", "picture.agree", LARGE, ("f5",), "en", {"theme": "light"}),
    Moment("tasks", "tasks.decaan", MIDDLE, ("a", "c"), "nl", {"theme": "contrast"}),
    Moment("stars", "competence.decaan.head", SMALL, ("right",)),
    Moment("plan", "plan.actions", SMALL, ("a", "b"), "en"),
    Moment("plan-day", "plan.when.act.talk", SMALL, ("right", "up")),
    Moment("evaluation", "evaluation.result", MIDDLE, (), "en", {"density": "compact"}),
    Moment("help", "c05.basis", SMALL, ("f1",)),
    Moment("settings", "c05.situation", SMALL, ("ctrl+o",), "en"),
    Moment("jump", "c05.situation", MIDDLE, ("f8",), "nl", {"theme": "light"}),
    Moment("words", "c05.situation", SMALL, ("ctrl+t",), "en"),
    Moment("palette", "c05.situation", SMALL, ("ctrl+p",)),
)


@pytest.fixture(autouse=True)
def one_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same order of options, and the same sentences, each time."""
    monkeypatch.setattr("lobgids.session.secrets.token_hex", lambda _bytes: "5eed")


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.name)
def test_a_moment(
    moment: Moment, opened: Callable[..., Session], tongues: Tongues, tmp_path: Path, snap_compare: Callable[..., bool]
) -> None:
    session = opened(form="full", language=moment.language)
    go(session, moment.until)
    app = LobgidsApp(desk(tongues, tmp_path, moment.language, **moment.preferences), session)

    async def play(pilot: AppPilot) -> None:
        await ready(pilot)
        for key in moment.keys:
            await pilot.press(key)
            await pilot.pause()

    assert snap_compare(app, terminal_size=moment.size, run_before=play)
