"""The chat, used as a person uses it: with the keyboard, with the mouse, and with all that can go wrong."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from lobgids.dialogue.protocol import Answer
from lobgids.session import Session, Tongues
from lobgids.tui.app import LobgidsApp
from tests.conftest import sensible
from tests.fakes.app import AppPilot, by_keyboard, by_mouse, desk, hold, session_of

Opened = Callable[..., Session]
MOST_TURNS = 120


def go(session: Session, until: str) -> None:
    """Answer until a question is open."""
    while (ask := session.conversation.ask) and ask.id != until:
        session.conversation.take(Answer(answer=sensible(ask)))


@pytest.fixture
def chat(opened: Opened, tongues: Tongues, tmp_path: Path) -> Callable[..., LobgidsApp]:
    """The app on a conversation, as far as a question: chat(until="c02.situation", theme="light")."""

    def begin(until: str = "", form: str = "full", language: str = "nl", **preferences: Any) -> LobgidsApp:
        session = opened(form=form, language=language)
        if until:
            go(session, until)
        return LobgidsApp(desk(tongues, tmp_path, language, **preferences), session)

    return begin


@pytest.mark.parametrize(("answer", "size"), [(by_keyboard, (80, 24)), (by_keyboard, (40, 12)), (by_mouse, (120, 36))])
def test_a_whole_conversation(
    answer: Callable[[AppPilot], Awaitable[None]], size: tuple[int, int], chat: Callable[..., LobgidsApp]
) -> None:
    app = chat(form="short")
    chapters: list[str] = []

    async def play(pilot: AppPilot) -> None:
        for _ in range(MOST_TURNS):
            ask = session_of(app).conversation.ask
            if ask is None:
                return
            chapters.append(ask.chapter)
            await answer(pilot)
            now = session_of(app).conversation.ask
            assert now is None or now.id != ask.id, f"{ask.id} was not answered"
        raise AssertionError("the conversation does not end")

    hold(app, play, size)
    assert list(dict.fromkeys(chapters)) == [
        "welcome", "assignment", "pillar", "roles", "picture", "ambition", "advice", "evaluation", "closing"
    ]  # fmt: skip
