"""The proposal to leadership and the talk sheet: what is asked by when, and no sentence against another."""

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest

from lobgids.advice.decision import Deadline, deadline, proposed, to_talk_about
from lobgids.log.ask_ids import situation
from lobgids.report.blocks import Blank, Block, Figure, Heading, Items, Paragraph, Quote, Report, Table
from lobgids.report.editions import PROPOSAL
from lobgids.report.files import as_file
from tests.conftest import Talk
from tests.test_plan_reports import blocks, paragraphs, planned, tables
from tests.test_reports import DAY, everything, flat, report

Begin = Callable[..., Talk]
PILLARS = ("visie-en-beleid", "orientatie-en-begeleiding", "organisatie", "samenwerking")
ASKED = "een plan voor de mentoren"
CHOICES = "Wat elke keuze betekent. Alleen het voorstel is uitgerekend."
OURS = "(dit stellen we voor)"

SCHOOLS: dict[str, dict[str, Any]] = {
    "stays": {},
    "in part": {"ambition.organisatie": "ambition.m3"},
    "moves": {f"ambition.{pillar}": "ambition.m3" for pillar in PILLARS},
    "apart": {"ambition.visie-en-beleid": "ambition.m1", "ambition.organisatie": "ambition.m3"},
    "differs": {f"c{number:02}.situation": f"c{number:02}.m{1 + number % 3}" for number in range(1, 13)},
    "first": {f"c{number:02}.situation": f"c{number:02}.m1" for number in range(1, 13)},
    "last": {f"c{number:02}.situation": f"c{number:02}.m3" for number in range(1, 13)}
    | {f"ambition.{pillar}": "ambition.stay" for pillar in PILLARS},
    "knows little": {f"c{number:02}.situation": f"c{number:02}.unknown" for number in (2, 3, 4, 5, 7, 8, 9, 10)},
}


def _deadline(one: Talk) -> Deadline:
    found = one.conversation.view.conclusions
    return deadline(found.plan, found.decide_by)


def school(talk: Begin, name: str, language: str = "nl", **answers: Any) -> Talk:
    """A whole conversation of one of the schools."""
    given = {ask.replace(".", "__"): value for ask, value in SCHOOLS[name].items()}
    return talk("full", language=language).go(**(given | answers))


@pytest.fixture(scope="module", params=SCHOOLS)
def held(request: pytest.FixtureRequest, talk: Begin) -> Talk:
    """A whole conversation of each of the schools in turn."""
    return school(talk, request.param)


def lead(made: Report) -> str:
    return paragraphs(made, "decision")[0]


def choices(made: Report) -> Table:
    return tables(made, "decision")[CHOICES]


# What is asked, of whom, by when.


def test_the_first_sentences_say_what_is_asked_of_whom_and_by_when(held: Talk) -> None:
    text = lead(report(held, "leadership"))
    assert text.startswith(("We vragen een besluit:", "We vragen een gesprek"))
    assert "uiterlijk op 1 februari 2027" in text  # four weeks before the school decides on hours


@pytest.mark.parametrize(
    ("when", "why", "told"),
    [
        ({"act.talk": "2027-01-18", "": "2027-03-01"}, "talk", "in het gesprek van 18 januari 2027"),
        ({"act.talk": "2027-04-12", "": "2027-03-01"}, "before", "vóór 1 maart 2027. Dan begint de eerste actie."),
        ({"act.talk": None, "": "2027-03-01"}, "before", "vóór 1 maart 2027"),
        ({"act.talk": None, "": None}, "open", "De dag is nog te kiezen."),
    ],
)
def test_the_earliest_day_that_is_known_is_when_to_decide(
    talk: Begin, when: dict[str, str | None], why: str, told: str
) -> None:
    one = talk("full").go(until="plan.actions")
    one.answer(["act.talk", next(option.id for option in one.ask.options if option.id.startswith("act.m2."))])
    while one.conversation.ask and not one.conversation.ask.id.startswith("evaluation."):
        name, action = one.ask.id.partition(".")[2].partition(".")[::2]
        day = when.get(action, when[""]) if name == "when" else None
        one.answer(day) if day else one.move("skip")
    assert _deadline(one).why == why
    made = report(one, "leadership")
    assert told in lead(made)
    to_fill_in = [block.text for block in blocks(made, "decision") if isinstance(block, Blank)]
    assert to_fill_in == (["De dag:"] if why == "open" else [])


def test_nobody_is_asked_to_decide_on_the_day_of_the_proposal(talk: Begin) -> None:
    one = planned(talk("full"), {"when": (DAY.isoformat(), DAY.isoformat(), "2027-03-01")})
    assert _deadline(one).day == DAY.isoformat()
    assert "2026" not in lead(report(one, "leadership"))
    assert "2027" in lead(report(one, "leadership"))


def test_what_one_is_proud_of_comes_first_among_the_words_to_choose(talk: Begin) -> None:
    proud, otherwise = "De mentoren! Die voeren gesprekken met elk kind", "ik stuur en help"
    given = {"picture.also": proud, "picture.agree": "picture.partly", "picture.otherwise": otherwise}
    one = talk("full").go(**{ask.replace(".", "__"): value for ask, value in given.items()})
    offered = PROPOSAL.to_choose(one.conversation.view)
    assert [piece.text for piece in offered[:2]] == [proud, otherwise]
    made = report(one, "leadership", chosen_words=frozenset(piece.id for piece in offered[:2]))
    heads = [block.text for block in blocks(made, "decision") if isinstance(block, Heading | Quote)]
    assert heads[heads.index(proud) - 1] == "Wat al werkt"
    beside = [block for block in blocks(made, "appendix") if isinstance(block, Paragraph | Quote)][2]
    assert beside.text == otherwise  # behind the picture, as it says what is otherwise in that


@pytest.mark.parametrize("may", [True, False])
def test_what_leadership_asked_for_stands_there_only_with_a_yes(talk: Begin, may: bool) -> None:
    one = talk("full").go(assignment__asked=ASKED, assignment__quote=may)
    for readers in ("leadership", "talk"):
        assert ("als de decaan dat wilde" in " ".join(report(one, readers).notes)) == may
    assert (ASKED in " ".join(everything(report(one, "leadership")))) == may
    assert ASKED in " ".join(everything(report(one)))


def test_a_conversation_of_before_is_not_asked_whether_it_may_be_quoted(talk: Begin) -> None:
    one = talk("full").go(until="assignment.quote", assignment__asked=ASKED)
    events = [event for event in one.events if event.ask != "assignment.quote"]
    later = talk("full").go(until="assignment.about", assignment__asked=ASKED)
    older = [event for event in later.events if event.ask != "assignment.quote"]
    assert talk("full", events=events).ask.id == "assignment.quote"
    assert talk("full", events=older).ask.id == "assignment.about"
    assert ASKED not in " ".join(everything(report(talk("full", events=older), "leadership")))


# Three choices that differ, one of which is proposed.


def test_the_choices_differ_and_at_most_one_is_proposed(held: Talk) -> None:
    conclusions = held.conversation.view.conclusions
    if to_talk_about(held.conversation.view, conclusions) in ("later", "little"):
        assert CHOICES not in tables(report(held, "leadership"), "decision")  # nothing to choose yet
        return
    rows = choices(report(held, "leadership")).rows
    assert len({row[1] for row in rows}) == len(rows) == 3
    assert all(all(row) for row in rows)
    marked = [row[0].partition("\n")[0] for row in rows if OURS in row[0]]
    wanted = {"step": ["Een stap zetten"], "strengthen": ["Sterker maken wat er is"], None: []}
    assert marked == wanted[proposed(held.conversation.view, conclusions)]


@pytest.mark.parametrize("aim", ["ambition.stay", "ambition.m3"])
def test_what_is_proposed_takes_what_the_whole_plan_takes(talk: Begin, aim: str) -> None:
    one = planned(talk("full"), {"hours": (10, 20, 30), "money": (None, 5, None)}, aim=aim)
    (ours,) = [row for row in choices(report(one, "leadership")).rows if OURS in row[0]]
    assert ours[2].startswith("Samen: 60 uur en € 5. Bij 2 acties is het geld nog niet bekend.")
    assert "60 uur en € 5" in lead(report(one, "leadership"))
    others = [row[2] for row in choices(report(one, "leadership")).rows if row != ours]
    assert not [text for text in others if "60 uur" in text]


SMALL = "Eén les met één mentor"


def small(talk: Begin, wish: str, own: str = SMALL) -> Talk:
    """A short conversation with the wish of the decaan alone, and an action of one's own beside the talk."""
    one = talk("short").go(until="ambition.school")
    one.answer(wish)
    one.go(until="plan.actions", ambition__whose=["whose.decaan"])
    one.answer(["act.talk", "act.own"] if own else ["act.talk"])
    return one.go(**({"plan__own": own} if own else {}), closing__show=["show.all"] if own else ["show.none"])


@pytest.mark.parametrize(
    ("wish", "asks", "then"),
    [("ambition.m3", "De decaan vraagt ruimte om hiermee te beginnen.", "Over de richting van LOB kiezen we samen"),
     ("ambition.stay", "We houden wat er aan LOB is, en maken dat sterker. Dit hoort daarbij.",
      "Het voorstel is om het gesprek op ")],
)  # fmt: skip
def test_who_has_a_small_plan_of_ones_own_asks_for_room_for_that_and_no_more(
    talk: Begin, wish: str, asks: str, then: str
) -> None:
    one = small(talk, wish)
    assert to_talk_about(one.conversation.view, one.conversation.view.conclusions) == "later"
    made = report(one, "leadership")
    asked, afterwards = [block.text for block in blocks(made, "decision") if isinstance(block, Paragraph)][:2]
    assert asked == asks
    assert afterwards.startswith(then)
    begins = next(block for block in blocks(made, "decision") if isinstance(block, Items))
    assert begins.items == (f"‘{SMALL}’",)
    text = " ".join(everything(made))
    assert "een besluit" not in text
    assert "Medezeggenschapsraad" not in text
    assert CHOICES not in tables(made, "decision")


def test_a_wish_for_a_step_without_an_action_for_it_is_a_talk(talk: Begin) -> None:
    assert lead(report(small(talk, "ambition.m3", own=""), "leadership")).startswith("We vragen een gesprek over de")


def test_of_what_is_kept_back_of_the_plan_nothing_is_said(talk: Begin) -> None:
    one = small(talk, "ambition.m3")
    one.move("jump", to="closing.show")
    one.answer(["show.none"])
    one.go()
    text = " ".join(everything(report(one, "leadership")))
    assert SMALL not in text
    assert "zelf nog een plan" not in text


def test_what_was_only_said_of_who_does_it_is_no_unknown(talk: Begin) -> None:
    one = small(talk, "ambition.m3")
    view = one.conversation.view
    shared = [part.name for part in view.base.components
              if view.is_shared_out(part) and not view.is_answered(situation(part))]  # fmt: skip
    text = " ".join(everything(report(one, "leadership")))
    assert shared
    assert all(f"{name};" not in text for name in shared)


def test_wishes_that_go_apart_are_a_talk_and_no_proposal(talk: Begin) -> None:
    made = report(school(talk, "apart"), "leadership")
    assert "verschillende kanten op" in lead(made)
    assert OURS not in " ".join(everything(made))
    assert "Wat we voorstellen" not in everything(made)
    assert "Deze acties zijn voorlopig." in " ".join(everything(made))


def test_pillar_by_pillar_it_says_from_what_to_what(talk: Begin) -> None:
    rows = {row[0]: row[1:] for row in tables(report(school(talk, "in part"), "leadership"), "decision")[
        "Nu en straks"].rows}  # fmt: skip
    assert rows["Samenwerking"][0].startswith("Ouders doen mee in LOB.")
    assert rows["Samenwerking"][1] == "Dit houden we zo."
    assert rows["Organisatie"][1].startswith("Mentor of vakdocent gaat met een vraag")
    assert rows["Organisatie"][0] != rows["Organisatie"][1]


def test_of_most_one_does_not_know_it_is_a_talk_and_time(talk: Begin) -> None:
    made = report(school(talk, "knows little"), "leadership")
    assert lead(made).startswith("We vragen een gesprek en tijd.")
    assert OURS not in " ".join(everything(made))


@pytest.mark.parametrize("aim", ["ambition.stay", ""])
def test_of_most_one_does_not_know_nothing_is_said_to_be_right(talk: Begin, aim: str) -> None:
    one = school(talk, "knows little", until="ambition.visie-en-beleid")
    while one.ask.id.startswith("ambition."):
        _ = one.answer(aim) if aim and one.ask.id != "ambition.whose" else one.move("skip")
    told = " ".join(everything(report(one, "leadership")))
    assert "Van de meeste onderdelen weten we nog niet hoe het gaat." in told
    assert "In grote lijnen" not in told


def test_each_row_that_changes_says_by_which_action_or_that_there_is_none(talk: Begin) -> None:
    one = planned(talk("full"), {}, actions=4, aim="ambition.m3")
    rows = tables(report(one, "leadership"), "decision")["Nu en straks"].rows
    assert all("Actie: " in row[2] or "nog geen actie" in row[2] for row in rows)
    assert any("Actie: " in row[2] for row in rows)


def test_an_action_of_ones_own_that_may_not_be_shown_is_not_decided_on(talk: Begin) -> None:
    one = planned(talk("full"), {"hours": (10, 20, 30)}, actions=2, add=["act.own"], plan__own="Een dag bij opa")
    own = next(item for item in one.conversation.view.conclusions.plan if item.kind == "own")
    hidden, shown = (report(one, "leadership", chosen_words=frozenset(words)) for words in ((), ("text.act.own.1",)))
    rows = [len(tables(made, "proposal")["De acties"].rows) for made in (hidden, shown)]
    assert rows == [2, 3]
    total = sum(item.hours or 0 for item in one.conversation.view.conclusions.plan)
    assert f"{total - (own.hours or 0)} uur" in lead(hidden)
    assert f"{total} uur" in lead(shown)


def test_who_leads_an_action_does_not_help_with_it(talk: Begin) -> None:
    one = planned(talk("full"), {"who": ("decaan",), "helps": (["decaan", "mentor"],)}, actions=1)
    assert [item.helps for item in one.conversation.view.conclusions.plan] == [("mentor",)]


@pytest.mark.parametrize("wish", ["ambition.stay", ""])
def test_what_is_not_known_is_not_kept_but_found_out(talk: Begin, wish: str) -> None:
    one = school(talk, "knows little", until="ambition.organisatie")
    _ = one.answer(wish) if wish else one.move("skip")
    one.go()
    (rows,) = (table.rows for name, table in tables(report(one, "leadership"), "decision").items() if name != CHOICES)
    assert next(row[1:] for row in rows if row[0] == "Organisatie") == (
        "Dat is nog niet bekend.", "Eerst uitzoeken hoe het gaat.",
    )  # fmt: skip


def test_what_was_counted_is_not_said_to_be_counted_first(talk: Begin) -> None:
    actions = ("act__talk", "act__m2__vision", "act__m2__agreements")
    one = planned(talk("full"), {}, actions=3, **{f"evaluation__now__{each}": "3 van de 8" for each in actions})
    counted = [item.action for item in one.conversation.view.conclusions.signs if item.now]
    told = tables(report(one, "leadership"), "proposal")
    cells = [row[2] for table in told.values() if table.header[1] == "Wat je telt" for row in table.rows]
    assert counted
    assert cells.count("bespreken we") == len(counted)


# What is uncertain.


def test_what_is_not_known_not_seen_or_seen_otherwise_stands_on_the_first_page(talk: Begin) -> None:
    one = talk("full").go(
        c03__situation="c03.unknown", samenwerking__seen=["seen.none"], samenwerking__basis=["colleagues"],
        picture__agree="picture.partly",
    )  # fmt: skip
    told = " ".join(text for block in blocks(report(one, "leadership"), "decision") if isinstance(block, Items)
                    for text in block.items)  # fmt: skip
    assert "Nog open: Beleid." in told
    assert "nog niet in de praktijk gezien: Ouders en verzorgers; Externe partijen." in told
    assert "De decaan herkent de school voor een deel in het beeld van de bijlage." in told


def test_answers_that_chafe_stand_there_in_words_for_others(talk: Begin) -> None:
    one = talk("full").go(c02__situation="c02.m3", c04__situation="c04.m1", c04__clash__c02="clash.both")
    assert one.conversation.view.clashes()
    told = " ".join(everything(report(one, "leadership")))
    assert "Er is verteld dat de schoolleiding" in told
    assert "Je vertelde" not in told


# How it is set.


def test_each_page_says_its_own(held: Talk) -> None:
    """The first page is the proposal, the second the plan, and no more than two come after them."""
    made = report(held, "leadership")
    pages = [flat(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(as_file(made, "pdf"))).pages]
    assert flat("Wat we vragen") in pages[0]
    assert (flat("Drie keuzes") in pages[0]) == (CHOICES in tables(made, "decision"))
    assert pages[1].startswith(flat("Wie doet wat, en wanneer"))
    assert pages[2].startswith(flat("Bijlage: het beeld van de school"))
    assert len(pages) <= 4


@pytest.mark.parametrize("readers", ["leadership", "talk"])
def test_no_section_is_empty(held: Talk, readers: Any) -> None:
    for part in report(held, readers).parts:
        following: list[Block | None] = [*part.blocks[1:], None]
        heads = [(head, after) for head, after in zip(part.blocks, following, strict=True) if isinstance(head, Heading)]
        assert not [
            head for head, after in heads if after is None or (isinstance(after, Heading) and after.level <= head.level)
        ]


def test_what_works_is_of_more_than_one_pillar(talk: Begin) -> None:
    one = talk("full").go(assignment__about=["about.samenwerking"])
    view = one.conversation.view
    (works, *_) = [block for block in blocks(report(one, "leadership"), "decision") if isinstance(block, Items)]
    strengths = {description.strength: component.pillar for component in view.known
                 for description in view.chosen(component)}  # fmt: skip
    assert [strengths[text] for text in works.items] == ["samenwerking", "visie-en-beleid"]


# The talk sheet.


def test_the_talk_sheet_asks_about_this_school(talk: Begin) -> None:
    first, second = (report(school(talk, name), "talk") for name in ("differs", "knows little"))
    asked = [next(block for block in blocks(made, "talk") if isinstance(block, Items) and block.mark == "number").items
             for made in (first, second)]  # fmt: skip
    assert asked[0][1:4] != asked[1][1:4]
    assert (asked[0][0], *asked[0][4:]) == (asked[1][0], *asked[1][4:])
    assert len(asked[0]) == len(asked[1]) == 6


def test_the_talk_sheet_says_what_a_step_would_be(talk: Begin) -> None:
    (table, _) = tables(report(school(talk, "in part"), "talk"), "talk").values()
    assert table.header[1:3] == ("Zo gaat het nu", "Een stap zou zijn")
    assert [row[2].partition(".")[0] for row in table.rows] == [
        "Schoolleiding en decaan dragen LOB allebei",
        "Leerlingen maken veel mee buiten school",
        "Mentor of vakdocent gaat met een vraag over later aan de slag, en de decaan helpt",
        "Ouders denken mee, ook met andere leerlingen",
    ]
    (last, _) = tables(report(school(talk, "last"), "talk"), "talk").values()
    assert "Een stap zou zijn" not in last.header


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ["differs", "knows little"])
def test_the_talk_sheet_is_one_page_of_any_school(talk: Begin, name: str, language: str) -> None:
    made = report(school(talk, name, language), "talk")
    assert len(pypdf.PdfReader(io.BytesIO(as_file(made, "pdf"))).pages) == 1


# A first step with somebody.


def test_a_first_step_with_the_role_one_chose_can_be_the_plan_and_asks_no_more(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    one.answer("ambition.m3")
    one.go(until="who.first", ambition__whose=["whose.decaan"])
    advice = next(say.text for say in one.answer("who.mentor").says if "één mentor" in say.text)
    one.go(until="plan.actions")
    (option,) = (option for option in one.ask.options if option.id.startswith("act.begin."))
    assert option.id == "act.begin.mentor"
    named = option.text.removeprefix("Klein begin: ")
    assert named in advice[:1].lower() + advice[1:] or named[:1].upper() + named[1:] in advice
    one.answer([option.id])
    one.go()
    (item,) = one.conversation.view.conclusions.plan
    assert (item.kind, item.title, item.how in advice) == ("begin", option.text, True)
    made = report(one, "leadership")
    assert lead(made) == "De decaan vraagt ruimte om hiermee te beginnen."
    assert option.text in everything(made)


def test_who_does_it_for_a_part_of_the_school_is_not_said_to_do_so_everywhere(talk: Begin) -> None:
    one = talk("short").go(until="theme.lessons")
    one.answer({"choice": ["doer.mentor"], "quote": "ja, voor 3 mavo"})
    figures = [block.grid for block in blocks(report(one.go(), "leadership"), "appendix") if isinstance(block, Figure)]
    rows = {row.name: row.remark for grid in figures for group in grid.groups for row in group.rows}
    remarks = [remark for name, remark in rows.items() if name == "LOB-lessen en LOB-activiteiten"]
    assert remarks
    assert all("voor een deel" in remark for remark in remarks)
