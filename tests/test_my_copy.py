"""The report for oneself says everything once, and what one looks up stands in the reference."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.phrasing import report_words
from lobgids.kb.schema.base import Statement
from lobgids.report.blocks import Block, Figure, Heading, Items, Paragraph, Quote, Report, Table
from lobgids.report.editions import Readers
from tests.conftest import Talk
from tests.test_reference import staying
from tests.test_reports import everything, flat, hold, report

Begin = Callable[..., Talk]
SHORTEST = 6
"""Words: what is shorter is a name or a label."""


@pytest.fixture(scope="module")
def held(talk: Begin) -> Talk:
    return hold(talk("full"), "")


def sentences(made: Report) -> Iterator[str]:
    """Every sentence of the guide in running text and tables, without names of rows and headings."""
    for part in made.parts:
        for block in part.blocks:
            for text in told(block):
                yield from re.split(r"(?<=[.?!])\s+|\n", text)


def told(block: Block) -> list[str]:
    match block:
        case Paragraph(look="small") | Quote() | Figure() | Heading():
            return []
        case Paragraph():
            return [block.text]
        case Items():
            return list(block.items)
        case Table():
            return [cell for row in block.rows for cell in (row[1:] if block.has_names else row)]
        case _:
            return []


@pytest.mark.parametrize("model", [1, 2, 3])
def test_no_sentence_is_said_twice(talk: Begin, model: int) -> None:
    one = staying(talk, model)
    counted = Counter(sentence for sentence in sentences(report(one)) if len(sentence.split()) >= SHORTEST)
    assert counted
    assert [sentence for sentence, count in counted.items() if count > 1] == []


def test_my_copy_holds_no_stars_no_weights_and_no_contents(held: Talk) -> None:
    made, base = report(held), held.conversation.view.base
    captions = {block.caption for part in made.parts for block in part.blocks if isinstance(block, Table)}
    looked_up = ("stars.caption", "stars.caption_stay", "weights.caption", "chances.caption", "conditions.caption")
    assert not captions & {report_words(base, name) for name in (*looked_up, "sources.caption")}
    assert not made.has_contents
    assert report(held, "reference").has_contents


def test_my_copy_has_no_empty_part_and_no_heading_alone(held: Talk) -> None:
    for part in report(held).parts:
        assert part.blocks
        assert not isinstance(part.blocks[-1], Heading)
        pairs = zip(part.blocks, part.blocks[1:], strict=False)
        assert not [one.text for one, other in pairs if isinstance(one, Heading) and isinstance(other, Heading)
                    and one.level >= other.level]  # fmt: skip


def leading(base: KnowledgeBase, model: int) -> Iterator[str]:
    """What the content tells of a stage and of each role in it."""
    own = base.model(model)
    statements: list[Statement] = [*own.characterisation, *own.principles, *own.organisation, *own.strengths]
    for role in base.roles:
        for part in role.parts:
            if part.model == model:
                yield part.text
                statements += [*part.tasks, *part.head, *part.hands, *part.heart, *part.content, *part.forms]
    statements += [one for part in base.professionalisation if part.model == model for one in part.description]
    statements += [one for one in base.conditions if model in one.models]
    yield own.language
    yield from (one.text for one in statements)
    yield from (row.stage for component in base.components for row in component.descriptions if row.model == model)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("model", [1, 2, 3])
def test_all_of_the_stage_stands_in_the_reference(talk: Begin, model: int, language: str) -> None:
    one = staying(talk, model, language)
    shown = flat(" ".join(everything(report(one, "reference")))).lower()
    assert [text for text in leading(one.conversation.view.base, model) if flat(text).lower() not in shown] == []


def test_the_reference_counts_what_it_tells_and_nobody_elses_report_counts(held: Talk) -> None:
    [counted] = [block for part in report(held, "reference").parts if part.id == "sources"
                 for block in part.blocks if isinstance(block, Table)]  # fmt: skip
    of_competences = {name: int(count) for name, count in counted.rows}["hoofdstuk 3, over competenties"]
    assert of_competences > 10
    readers: Readers
    for readers in ("me", "leadership"):
        made = report(held, readers)
        [sources] = [part for part in made.parts if part.id == "sources"]
        assert not [block for block in sources.blocks if isinstance(block, Table)]
