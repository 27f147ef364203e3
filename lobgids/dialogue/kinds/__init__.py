"""The kinds of question, a class each. To add one: a name in `protocol`, a class here, a line in `tui/kinds.py`."""

from lobgids.dialogue.kinds.chosen import ChoiceKind, ConfirmKind, MultiKind
from lobgids.dialogue.kinds.counted import VotesKind
from lobgids.dialogue.kinds.day import DayKind
from lobgids.dialogue.kinds.fields import FieldsKind
from lobgids.dialogue.kinds.grid import GridKind
from lobgids.dialogue.kinds.kind import Kind
from lobgids.dialogue.kinds.written import NumberKind, ScaleKind, TextKind
from lobgids.dialogue.protocol import AskKind

_ONE: dict[AskKind, Kind] = {
    "choice": ChoiceKind(),
    "multi": MultiKind(),
    "text": TextKind(),
    "number": NumberKind(),
    "date": DayKind(),
    "votes": VotesKind(),
    "confirm": ConfirmKind(),
    "scale": ScaleKind(),
}
FIELDS = FieldsKind(_ONE)
KINDS: dict[AskKind, Kind] = {**_ONE, "grid": GridKind(), "fields": FIELDS}
