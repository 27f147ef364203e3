"""Ends the app at a signal, or when the terminal is gone.

The conversation is left as with its own key, so what was half typed is kept and the terminal is as it was before.
"""

import asyncio
import os
import select
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread, Timer
from types import FrameType

PATIENCE = 3.0
"""Seconds that leaving may take; then an app that is stuck is ended all the same."""
SIGNALS = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGALRM", "SIGUSR1", "SIGUSR2")
KILLED = 128
"""Plus the number of the signal this is the exit code, as shells have it."""

# Turns off what the app turned on: paste, size and mouse reports, keyboard protocol, other screen, focus reports; and
# shows the cursor.
_RESTORE = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)

Leave = Callable[[], Awaitable[None]]


class Ending:
    """Listens for signals while the app runs; `code` is the exit code that follows from one, 0 if none came."""

    def __init__(self) -> None:
        self.code = 0
        self._attributes = _attributes()

    def listen(self, leave: Leave) -> None:
        """Call `leave` at the first signal from now on, in the loop that is running."""
        if sys.platform == "win32":  # it has neither the signals nor the terminal
            return
        loop = asyncio.get_running_loop()

        def end(number: int, _frame: FrameType | None = None) -> None:
            if self.code:
                return
            self.code = KILLED + number
            watchdog = Timer(PATIENCE, self._give_up)
            watchdog.daemon = True
            watchdog.start()
            loop.call_soon_threadsafe(lambda: loop.create_task(_leave(leave)))

        for name in SIGNALS:
            number = getattr(signal, name)
            if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup sets it
                signal.signal(number, end)
        _wake_only_where_stopped()
        Thread(target=_wait_for_hang_up, args=(lambda: end(signal.SIGHUP),), daemon=True).start()

    @contextmanager
    def restored_terminal(self) -> Iterator[None]:
        """Leave the terminal as it was, even if the app was stopped and woken in between."""
        try:
            yield
        finally:
            _set(self._attributes)

    def _give_up(self) -> None:
        _set(self._attributes)
        with suppress(OSError):
            os.set_blocking(_terminal(), False)
            os.write(_terminal(), _RESTORE)
        os._exit(self.code)


def _wake_only_where_stopped() -> None:
    """Let Textual wake only after it was stopped, or else it would read keys twice and never end."""
    if sys.platform == "win32":
        return
    stop, wake = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    stopped = Event()

    def stop_once(number: int, frame: FrameType | None) -> None:
        stopped.set()
        if callable(stop):
            stop(number, frame)

    def wake_once(number: int, frame: FrameType | None) -> None:
        if stopped.is_set() and callable(wake):
            wake(number, frame)
        stopped.clear()

    signal.signal(signal.SIGTSTP, stop_once)
    signal.signal(signal.SIGCONT, wake_once)


async def _leave(leave: Leave) -> None:
    await leave()


def _wait_for_hang_up(end: Callable[[], None]) -> None:
    """Wait, without polling, until the terminal is gone: Textual would read its end for ever."""
    waiting = select.poll()
    waiting.register(_terminal(), 0)
    if any(event & (select.POLLHUP | select.POLLERR) for _, event in waiting.poll()):
        end()


def _terminal() -> int:
    return sys.__stdin__.fileno() if sys.__stdin__ else 0


def _attributes() -> list[object] | None:
    """Return how the terminal treats what is typed, or None if there is no terminal."""
    try:
        import termios

        return list(termios.tcgetattr(_terminal()))
    except (ImportError, OSError, ValueError):
        return None
    except Exception:  # termios has an error of its own
        return None


def _set(attributes: list[object] | None) -> None:
    if attributes is None:
        return
    import termios

    with suppress(termios.error):
        termios.tcsetattr(_terminal(), termios.TCSADRAIN, attributes)  # type: ignore[arg-type]  # as it was given
