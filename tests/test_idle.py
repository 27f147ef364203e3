"""How tests wait for an app: until all that it began is done, and no longer."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.widgets import Static

from tests.fakes import idle

Steps = Callable[["Sheet"], Awaitable[object]]


class Sheet(App[None]):
    """A text, and how often something was done."""

    done = 0
    may_rest = False

    def compose(self) -> ComposeResult:
        yield Static("een")

    def again(self) -> None:
        self.done += 1
        if not self.may_rest:
            asyncio.get_running_loop().call_soon(self.again)

    def count_down(self, left: int) -> None:
        self.done += 1
        if left:
            self.call_after_refresh(self.count_down, left - 1)


def use(steps: Steps) -> None:
    async def main() -> None:
        app = Sheet()
        async with app.run_test():
            await steps(app)

    asyncio.run(main())


def test_what_follows_on_a_picture_is_waited_for() -> None:
    async def steps(app: Sheet) -> None:
        app.query_one(Static).update("een\ntwee")
        app.call_after_refresh(app.count_down, 5)
        await idle.settled()
        assert app.done == 6
        assert app.query_one(Static).size.height == 2

    use(steps)


def test_a_new_size_is_waited_for() -> None:
    async def steps(app: Sheet) -> None:
        size = Size(33, 11)
        app.post_message(events.Resize(size, size))
        await idle.settled()
        assert app.screen.size == size

    use(steps)


def test_an_app_that_never_rests_is_told() -> None:
    async def steps(app: Sheet) -> None:
        app.again()
        with pytest.raises(AssertionError, match="does not come to rest"):
            await idle.settled()
        app.may_rest = True

    use(steps)
