"""The app as a test holds it: over a document of its own, with fixed settings and a fixed day."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual.app import App
from textual.pilot import Pilot
from textual.widget import Widget

from lobgids.dialogue.protocol import Ask
from lobgids.i18n import Language, catalogue_folder
from lobgids.session.file_session import FileSession
from lobgids.session.session import ContentByLanguage
from lobgids.storage.preferences import Preferences
from lobgids.tui.app import LobgidsApp
from lobgids.tui.chat.options import Options
from lobgids.tui.chat.screen import ChatScreen
from lobgids.tui.context import AppContext
from lobgids.tui.widgets.day import DayForm
from lobgids.tui.widgets.hints import Hints
from lobgids.tui.widgets.marked_text import LETTERS, MarkedText
from tests.conftest import sensible

if TYPE_CHECKING:
    from textual.css.styles import RulesMap

AppPilot = Pilot[Any]


def context(content_in: ContentByLanguage, folder: Path, language: str = "nl", **preferences: Any) -> AppContext:
    """What the app is given, with settings in a file of the test's own."""
    return AppContext(
        ("en", "nl"),
        Language(language, [catalogue_folder()]),
        content_in,
        lambda code: Language(code, [catalogue_folder()]),
        Preferences(**preferences),
        folder / "settings.json",
        (),
        seconds=itertools.count().__next__,  # nobody in a test has to wait before a press decides
    )


def hold(app: LobgidsApp, play: Callable[[AppPilot], Awaitable[None]], size: tuple[int, int] = (80, 24)) -> None:
    """Run the app without a terminal and let `play` use it."""

    async def main() -> None:
        async with app.run_test(size=size, notifications=True) as pilot:
            await ready(pilot)
            await play(pilot)

    asyncio.run(main())


async def ready(pilot: AppPilot) -> None:
    """Wait until the conversation's question is on screen and has the keyboard."""
    await pilot.pause()
    while isinstance(pilot.app.screen, ChatScreen) and not pilot.app.screen.is_ready:
        await pilot.pause()
    await pilot.pause()


def chat_of(app: App[Any]) -> ChatScreen:
    """The conversation that is on screen."""
    screen = app.screen
    assert isinstance(screen, ChatScreen)
    return screen


def session_of(app: App[Any]) -> FileSession:
    """The session of the conversation that is on screen."""
    return chat_of(app).session


def shown(app: App[Any]) -> str:
    """All text that is on screen, toasts included, without its line breaks."""
    return " ".join(rows(app))


def rows(app: App[Any]) -> list[str]:
    """The lines that are on screen, without the room around them."""
    strips = app.screen._compositor.render_strips()  # Textual has no other door to what is drawn
    return ["".join(segment.text for segment in strip).strip() for strip in strips]


async def by_keyboard(pilot: AppPilot) -> None:
    """Answer the open question with keys only, with something that fits."""
    ask = session_of(pilot.app).conversation.ask
    assert ask is not None
    if ask.kind == "text":
        await pilot.press(*"Iets", "enter")
    elif ask.kind == "date":
        await pilot.press(*sensible(ask), "enter")
    elif ask.fields:  # who is chosen; the others may stay open once that was said
        await pilot.press("a", *["enter"] * 3)
    elif ask.rows:
        await pilot.press(*["a", "down"] * len(ask.rows), "enter")
    else:
        await pilot.press(*" ".join(LETTERS[place] for place in fitting(ask)), "enter")
    await pilot.pause()


async def by_mouse(pilot: AppPilot) -> None:
    """Answer the open question with the mouse only; what has to be typed is passed by."""
    ask = session_of(pilot.app).conversation.ask
    assert ask is not None
    if ask.kind == "text":
        await click_words(pilot, Hints, "F3")
    elif ask.kind == "date":
        await click_words(pilot, DayForm, "[+]")
        await click_words(pilot, DayForm, "[ ", start=1)
    elif ask.together:  # a letter in the first row; the others may stay open once that was said
        for part in (".letters", "#send", "#send"):
            await pilot.click(part, offset=(0, 0))
            await pilot.pause()
    else:
        for place in fitting(ask):
            await click_option(pilot, place)
        if ask.kind == "multi":
            await click_option(pilot, len(ask.options) + ask.same)
    await pilot.pause()


def fitting(ask: Ask) -> list[int]:
    """The places of options that fit: those of model 2, or the first."""
    answer, ids = sensible(ask), [option.id for option in ask.options]
    if ask.kind == "confirm":
        return [0]
    if ask.kind == "scale":
        return [answer - 1]
    return [ids.index(one) for one in (answer if isinstance(answer, list) else [answer])]


def marked(app: App[Any]) -> list[int]:
    """The places of the options that stand out: those that the line names, or the one that the arrows are at."""
    options = app.screen.query_one(Options)
    style = options.get_visual_style("option-list--option", "option-list--option-highlighted").rich_style
    grounds = {place: set[object]() for place in range(options.option_count)}
    for row, (place, _line) in enumerate(options._lines):  # Textual has no other door to which row is whose
        grounds[place] |= {segment.style.bgcolor for segment in options.render_line(row) if segment.style}
    return [place for place, seen in grounds.items() if style.bgcolor in seen]


def ticked(app: App[Any]) -> list[int]:
    """The places of the options that are turned on."""
    options = app.screen.query_one(Options)
    return [place for place, option in enumerate(options.options) if "☒" in str(option.prompt)]


async def click_option(pilot: AppPilot, place: int) -> None:
    """Click the option at a place, scrolling to it as one does with the wheel."""
    options = pilot.app.screen.query_one(Options)
    top = sum(_height(options, number) for number in range(place))
    options.scroll_to(y=max(0, top - 1), animate=False, immediate=True)
    await pilot.pause()
    assert await pilot.click(Options, offset=(6, top - round(options.scroll_y)))


async def click_words(pilot: AppPilot, widget: type[Widget], words: str, start: int = 0) -> None:
    """Click a word where it stands in the first line of a widget, from this one on, that shows it."""
    shown = pilot.app.screen.query_one(widget)
    for row in range(start, shown.size.height):
        text = shown.render_line(row).text
        if words in text:
            column = text.index(words) + shown.gutter.left
            assert await pilot.click(widget, offset=(column, row + shown.gutter.top))
            return
    raise AssertionError(f"{widget.__name__} does not show {words!r}")


def _height(options: Options, place: int) -> int:
    """The rows of an option, as wide as the list is."""
    prompt = options.get_option_at_index(place).prompt
    assert isinstance(prompt, MarkedText)
    return prompt.get_height(cast("RulesMap", options.styles), options.scrollable_content_region.width)
