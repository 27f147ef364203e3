"""Running the app, and what is said on the terminal after it."""

import sys

from lobgids import defects
from lobgids.plain import take_leave, write
from lobgids.session import Session
from lobgids.tui.app import LobgidsApp
from lobgids.tui.desk import Desk


def run(desk: Desk, session: Session | None) -> bool:
    """Open the app and wait until it is left; then say where the conversation is. Whether all went well."""
    app = LobgidsApp(desk, session)
    app.run()
    if app.defect:
        write(sys.stderr, [defects.told(app.defect, desk.language)])
    if app.session:
        with app.session as left:
            take_leave(left, sys.stdout)
    return not app.defect
