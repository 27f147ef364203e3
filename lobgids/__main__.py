"""`python -m lobgids` does what the command `lobgids` does."""

import sys

from lobgids.cli import main

sys.exit(main())
