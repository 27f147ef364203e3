"""The sentences of the content around what a person said."""

import pytest

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.phrasing import phrase, report_words


@pytest.mark.parametrize(
    ("typed", "told"),
    [("Niemand vroeg iets.", "‘Niemand vroeg iets’."), ("Een plan", "‘Een plan’."), ("Tja...", "‘Tja...’.")],
)
def test_a_quote_leaves_the_full_stop_to_the_sentence(typed: str, told: str, base: KnowledgeBase) -> None:
    assert told in phrase(base, "assignment.used", "", quote=typed)
    assert told in report_words(base, "decision.asked", quote=typed)
