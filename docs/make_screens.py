"""Make the pictures of the app in docs/screens: run as python docs/make_screens.py.

They show the real app on the example conversations, each at its own moment.
"""

import asyncio
import functools
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.load import CONTENT, load
from lobgids.session.file_session import FileSession
from lobgids.session.review import fresh
from lobgids.session.session import StartOptions
from lobgids.storage.preferences import Preferences
from lobgids.storage.reading import read
from lobgids.storage.writing import write_copy
from lobgids.tui.app import LobgidsApp
from lobgids.tui.context import AppContext
from lobgids.tui.start.read_screen import EXAMPLE

NOW = datetime(2026, 11, 16, 14, 14, tzinfo=UTC)
"""Some minutes after the groups of the examples began."""

FONT = re.compile(r"@font-face \{.*?\}", re.DOTALL)
FOLDER = Path(__file__).parent / "screens"


class Picture(NamedTuple):
    """A moment of the example: the open question, the size in cells, and the keys pressed there."""

    name: str
    until: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str = "dark"
    example: str = "voorbeeld"


PICTURES = (
    Picture("vraag", "c05.situation", (100, 32), ("down",)),
    Picture("beeld", "picture.agree", (120, 36), (), "light"),
    Picture("plan", "plan.actions", (100, 32), ("a", "space", "c")),
    Picture("groep", "c06.talk", (80, 24), ("pagedown",), "dark", "groep-kampen"),
)


def main() -> None:
    """Write all pictures."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for picture in PICTURES:
            asyncio.run(_draw(picture, Path(folder)))


async def _draw(picture: Picture, folder: Path) -> None:
    path = folder / f"{picture.name}.lobgids"
    _copy_until(EXAMPLE.with_stem(picture.example), picture.until, path)
    language = _localized("nl").language
    context = AppContext(
        ("en", "nl"), language, _localized, lambda code: _localized(code).language, Preferences(theme=picture.theme),
        folder / "settings.json", (), now=lambda: NOW,
    )  # fmt: skip
    with FileSession.resume(path, _localized, StartOptions()) as session:
        app = LobgidsApp(context, session)
        async with app.run_test(size=picture.size) as pilot:
            for key in picture.keys:
                await pilot.press(key)
            await pilot.pause()
            drawn = app.export_screenshot(title="lobgids")
    # The picture would load a font from elsewhere; reading our docs sends no request to others.
    drawn = FONT.sub("", drawn).replace("Fira Code", "monospace")
    (FOLDER / f"{picture.name}.svg").write_text(drawn, encoding="utf-8")


def _copy_until(example: Path, ask: str, path: Path) -> None:
    """Copy the example up to the moment at which a question is open."""
    contents = read(example)
    conversation, count = fresh(contents, _localized), 0
    while conversation.ask is None or conversation.ask.id != ask:
        conversation.replay([contents.events[count]])
        count += 1
    write_copy(path, contents.header, contents.events[:count])


@functools.cache
def _localized(code: str) -> LocalizedContent:
    language = Language(code or "nl", [catalogue_folder()])
    return LocalizedContent(language, load(CONTENT, language, Path(tempfile.gettempdir())))


if __name__ == "__main__":
    main()
