"""What works and what is strong: of this school only what was answered so, else of schools in its stage."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.i18n import Language
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.load import load
from lobgids.report.blocks import Heading, Items
from lobgids.report.editions import Readers
from tests.conftest import Talk
from tests.test_advice import school, walk
from tests.test_known import COMPONENTS, of, picture, told
from tests.test_reports import everything, report
from tests.test_workshop import in_room

Begin = Callable[..., Talk]
MODELS = (1, 2, 3)
SEEN, PAPER = {"basis": ["lessons"]}, {"basis": ["documents"], "recent": "recent.longer"}
NOTHING_YET = "Wat er al werkt, is uit de antwoorden nog niet te zeggen. Dat is ook een uitkomst."
ANSWERS = st.lists(st.sampled_from(["m1", "m2", "m3", "m1+m2", "m2+m3"]), min_size=12, max_size=12)


def lists(one: Talk, readers: Readers) -> dict[str, list[str]]:
    """All that the lists of a report name, by the heading above them."""
    found: dict[str, list[str]] = {}
    heading = ""
    for part in report(one, readers).parts:
        for block in part.blocks:
            if isinstance(block, Heading):
                heading = block.text
            if isinstance(block, Items):
                found.setdefault(heading, []).extend(block.items)
    return found


def of_models(base: KnowledgeBase) -> set[str]:
    """All that the models say of what is strong in their schools and what students gain there."""
    return {each.text for model in base.models for each in (*model.strengths, *model.gains)}


def as_facts(one: Talk, readers: Readers) -> set[str]:
    """What a report tells of the models' strengths and gains in a list that does not say *often*."""
    of_school = (items for heading, items in lists(one, readers).items() if not re.search(r"\bvaak\b", heading))
    return of_models(base_of(one)) & {text for items in of_school for text in items}


def base_of(one: Talk) -> KnowledgeBase:
    return one.conversation.view.base


def cited(base: KnowledgeBase, text: str) -> set[str]:
    """The descriptions that a gain rests on, from the ids of its facts: `c05.m2` of `c05.m2.1`."""
    gain = next(each for model in base.models for each in model.gains if each.text == text)
    return {fact[:6] for fact in gain.facts if re.fullmatch(r"c\d\d\.m\d\.\d", fact)}


def works(one: Talk) -> str:
    """What the picture says works already."""
    return "".join(say.text for say in picture(one) if say.id == "picture.works")


def strength(base: KnowledgeBase, description: str) -> str:
    rows = (row for component in base.components for row in component.descriptions)
    return next(row.strength for row in rows if row.id == description)


# What works already.


def test_what_works_is_made_of_strengths_and_not_of_answers(talk: Begin) -> None:
    one = told(talk("full"), of(["c03", "c11"], "m1", **SEEN) | of(["c06"], "m2", **SEEN))
    base, view = base_of(one), one.conversation.view
    wanted = [strength(base, name) for name in ("c03.m1", "c06.m2", "c11.m1")]
    assert all(wanted)
    descriptions = [view.chosen(base.component(number))[0] for number in (3, 6, 11)]
    assert works(one).splitlines()[1:] == [f"- {row.your_strength or row.strength}" for row in descriptions]
    assert lists(one, "me")["Wat al werkt"] == lists(one, "talk")["Wat al werkt"] == wanted
    assert lists(one, "leadership")["Wat al werkt"] == wanted[:2]
    told_again = works(one) + " ".join(lists(one, "talk")["Wat al werkt"])
    assert not [row.heard for component in view.known for row in view.chosen(component) if row.heard in told_again]


def test_what_was_heard_or_lies_in_between_is_no_strength_yet(talk: Begin) -> None:
    heard = of(["c03"], "m1", basis=["colleagues"]) | of(["c09"], "m2", **PAPER)
    one = told(talk("full"), heard | of(["c06"], "m1+m2", **SEEN) | of(["c11"], "m3", basis=["wish"]))
    assert works(one) == ""
    one.move("jump", to="picture.also")
    one.move("skip")  # nor did one name anything oneself
    assert "Wat al werkt" not in lists(one, "leadership")
    assert NOTHING_YET in everything(report(one, "me"))
    assert NOTHING_YET in everything(report(one, "talk"))


def test_an_answer_without_a_strength_does_not_work_already(
    adapted: Path, dutch: Language, tmp_path: Path, talk: Begin
) -> None:
    path = adapted / "components" / "03.yaml"
    path.write_text(re.sub(r"    strength: >-\n.*\n", "", path.read_text("utf-8"), count=1), encoding="utf-8")
    content = LocalizedContent(dutch, load(adapted, dutch, tmp_path))
    one = told(talk("full"), of(["c03"], "m1", **SEEN))
    again = Talk(lambda _code: content, one.conversation.header, one.events)
    assert strength(base_of(again), "c03.m1") == ""
    assert works(one) != ""
    assert works(again) == ""
    assert NOTHING_YET in everything(report(again, "talk"))


def test_a_group_hears_only_what_most_voted_for_and_saw(talk: Begin) -> None:
    votes = {
        "c06__situation": {"c06.m1": 1, "c06.m2": 11, "c06.m3": 1},
        "c09__situation": {"c09.m1": 6, "c09.m2": 7},
        "c09__talk": "talk.on",
    }
    one = in_room(talk, until="picture.agree", **votes)
    wanted = strength(base_of(one), "c06.m2")
    assert works(one).splitlines()[1:] == [f"- {wanted}"]  # it is divided over c09
    assert lists(one, "talk")["Wat al werkt"] == [wanted]
    heard = in_room(talk, until="picture.agree", c06__basis=["colleagues"], **votes)
    assert works(heard) == ""


# What a model says of its schools.


def test_what_the_model_says_is_no_fact_of_a_school_that_said_otherwise(talk: Begin) -> None:
    """A8: most of it is the second stage; the content, the planning and the lessons are the first."""
    one = talk("full").go(until="ambition.visie-en-beleid", **school(2, **first_stage("c04", "c05", "c06")))
    assert one.conversation.view.dominant == 2
    for other in (one, walk(one, "ambition.stay")):
        assert as_facts(other, "me") == set()
        (gain,) = as_facts(other, "leadership")
        assert cited(base_of(one), gain) == {"c07.m2"}


def first_stage(*components: str) -> dict[str, Any]:
    return {f"{name}__situation": f"{name}.m1" for name in components}


def test_one_answer_makes_no_gain_a_fact(talk: Begin) -> None:
    """T4: with only the vision answered the page for leadership says nothing of lessons or planning."""
    one = told(talk("full"), of(["c01"], "m2", **SEEN), until="closing.go_on")
    gains = {gain.text for model in base_of(one).models for gain in model.gains}
    assert not [text for text in everything(report(one, "leadership")) if text in gains]


def test_four_components_on_paper_make_no_gain_a_fact(talk: Begin) -> None:
    """T4: a small mavo; nobody answered who gives the lessons, nor when they begin."""
    answers = of(["c01", "c05", "c09", "c11"], "m2", basis=["documents"], recent="recent.month")
    one = told(talk("full"), answers, until="closing.go_on")
    assert one.conversation.view.dominant == 2
    assert as_facts(one, "leadership") == set()
    assert lists(one, "leadership")["Wat leerlingen hier vaak aan hebben"]


def test_what_was_answered_so_is_a_fact_unless_it_is_on_paper_only(talk: Begin) -> None:
    seen = told(talk("full"), of(COMPONENTS, "m2", **SEEN), until="closing.go_on")
    assert len(lists(seen, "leadership")["Wat leerlingen hieraan hebben"]) == 2
    paper = told(talk("full"), of(COMPONENTS, "m2", **PAPER), until="closing.go_on")
    assert as_facts(paper, "leadership") == set()


def test_what_a_step_brings_is_told_of_after_the_step(talk: Begin) -> None:
    one = walk(talk("full").go(until="ambition.visie-en-beleid", **school(1)), "ambition.m2")
    assert as_facts(one, "leadership") == set()
    gains = {gain.text for gain in base_of(one).model(2).gains}
    assert set(lists(one, "leadership")["Wat leerlingen na zo'n stap vaak merken"]) <= gains


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=ANSWERS, bases=st.lists(st.sampled_from([SEEN, PAPER]), min_size=12, max_size=12))
def test_all_that_is_told_as_a_fact_was_answered_so(talk: Begin, answers: list[str], bases: list[Any]) -> None:
    given_answers: dict[str, Any] = {}
    for name, option, basis in zip(COMPONENTS, answers, bases, strict=True):
        given_answers |= of([name], option, **basis)
    one = told(talk("full"), given_answers, until="closing.go_on")
    base, view = base_of(one), one.conversation.view
    alone = {view.chosen(component)[0].id for component in view.known if len(view.chosen(component)) == 1}
    assert as_facts(one, "me") == set()
    for gain in as_facts(one, "leadership"):
        assert cited(base, gain) <= alone
    if view.dominant is None:
        shown = {*everything(report(one, "me")), *everything(report(one, "leadership"))}
        assert not shown & of_models(base)


def test_the_picture_and_the_minutes_tell_strengths_of_schools_in_the_stage(talk: Begin) -> None:
    one = told(talk("full"), of(COMPONENTS, "m1", **SEEN))
    (say,) = [say for say in picture(one) if say.id == "picture.strengths"]
    assert say.text.startswith("Dit gaat op zulke scholen vaak goed.")
    votes = {f"{name}__situation": {f"{name}.m1": 13} for name in COMPONENTS}
    group = in_room(talk, until="picture.agree", **votes)
    assert group.conversation.view.dominant == 1
    strengths = [each.text for each in base_of(group).model(1).strengths]
    shown = lists(group, "group")["Wat scholen in dit stadium vaak sterk maakt"]
    assert shown[: len(strengths)] == strengths


# The content.


@pytest.mark.parametrize("code", ["nl", "en"])
def test_no_model_has_more_or_longer_strengths_than_another(
    content_in: Callable[[str], LocalizedContent], code: str
) -> None:
    of_model: dict[int, list[str]] = {model: [] for model in MODELS}
    for component in content_in(code).base.components:
        for row in component.descriptions:
            of_model[row.model] += [row.strength] if row.strength else []
    counts = [len(texts) for texts in of_model.values()]
    lengths = [sum(map(len, texts)) / len(texts) for texts in of_model.values()]
    assert max(counts) - min(counts) <= 1
    assert max(lengths) <= 1.15 * min(lengths)
