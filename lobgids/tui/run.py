"""Runs the app, and says on the terminal afterwards where the conversation is."""

import sys
from contextlib import nullcontext, suppress

from lobgids.lines.plain import take_leave, write
from lobgids.session import defects
from lobgids.session.file_session import FileSession
from lobgids.session.invocation import invocation
from lobgids.tui.app import LobgidsApp
from lobgids.tui.bursts import use_burst_parser
from lobgids.tui.context import AppContext
from lobgids.tui.signals import Ending


def run(context: AppContext, session: FileSession | None) -> int:
    """Run the app, then say where the conversation is, and return the exit code.

    If the terminal is gone, nobody can read that any more.
    """
    use_burst_parser()
    ending = Ending()
    app = LobgidsApp(context, session, ending)
    with ending.restored_terminal():
        app.run()
    with app.session or nullcontext(), suppress(OSError) if ending.code else nullcontext():
        _take_leave(app, context)
    return defects.EXIT_CODE if app.defect else ending.code


def _take_leave(app: LobgidsApp, context: AppContext) -> None:
    if app.defect:
        write(sys.stderr, [defects.report_defect(app.defect, context.language)])
    if app.session:
        if app.session.conversation.ask is None:
            write(sys.stdout, [app.session.conversation.close().text, ""])
        take_leave(app.session, sys.stdout)
    elif not app.defect:
        write(sys.stdout, [context.language.gettext("Zo begin je weer:")])
        sys.stdout.write(invocation() + "\n")
