"""Running the app, and what is said on the terminal after it."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from lobgids.document import make_folder, write_new
from lobgids.invocation import invocation
from lobgids.plain import take_leave, write
from lobgids.session import Session
from lobgids.tui.app import LobgidsApp
from lobgids.tui.desk import Desk


def run(desk: Desk, session: Session | None) -> bool:
    """Open the app and wait until it is left; then say where the conversation is. Whether all went well."""
    app = LobgidsApp(desk, session)
    app.run()
    if app.defect:
        write(sys.stderr, [_told(app.defect, desk)])
    if app.session:
        with app.session as left:
            if left.conversation.ask is None:
                write(sys.stdout, [left.conversation.close().text, ""])
            take_leave(left, sys.stdout)
    elif not app.defect:
        write(sys.stdout, [desk.language.gettext("Zo begin je weer:")])
        sys.stdout.write(invocation() + "\n")
    return not app.defect


def _told(defect: str, desk: Desk) -> str:
    """One sentence on a defect, with where its details are."""
    _ = desk.language.gettext
    try:
        path = _write(defect)
    except OSError:
        return _("Er ging iets mis in lobgids. Je antwoorden zijn bewaard.")
    sentence = _("Er ging iets mis in lobgids. Je antwoorden zijn bewaard. Wat er misging, staat in {path}")
    return sentence.format(path=path)


def _write(defect: str) -> Path:
    """Write the details, without anybody's answers, readable by their owner only."""
    from platformdirs import user_log_path

    folder = user_log_path("lobgids", appauthor=False)
    make_folder(folder)
    path = folder / f"{datetime.now(UTC):%Y-%m-%d %H%M%S %f}.txt"
    write_new(path, defect.encode(errors="replace"))
    return path
