"""What the publication says beside the advice: all that is of use to the reader, and nothing of a stage without one."""

from collections.abc import Callable, Iterator

import pytest

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.lookup import all_entries
from lobgids.kb.phrasing import report_words
from lobgids.kb.schema.base import Statement
from lobgids.log import ask_ids
from lobgids.report.blocks import ReportPart
from lobgids.report.files import as_file
from tests.conftest import Talk
from tests.test_advice import school, walk
from tests.test_reports import everything, flat, report, texts

Begin = Callable[..., Talk]
MODELS = (1, 2, 3)
PREFERENCES = ("kunst-afkijken", "participeren", "kennis-verwerven", "oefenen", "ontdekken")
BEFORE_WISHES, BEFORE_PREFERENCE = "ambition.visie-en-beleid", "learning.preference"


def staying(begin: Begin, model: int, language: str = "nl") -> Talk:
    """A school that is wholly in one stage, stays, and has its preference still to tell."""
    one = begin("full", language).go(until=BEFORE_WISHES, **school(model))
    return walk(one, "ambition.stay", until=BEFORE_PREFERENCE)


def part(one: Talk, wanted: str) -> str:
    """All that a part of the report to look things up says."""
    [found] = [made for made in report(one, "reference").parts if made.id == wanted]
    return said(found)


def said(made: ReportPart) -> str:
    return flat("\n".join(text for block in made.blocks for text in texts(block)))


def base_of(one: Talk) -> KnowledgeBase:
    return one.conversation.view.base


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("model", MODELS)
def test_who_stays_reads_how_schools_in_this_stage_work(talk: Begin, model: int, language: str) -> None:
    one = staying(talk, model, language)
    base, stage, learning = base_of(one), part(one, "stage"), part(one, "learning")
    own = base.model(model)
    [how] = [entry for entry in base.professionalisation if entry.model == model]
    assert flat(report_words(base, "stage.intro")) in stage
    assert all(flat(one.text) in stage for one in (*own.characterisation, *own.principles, *own.organisation))
    assert all(flat(one.text) in learning for one in how.description)
    others = [one for other in base.models if other.model != model for one in (*other.principles, *other.organisation)]
    assert not any(flat(one.text) in stage for one in others)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_competences_are_explained_where_their_stars_stand(talk: Begin, language: str) -> None:
    one = staying(talk, 2, language)
    base, shown = base_of(one), part(one, "competences")
    assert all(flat(competence.about) in shown for competence in base.competences)
    assert all(flat(context.about) in shown for context in base.contexts)


@pytest.mark.parametrize("preference", PREFERENCES)
@pytest.mark.parametrize("model", MODELS)
def test_every_preference_has_the_forms_that_the_publication_gives(talk: Begin, model: int, preference: str) -> None:
    one = staying(talk, model)
    one.answer(f"preference.{preference}")
    [own] = [entry for entry in base_of(one).preferences if entry.id == f"preference.{preference}"]
    shown = part(one, "learning")
    assert all(flat(form.text) in shown for form in (*own.forms, *own.limits))
    assert (flat(report_words(base_of(one), "preference.elsewhere")) in shown) == (model != 3)


def test_in_the_stage_of_the_preferences_all_of_them_are_told(talk: Begin) -> None:
    one = staying(talk, 3)
    one.answer("preference.oefenen")
    shown = part(one, "learning") + part(one, "reference")
    told = [form for entry in base_of(one).preferences for form in (*entry.about, *entry.forms)]
    assert all(shown.count(flat(form.text)) == 1 for form in told)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_reference_has_tips_that_still_hold_and_the_words_of_the_stage(talk: Begin, language: str) -> None:
    one = staying(talk, 1, language)
    base, shown = base_of(one), part(one, "reference")
    assert flat(base.model(1).language) in part(one, "stage")
    tips = {tip.id: flat(tip.text) in shown for tip in base.tips if tip.topic != "learning"}
    assert [tip for tip, is_shown in tips.items() if not is_shown] == ["tip.start.2", "tip.start.3"]
    markdown = flat(as_file(report(one, "reference"), "md").decode())
    assert flat(report_words(base, "head.begin")) in markdown


def of_a_stage(base: KnowledgeBase) -> Iterator[str]:
    """What is true of one or two stages only."""
    yield from (model.language for model in base.models)
    parts = (base.models, base.professionalisation, base.preferences, base.conditions, base.explanations, base.roles)
    for entry in (entry for content in parts for entry in all_entries(content)):
        if isinstance(entry, Statement) and len(entry.models) in (1, 2):
            yield entry.text


@pytest.mark.parametrize("wish", ["ambition.stay", "ambition.m3"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_with_an_open_picture_reference_tells_nothing_of_a_stage(talk: Begin, language: str, wish: str) -> None:
    unknown = {f"c{number:02}__situation": f"c{number:02}.unknown" for number in range(1, 13)}
    one = talk("full", language).go(until="picture.agree", **unknown)
    while one.conversation.ask and one.ask.id not in ("plan.actions", "closing.round"):
        is_wish = any(option.id == wish for option in one.ask.options)
        if is_wish:
            one.answer(wish)
        else:
            one.move("skip")
    assert one.conversation.view.dominant is None
    assert ask_ids.ambition("visie-en-beleid") in one.state.answers or wish == "ambition.stay"
    shown = {made.id: said(made) for made in report(one, "reference").parts}
    assert shown["reference"]
    told = "".join(map(said, report(one).parts)) + "".join(shown.values())
    assert not [text for text in of_a_stage(base_of(one)) if flat(text) in told]


@pytest.mark.parametrize("model", MODELS)
def test_nothing_is_said_only_of_what_the_publication_leaves_out(talk: Begin, model: int) -> None:
    one = staying(talk, model)
    base = base_of(one)
    is_given = any(condition.topic == "time" and model in condition.models for condition in base.conditions)
    assert is_given == (model != 1)
    assert (flat(report_words(base, "conditions.nothing")) in part(one, "learning")) == (not is_given)


def test_a_role_with_tasks_elsewhere_in_the_stage_is_not_said_to_have_none(talk: Begin) -> None:
    one = talk("full").go(until=BEFORE_WISHES, **school(1))
    one.answer("ambition.stay")
    one = walk(one, "ambition.m2", until=BEFORE_PREFERENCE)
    has_none = {advice.role for advice in one.conversation.view.conclusions.roles
                if any("geen taken" in text for text in (*advice.not_given, advice.first_step))}  # fmt: skip
    given = {role.id for role in base_of(one).roles for own in role.parts if own.model == 2 and own.tasks}
    assert not has_none & given
    assert "team_leader" in given


def test_the_guides_own_comments_are_not_told_as_the_publications(base: KnowledgeBase) -> None:
    told = [own.text for role in base.roles for own in role.parts]
    assert not [text for text in told if "gemis" in text or "ontbreekt" in text]


def test_a_match_with_a_preference_is_said_to_be_the_guides(talk: Begin) -> None:
    one = staying(talk, 2)
    one.answer("preference.oefenen")
    wanted = [text for text in everything(report(one, "reference")) if "bij hoe jij graag leert" in text]
    assert wanted
    assert all(text.startswith("Past volgens lobgids") for text in wanted)
