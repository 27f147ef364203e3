"""What of the publication is no fact with an id, but stands in the content: its stars, its names and titles."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.topics import named
from lobgids.report.blocks import Heading, Table
from lobgids.report.editions import editions_of
from lobgids.text import capital
from tests.conftest import Talk
from tests.test_known import of, told
from tests.test_reports import everything, report

Begin = Callable[..., Talk]

ROLES = ("team_leader", "decaan", "mentor", "subject_teacher")
STARS = {
    1: ("0210", "0210", "0200", "0100", "0100", "0110", "0100"),
    2: ("0330", "0332", "0432", "0332", "3332", "3332", "3222"),
    3: ("0444", "0444", "0544", "0344", "5544", "3544", "4344"),
}
"""By model and competence: the stars of these roles, and 0 for an empty cell."""

PILLARS = {
    "Visie en beleid": (
        "Visie op en doel(en) van loopbaanoriëntatie en -begeleiding (LOB)", "Draagvlak en leiderschap", "Beleid",
        "Een LOB-werkplan",
    ),
    "Oriëntatie en begeleiding": (
        "De inhoud van LOB", "De vorm van LOB in het curriculum", "Krachtige (loopbaangerichte) leeromgeving",
    ),
    "Organisatie": ("Advisering en loopbaanbesluitvorming", "Rollen en taken in de school", "Professionalisering"),
    "Samenwerking": ("Ouders en verzorgers", "Externe partijen"),
}  # fmt: skip


def test_the_84_cells_of_the_tables_of_stars(base: KnowledgeBase) -> None:
    found = {
        model: tuple(
            "".join(str(getattr(row, role)) for role in ROLES)
            for competence in sorted(base.competences, key=lambda one: one.number)
            for row in competence.stars
            if row.model == model
        )
        for model in STARS
    }
    assert found == STARS
    assert sum(len(cells) for rows in STARS.values() for cells in rows) == 84


def test_the_names_of_four_pillars_and_twelve_components(base: KnowledgeBase) -> None:
    assert {
        pillar.name: tuple(one.published for one in base.components if one.pillar == pillar.id)
        for pillar in base.pillars
    } == PILLARS
    assert [one.number for one in base.components] == list(range(1, 13))


def test_a_component_is_looked_up_by_the_name_that_it_has_in_the_publication(base: KnowledgeBase) -> None:
    for component in base.components:
        (topic,) = (one for one in named(base, component.published) if one.kind == "component")
        assert topic.name == component.name
        is_told = f"In de publicatie heet dit onderdeel ‘{component.published}’." in topic.lines
        assert is_told == (component.name != component.published)


@pytest.mark.parametrize("typed", ["adjunct", "adjunct of locatiedirecteur"])
def test_the_two_functions_of_a_deputy_are_told_apart(base: KnowledgeBase, typed: str) -> None:
    (topic,) = (one for one in named(base, typed) if one.kind == "role")
    first, second = (line for line in topic.lines if line.startswith("de activerende school, "))
    assert "portefeuille leerlingbegeleiding en -zorg:" in first
    assert "leider van een locatie:" in second


@pytest.mark.parametrize(
    ("typed", "role"), [("klassendocent", "mentor"), ("teamvoorzitter", "team_leader"), ("adjunct", "deputy")]
)
def test_a_role_is_found_by_its_title_in_a_stage(base: KnowledgeBase, typed: str, role: str) -> None:
    assert role in [one.id for one in named(base, typed)]


def in_stage(talk: Begin, model: str) -> Talk:
    """A school that is in one stage everywhere, and stays."""
    components = [f"c{number:02}" for number in range(1, 13)]
    return told(talk(), {**of(components, model), "ambition.school": "ambition.stay_school"}, until="closing.report")


@pytest.mark.parametrize(
    ("model", "title"),
    [("m1", "Klassendocent of mentor"), ("m3", "Teamvoorzitter of afdelingsvoorzitter"),
     ("m3", "Schoolleiding of directieteam")],
)  # fmt: skip
def test_a_role_is_told_under_its_title_in_that_stage(talk: Begin, model: str, title: str) -> None:
    one = in_stage(talk, model)
    assert any(advice.present.startswith(f"{title}: ") for advice in one.conversation.view.conclusions.roles)


def test_the_tasks_of_two_functions_stand_apart(talk: Begin) -> None:
    """Wherever all tasks of a role are told; a sheet to hand out has those that are open."""
    one = in_stage(talk, "m2")
    deputy = one.conversation.view.base.role("deputy")
    titles = [capital(part.title) for part in deputy.parts if part.model == 2]
    told_apart = []
    for edition in editions_of("decaan").editions:
        found = [block for part in report(one, edition.readers).parts for block in part.blocks]
        tables = {block.text: len(after.rows) for block, after in pairwise(found)
                  if isinstance(block, Heading) and isinstance(after, Table)}  # fmt: skip
        told_apart.append([tables.get(title) for title in titles])
    assert [6, 3] in told_apart


def test_what_the_core_team_can_do_is_told_as_that_of_the_team(talk: Begin) -> None:
    one = in_stage(talk, "m3")
    texts = [text for edition in editions_of("decaan").editions for text in everything(report(one, edition.readers))]
    assert "Ook de mentoren horen erbij." in " ".join(texts)
