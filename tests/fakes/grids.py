"""Grids, which no track asks yet: the themes of who does what become the rows of one."""

from typing import Any

import pytest

from lobgids.dialogue.chapters import roles
from lobgids.dialogue.draft import Draft, Row
from lobgids.dialogue.protocol import Option

ASKED = "Wie doet dit hier?"
SURE = tuple(Option(id=f"sure.{number}", text=f"Zeker {number}") for number in range(1, 5))


def themes_as_rows(monkeypatch: pytest.MonkeyPatch, **other: Any) -> None:
    """Let the themes be rows of one grid, asked in another way where that is said."""

    def drafted(**fields: Any) -> Draft:
        is_theme = "pillar" in fields
        row = Row(grid="themes", asked=ASKED, text=fields["text"]) if is_theme else None
        return Draft(**(fields | other if is_theme else fields), row=row)

    monkeypatch.setattr(roles, "Draft", drafted)
