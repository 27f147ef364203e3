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


def test_what_a_group_hears_instead_is_filled_with_nothing_more(base: KnowledgeBase) -> None:
    files = (base.phrases_shared, base.phrases_decaan, base.phrases_workshop)
    known = {entry.id: set(entry.fill) for entries in files for entry in entries}
    others = [name for name in known if name.startswith("workshop.") and name.removeprefix("workshop.") in known]
    assert len(others) > 20  # or the names changed
    more = {name: known[name] - known[name.removeprefix("workshop.")] for name in others}
    assert {name: fill for name, fill in more.items() if fill} == {
        "workshop.heard.between": {"camps"}  # filled in where votes are divided
    }
