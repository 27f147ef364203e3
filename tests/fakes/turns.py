"""What a turn said, for tests of the engine."""

from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.protocol import Problem


def said(turn: Turn) -> list[str]:
    """The ids of what was said."""
    return ["problem" if isinstance(say, Problem) else say.id for say in turn.says]


def problem(turn: Turn) -> str:
    """The one sentence on why it could not be taken."""
    (told,) = turn.says
    assert isinstance(told, Problem)
    return told.text
