"""The grid of the themes, and rows of another kind than theirs."""

from typing import Any

import pytest

from lobgids.dialogue.chapters import roles
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.protocol import Option

ASKED = "Wie doet dit meestal?"
SURE = tuple(Option(id=f"sure.{number}", text=f"Zeker {number}") for number in range(1, 5))


def rows_of_another_kind(monkeypatch: pytest.MonkeyPatch, **other: Any) -> None:
    """Let the rows of the themes be asked in another way."""
    monkeypatch.setattr(roles, "Draft", lambda **fields: Draft(**fields | other))
