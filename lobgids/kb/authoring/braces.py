"""The words in braces in a text, which are filled in when it is said; nothing else that Python's `format` would do."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from lobgids.kb.authoring.diagnostics import Diagnostic
from lobgids.kb.authoring.structure import Places, nearest_place
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.base import TRANSLATED
from lobgids.kb.walk import leaves

_LONGEST = 40
# In this order: a doubled brace (a literal one), something between braces, a single brace with what follows it.
_BRACES = re.compile(r"\{\{|\}\}|\{[^{}]*\}|[{}][^{}]*")


def in_braces(text: str) -> list[str]:
    """Everything in braces as it was written: `{school}`, and also `{0.x}` and a brace that stands alone."""
    found = _BRACES.findall(text) if "{" in text or "}" in text else []
    return [field[:_LONGEST] for field in found if field not in ("{{", "}}")]


def check_braces(
    values: Mapping[str, Any], places: Places, fills: Mapping[str, Collection[str]]
) -> Iterator[Diagnostic]:
    """A diagnostic for each field in braces that would not be filled in; `fills` has the known words by entry id."""
    for leaf in leaves(KnowledgeBase, values):
        if TRANSLATED in leaf.marks and (found := in_braces(leaf.value)):
            known = {f"{{{word}}}" for word in fills.get(leaf.owner, ())}
            for field in found:
                if field not in known:
                    yield Diagnostic(nearest_place(leaf.spot, places), "LG051", {"found": field})
