"""Each kind of question is a class, and each front end says how it is drawn."""

from typing import get_args

from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.protocol import AskKind


def test_every_kind_of_the_protocol_has_its_class() -> None:
    assert list(KINDS) == list(get_args(AskKind))
