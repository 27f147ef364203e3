"""`python -m lobgids` does what the command `lobgids` does."""

import sys

from lobgids.cli.main import main

sys.exit(main())
