"""Opens the app in a pseudo-terminal, waits for a text, and leaves: python open_app.py TEXT COMMAND ..."""

import os
import pty
import sys

LEAVE = b"\x11"  # Ctrl+Q

text, command = sys.argv[1].encode(), sys.argv[2:]
process, terminal = pty.fork()
if process == 0:
    os.environ["TERM"] = "xterm-256color"
    os.execv(command[0], command)  # noqa: S606  # the command is that of our own script
shown, has_left = b"", False
while True:
    try:
        read = os.read(terminal, 1 << 16)
    except OSError:  # how Linux tells that the other side is closed
        break
    if not read:
        break
    shown += read
    if text in shown and not has_left:
        has_left = bool(os.write(terminal, LEAVE))
_, status = os.waitpid(process, 0)
sys.exit(0 if has_left and os.waitstatus_to_exitcode(status) == 0 else f"the app did not show {text!r} and leave")
