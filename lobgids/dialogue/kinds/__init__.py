"""The kinds of question, a class each. To add one: a name in `protocol`, a class here, a line in `tui/kinds.py`."""

from lobgids.dialogue.kinds.chosen import Choice, Confirm, Multi
from lobgids.dialogue.kinds.counted import Votes
from lobgids.dialogue.kinds.day import Day
from lobgids.dialogue.kinds.grid import Grid
from lobgids.dialogue.kinds.kind import Kind
from lobgids.dialogue.kinds.written import Number, Scale, Text
from lobgids.dialogue.protocol import AskKind

KINDS: dict[AskKind, Kind] = {
    "choice": Choice(),
    "multi": Multi(),
    "text": Text(),
    "number": Number(),
    "date": Day(),
    "votes": Votes(),
    "confirm": Confirm(),
    "scale": Scale(),
    "grid": Grid(),
}
