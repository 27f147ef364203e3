"""The knowledge base itself: whole, cited where it stands, and as the publication has it."""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

import pytest

from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.tracks import questions_needed
from lobgids.i18n import Language
from lobgids.kb.authoring.checks import MOST_UNEQUAL, check_content
from lobgids.kb.authoring.folder import Source, read
from lobgids.kb.authoring.needed import check_asked
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.beside import notes_about
from lobgids.kb.files import USED_BY, fields_used
from lobgids.kb.load import CONTENT
from lobgids.kb.lookup import all_entries
from lobgids.kb.schema.base import TRANSLATED, Entry, Fact, Statement
from lobgids.kb.schema.guide import Explanation, Phrase, Question, Term
from lobgids.kb.schema.learning import Competence, Level, Pattern, Preference, Professionalisation, Tip
from lobgids.kb.schema.roles import ConditionEntry, Role, RolePart, Task, TensionEntry
from lobgids.kb.schema.school import Component, Context, Description, Model
from lobgids.kb.walk import Leaf, leaves
from tests.conftest import ROOT, with_parts

# The names by which the publication calls each role, in its three models.
ROLES = {
    "leadership": {"schoolleiding"},
    "deputy": {"adjunct", "adjunct-portefeuille", "schoolleiding"},
    "team_leader": {"teamleider", "teamvoorzitter"},
    "decaan": {"decaan"},
    "mentor": {"mentor"},
    "subject_teacher": {"vakdocent"},
}

# In which entries a fact of each kind may stand as itself, rather than as a remark or an explanation elsewhere.
AT_HOME: dict[str, tuple[type[Entry], ...]] = {
    "model-typering": (Model, Statement),
    "model-principe": (Model, Statement),
    "component-beschrijving": (Description,),
    "rol": (RolePart,),
    "taak": (Task, RolePart),
    "sbl-competentie": (Competence,),
    "sbl-context": (Context, Statement),
    "competentie": (Statement,),
    "teamcompetentie": (Statement,),
    "prof-beschrijving": (Statement,),
    "prof-kenmerk": (Statement,),
    "prof-inhoud": (Statement,),
    "prof-vorm": (Statement,),
    "leervoorkeur": (Statement, Tip),
    "kirkpatrick": (Level, Pattern),
    "randvoorwaarde": (ConditionEntry, Statement),
    "tip": (Tip, Statement),
    "waarschuwing": (TensionEntry, Statement),
    "toelichting": (Statement, Explanation, Role, Component, Term, Tip),
}


def test_nothing_is_wrong_with_it(source: Source, dutch: Language, english: Language) -> None:
    assert [diagnostic.say(dutch) for diagnostic in check_content(source, [dutch, english])] == []


def test_it_is_as_large_as_the_publication(base: KnowledgeBase) -> None:
    assert len(base.facts) == 552
    assert [component.number for component in base.components] == list(range(1, 13))
    assert [pillar.id for pillar in base.pillars] == [
        "visie-en-beleid",
        "orientatie-en-begeleiding",
        "organisatie",
        "samenwerking",
    ]
    assert [role.id for role in base.roles] == sorted(ROLES)
    assert 12 <= len(base.themes) <= 14
    assert [level.number for level in base.levels] == [1, 2, 3, 4]


def test_a_learning_preference_is_one_sentence_about_oneself(content_in: Callable[[str], LocalizedContent]) -> None:
    for code, word in {"nl": "Ik ", "en": "I "}.items():
        for preference in content_in(code).base.preferences:
            assert preference.own.startswith(word)
            assert not re.search(r"[.!?;:]", preference.own)


def test_each_model_has_as_many_reactions(base: KnowledgeBase) -> None:
    echoes = Counter(one.model for component in base.components for one in component.descriptions if one.echo)
    assert max(echoes.values()) - min(echoes.values()) <= 1


def test_a_student_is_called_young_only_as_the_publication_does(source: Source) -> None:
    young = {leaf.key for leaf in leaves(KnowledgeBase, source.values) if _is_young(leaf)}
    assert young == {"stage", "language", "words.here"}


def _is_young(leaf: Leaf) -> bool:
    return TRANSLATED in leaf.marks and bool(re.search(r"\bjongeren?\b", leaf.value, re.IGNORECASE))


def test_where_a_mentor_may_have_another_name_the_help_says_so(base: KnowledgeBase) -> None:
    help_on = {theme.id: theme.in_other_words for theme in base.themes}
    for theme in ("theme.talks", "theme.lessons", "theme.first-contact"):
        assert "coach" in help_on[theme]
        assert "advisor" in help_on[theme]
        assert "mentor" in help_on[theme]


def citations(base: KnowledgeBase) -> dict[str, list[Entry]]:
    """The entries that cite each fact."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in all_entries(base):
        for fact in entry.facts:
            found[fact].append(entry)
    return found


def test_each_fact_stands_in_an_entry_of_its_kind(base: KnowledgeBase) -> None:
    cited = citations(base)
    homeless = [
        fact.id for fact in base.facts if not any(isinstance(entry, AT_HOME[fact.kind]) for entry in cited[fact.id])
    ]
    assert homeless == []


@pytest.mark.parametrize("kind", ["rol", "taak", "competentie", "teamcompetentie", "prof-inhoud", "prof-vorm"])
def test_what_is_of_a_role_and_model_stands_with_that_role_and_model(base: KnowledgeBase, kind: str) -> None:
    where: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for role in base.roles:
        for part in role.parts:
            for entry in all_entries(part):
                for fact in entry.facts:
                    where[fact].add((role.id, part.model))
    for told in of_kind(base, kind):
        assert any(told.role in ROLES[role] and model in told.models for role, model in where[told.id]), told


@pytest.mark.parametrize(
    ("kind", "field"), [("prof-inhoud", "content"), ("prof-vorm", "forms"), ("taak", "tasks"), ("rol", "")]
)
def test_it_stands_in_the_right_list(base: KnowledgeBase, kind: str, field: str) -> None:
    parts = [part for role in base.roles for part in role.parts]
    own = {fact for part in parts for fact in part.facts}
    listed = {fact for part in parts for item in getattr(part, field or "tasks") for fact in item.facts}
    for fact in of_kind(base, kind):
        assert fact.id in (listed if field in ("content", "forms") else own | listed), fact


@pytest.mark.parametrize("role_id", ["leadership", "deputy", "team_leader"])
def test_each_task_has_a_few_words_and_a_first_step_of_its_own(base: KnowledgeBase, role_id: str) -> None:
    [role] = [role for role in base.roles if role.id == role_id]
    tasks = [task for part in role.parts for task in part.tasks]
    for task in tasks:
        assert 3 <= len(task.short.split()) <= 9, task.short
        assert not task.short.endswith("."), task.short
        assert len(task.step.split()) <= 35, task.step
        assert role.one in task.step, task.step
    assert len({task.short for task in tasks}) == len({task.step for task in tasks}) == len(tasks)


def test_head_hands_and_heart_are_apart(base: KnowledgeBase) -> None:
    lists = {"hoofd": "head", "handen": "hands", "hart": "heart"}
    for role in base.roles:
        for part in role.parts:
            for dutch_name, field in lists.items():
                for item in getattr(part, field):
                    assert all(f".{dutch_name}." in fact for fact in item.facts), item


def test_a_description_carries_all_of_its_component_and_model(base: KnowledgeBase) -> None:
    for component in base.components:
        for description in component.descriptions:
            wanted = {
                fact.id
                for fact in of_kind(base, "component-beschrijving")
                if fact.component == component.number and description.model in fact.models
            }
            assert wanted <= set(description.facts)


def of_kind(base: KnowledgeBase, kind: str) -> list[Fact]:
    """The facts of a kind."""
    return [fact for fact in base.facts if fact.kind == kind]


def test_the_stars_are_those_of_the_publication(base: KnowledgeBase) -> None:
    # team leader, decaan, mentor, subject teacher for competences 1 to 7, copied by hand; 0 is an empty cell.
    tables = {
        1: [(0, 2, 1, 0), (0, 2, 1, 0), (0, 2, 0, 0), (0, 1, 0, 0), (0, 1, 0, 0), (0, 1, 1, 0), (0, 1, 0, 0)],
        2: [(0, 3, 3, 0), (0, 3, 3, 2), (0, 4, 3, 2), (0, 3, 3, 2), (3, 3, 3, 2), (3, 3, 3, 2), (3, 2, 2, 2)],
        3: [(0, 4, 4, 4), (0, 4, 4, 4), (0, 5, 4, 4), (0, 3, 4, 4), (5, 5, 4, 4), (3, 5, 4, 4), (4, 3, 4, 4)],
    }
    for competence in base.competences:
        for row in competence.stars:
            stars = (row.team_leader, row.decaan, row.mentor, row.subject_teacher)
            assert stars == tables[row.model][competence.number - 1]


def test_the_three_descriptions_are_equally_long(base: KnowledgeBase) -> None:
    for component in base.components:
        lengths = [len(description.text) for description in component.descriptions]
        assert max(lengths) <= MOST_UNEQUAL * min(lengths), component.id


def test_no_description_is_a_shade_longer_throughout(base: KnowledgeBase) -> None:
    # One model's descriptions that are always the longest would give it away.
    totals = [sum(len(component.descriptions[place].text) for component in base.components) for place in range(3)]
    assert max(totals) <= 1.05 * min(totals)


def test_each_model_ends_no_more_often_on_top(base: KnowledgeBase) -> None:
    longest = [
        max(component.descriptions, key=lambda description: len(description.text)).model
        for component in base.components
    ]
    assert all(2 <= longest.count(model) <= 6 for model in (1, 2, 3)), longest


def test_where_the_source_is_two_sided_it_is_said_and_no_clash_made(base: KnowledgeBase) -> None:
    for entry_id in ("c04.m3", "c09.m3", "c02.m2", "deputy.m2.portfolio", "team_leader.m3", "c11.m3", "sbl.1"):
        assert list(notes_about(base, (entry_id,))), entry_id
    clashes = {
        frozenset((description.id, clash.description))
        for component in base.components
        for description in component.descriptions
        for clash in description.clashes
    }
    assert frozenset(("c04.m3", "c09.m3")) not in clashes


def test_what_is_of_later_is_marked_and_cites_nothing(base: KnowledgeBase) -> None:
    for addition in base.additions:
        assert addition.origin == "later"
        assert not addition.facts
        assert addition.year == 0 or str(addition.year) in addition.text


def test_models_and_professionalisation_speak_of_the_same_three(base: KnowledgeBase) -> None:
    assert [model.model for model in base.models] == [1, 2, 3]
    assert [item.model for item in base.professionalisation] == [1, 2, 3]
    assert all(isinstance(item, Professionalisation) for item in base.professionalisation)
    assert all(isinstance(preference, Preference) for preference in base.preferences)


# Functions of ours that look an entry up by an id that is their second argument, or their first; and what comes before
# that id in the content.
LOOK_UP = {"phrase": (1, ""), "say": (1, ""), "from_question": (1, ""), "find_question": (1, ""),
           "report_words": (1, "report."), "words": (0, "report."), "_problem": (0, ""), "NotUnderstood": (0, ""),
           "NotABriefError": (0, "")}  # fmt: skip


def looked_up() -> Iterator[tuple[str, str]]:
    """The ids that our code looks up by name, each with its file."""
    for path in sorted((ROOT / "lobgids").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                place, prefix = LOOK_UP.get(name, (len(node.args), ""))
                for one in node.args[place : place + 1]:
                    if isinstance(one, ast.Constant) and isinstance(one.value, str):
                        yield f"{prefix}{one.value}", path.name


def test_every_id_that_code_looks_up_is_there(base: KnowledgeBase) -> None:
    known = {entry.id for entry in all_entries(base) if isinstance(entry, Question | Phrase)}
    found = list(looked_up())
    assert len(found) > 300
    assert [one for one in found if one[0] not in known] == []


def test_a_component_is_found_by_its_number_wherever_it_stands(base: KnowledgeBase) -> None:
    turned = with_parts(base, components=base.components[::-1])
    for component in base.components:
        assert turned.component(component.number) == component


def test_every_question_is_asked_by_a_step_that_declares_it_and_the_other_way_round(base: KnowledgeBase) -> None:
    all_of_them = {question.id for field in fields_used("questions") for question in getattr(base, field)}
    otherwise = {known for known in all_of_them if known.partition(".")[0] in USED_BY}  # in the words of one track
    assert all_of_them - otherwise == set(questions_needed())


def test_a_question_that_a_step_asks_and_that_is_not_there_is_told_with_its_file() -> None:
    values, places = read(CONTENT)
    field = "questions_decaan"
    without = {**values, field: [one for one in values[field] if one["id"] != "welcome.school"]}
    (found,) = check_asked(without, places, questions_needed())
    assert (found.code, found.place.file, found.values) == ("LG032", "questions/shared.yaml", {"id": "welcome.school"})
    assert not list(check_asked(values, places, questions_needed()))


def test_what_goes_together_at_many_schools_is_no_clash(base: KnowledgeBase) -> None:
    pairs = {
        frozenset((description.id, clash.description))
        for component in base.components
        for description in component.descriptions
        for clash in description.clashes
    }
    together = {frozenset(("c06.m1", "c09.m2")), frozenset(("c11.m1", "c12.m3"))}
    assert not pairs & together
