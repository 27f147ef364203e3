"""When an app has nothing left to do: told by its event loop, not by a clock."""

import asyncio
from typing import Any

import textual.app
import textual.pilot
from textual._context import active_app
from textual._wait import wait_for_idle

DOORS = (textual.app, textual.pilot)
"""Where Textual waits for an idle app when a test presses a key, clicks or pauses."""

MOST_ROUNDS = 10_000


async def settled(*_seconds: float) -> None:
    """Wait until nothing is left to do.

    Textual's own wait sleeps 20 ms at a time until the process took little of the processor, two times for each key.
    """
    app, loop = _private(active_app.get()), _private(asyncio.get_running_loop())
    for _round in range(MOST_ROUNDS):
        await asyncio.sleep(0)
        if loop._ready or _did_what_is_due(app):
            continue
        if any(worker.is_running for worker in app.workers):  # it may be in a thread, of which the loop knows nothing
            await wait_for_idle(0)
        return
    raise AssertionError("the app does not come to rest")


def _private(thing: object) -> Any:
    """Something of which we use what others may change; Textual is pinned."""
    return thing


def _did_what_is_due(app: Any) -> bool:
    """Do what a timer of Textual would do within a sixtieth of a second: pass on a new size, or draw."""
    if app._resize_timer:
        app._check_resize()
    elif app._running and app.screen_stack and app.screen._update_timer._active.is_set():
        app.screen._on_timer_update()
    else:
        return False
    return True
