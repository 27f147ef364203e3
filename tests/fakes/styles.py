"""Styles that are parsed once for all apps of a test run."""

from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet


def parse_once(patch: pytest.MonkeyPatch) -> None:
    """Keep what a style sheet was parsed to, for whoever has the same one with the same colours.

    Textual does so for each app by itself; nothing changes a rule after it was parsed.
    """
    parse, parsed = Stylesheet._parse_rules, dict[Any, Any]()

    def once(sheet: Stylesheet, *place: Any, **more: Any) -> Any:
        key = (place, tuple(sorted(more.items())), tuple(sheet._variables.items()))
        if key not in parsed:
            parsed[key] = parse(sheet, *place, **more)
        return parsed[key]

    patch.setattr(Stylesheet, "_parse_rules", once)
