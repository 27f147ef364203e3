"""Papers for others hold what one lets in: sentence by sentence, and nothing that was only said to the guide."""

from collections.abc import Callable

import pytest

from lobgids.advice.shown import MOST_LINES, shown_at, to_show
from lobgids.dialogue.ending import last_word
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.period import period
from lobgids.log.ask_ids import ACTIONS, ALSO, ASSIGNMENT, MAY_QUOTE, MAY_SHOW, PICTURE, WHO, counted_now
from lobgids.log.events import Header
from lobgids.report.blocks import Figure
from lobgids.report.editions import Readers
from lobgids.school.quoting import quoted_assignment
from lobgids.school.sayings import told_instead
from lobgids.tui.widgets.marked_text import LETTERS
from tests.conftest import Talk
from tests.test_placed import PLACED, made_up, told_until
from tests.test_reports import everything, report

Begin = Callable[..., Talk]

OTHERS: tuple[Readers, ...] = ("leadership", "talk")
MENTORS = "De mentor doet het in het mentoruur met de eigen klas"
ASIDE = "Soms staat er dan een jongen huilend op de gang bij mij"
STORY = f"{MENTORS}. {ASIDE}."


@pytest.fixture
def begin(content_in: Callable[[str], LocalizedContent]) -> Begin:
    """Begin a short conversation that hears by a made-up ear."""

    def begun(*, shows_sentences: bool = True) -> Talk:
        header = Header(
            lobgids=1, id="made-up", created="2026-11-23T12:00:00Z", track="decaan", seed="5eed", marks_turns=True,
            knowledge_base="lobgids-vo", knowledge_base_version="1", form="short", language="nl", places_later=True,
            shows_sentences=shows_sentences,
        )  # fmt: skip
        return Talk(lambda code: content_in(code)._replace(hear=made_up), header, ())

    return begun


def written(one: Talk, readers: Readers = "leadership") -> str:
    return "\n".join(everything(report(one, readers)))


def when_it_begins(one: Talk, said: str) -> str:
    """When an action begins, as it is told, after this was typed."""
    one.go(until=ACTIONS)
    one.answer(["act.talk"])
    one.go(until="plan.when.act.talk")
    one.type(said)
    if one.ask.id == "plan.when.act.talk.understood":
        one.type("ja")
    view = one.conversation.view
    return period(view, next(item for item in view.conclusions.plan if item.action == "act.talk"))


def told_until_shown(one: Talk, words: str = STORY) -> Talk:
    """A talk in which one component is told in words that stand, up to whether they may stand in papers."""
    one.go(until="c06.situation")
    one.type(words)
    one.go(until=PLACED)
    one.answer(["placed.all"])
    one.go(until=MAY_SHOW)
    return one


def test_a_sentence_may_stand_there_without_the_one_behind_it(begin: Begin) -> None:
    one = told_until_shown(begin())
    lines = {option.text.strip("‘’."): option.id for option in one.ask.options}
    assert {MENTORS, ASIDE} <= lines.keys()
    one.answer([lines[MENTORS]])
    one.go()
    for readers in OTHERS:
        assert MENTORS in written(one, readers)
        assert ASIDE not in written(one, readers)


def test_a_sentence_of_a_few_words_stands_with_its_neighbour(begin: Begin) -> None:
    one = told_until_shown(begin(), f"Dat was ik zelf. {MENTORS}. {ASIDE}. Elk jaar weer.")
    lines = [words for line, words in to_show(one.conversation.view).items() if line.startswith("c06")]
    assert lines == [f"Dat was ik zelf. {MENTORS}.", f"{ASIDE}. Elk jaar weer"]


def test_what_is_left_out_in_the_middle_shows_as_a_gap(begin: Begin) -> None:
    one = told_until_shown(begin(), f"{STORY} Dat loopt bij ons al jaren goed zo.")
    ids = [option.id for option in one.ask.options if option.id.startswith("c06.")]
    one.answer([ids[0], ids[2]])
    view = one.conversation.view
    assert shown_at(view, "c06.situation") == f"{MENTORS}. … Dat loopt bij ons al jaren goed zo"


def test_there_are_never_more_lines_than_letters(begin: Begin) -> None:
    one = begin()
    story = " ".join(f"De mentor doet het in het mentoruur met klas {number}, al jaren zo." for number in range(1, 9))
    told_until(one, PLACED, story)
    one.answer(["placed.all"])
    one.go(until=MAY_SHOW)
    lines = to_show(one.conversation.view)
    assert len(lines) <= MOST_LINES
    assert len(one.ask.options) <= len(LETTERS)
    assert {line.count(".") for line in lines if ".situation" in line} == {1, 2}  # some in sentences, others whole


def test_what_goes_well_is_let_in_by_the_sentence_too(begin: Begin) -> None:
    one = begin().go(until=ALSO)
    one.type("De mentoren doen het elke week met hun klas. De rector ziet het niet, en dat vind ik jammer.")
    one.go(until=MAY_SHOW)
    first, second = (option for option in one.ask.options if option.id.startswith(ALSO))
    one.answer([first.id])
    one.go()
    for readers in OTHERS:
        assert first.text.strip("‘’.") in written(one, readers)
        assert second.text.strip("‘’.") not in written(one, readers)


def test_an_earlier_document_lets_it_in_as_a_whole(begin: Begin) -> None:
    one = told_until_shown(begin(shows_sentences=False))
    assert [line for line in to_show(one.conversation.view) if line.startswith("c06")] == ["c06.situation"]


def test_what_was_said_of_the_answer_beside_it_stands_in_no_paper(begin: Begin) -> None:
    one = begin().go(until="c06.situation")
    one.type(STORY)
    one.go(until=PLACED)
    one.type("En bij 1 mis ik mijn gesprekken over het kind zelf, dat klopt niet")
    one.go(until=MAY_SHOW)
    view = one.conversation.view
    assert "mis ik mijn gesprekken" in told_instead(view, view.base.component(6)).lower()
    assert not [words for words in to_show(view).values() if "mis ik mijn gesprekken" in words.lower()]


def test_a_story_told_with_a_choice_is_told_in_its_own_words(begin: Begin) -> None:
    words = "1 komt het dichtst in de buurt: één avond met mijn dia's, en de folder mee naar huis. Ze mogen me bellen."
    one = begin().go(until="c11.situation")
    number = [option.id for option in one.ask.options].index("c11.m1") + 1
    one.type(words.replace("1", str(number), 1))
    one.go(until=MAY_SHOW)
    assert one.state.value("c11.situation") == "c11.m1"
    lines = [words for line, words in to_show(one.conversation.view).items() if line.startswith("c11")]
    assert lines == ["Eén avond met mijn dia's, en de folder mee naar huis. Ze mogen me bellen"]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("De opdracht mag erin, maar dat laatste zinnetje over hem liever niet.", ["first"]),
        ("Dat LOB van de mentoren wordt mag erin, maar dat van die wandelgang liever niet.", ["first"]),
        ("Het eerste niet, het laatste mag wel", ["second"]),
        ("Ja, maar dat laatste hoeft er niet in", ["first"]),
        ("ja hoor", ["first", "second"]),
        ("Nee, dat mag er niet in, en het laatste zeker niet", []),
        ("Nee, dat blijft bij mij", []),
        ("Nee, dat blijft bij mij. Dat LOB iets van de mentoren wordt, mag er wel in", ["first"]),
        ("mag wel, maar dat van de inspectie niet", []),
    ],
)  # fmt: skip
def test_a_part_of_what_was_asked_may_be_quoted(begin: Begin, said: str, left: list[str]) -> None:
    sentences = {"first": "Maak LOB iets van de mentoren.", "second": "Dat zei hij in de wandelgang, en weg was hij."}
    one = begin().go(until=ASSIGNMENT)
    one.type(" ".join(sentences.values()))
    one.go(until=MAY_QUOTE)
    one.type(said)
    expected = " ".join(sentences[name] for name in left)
    assert quoted_assignment(one.conversation.view) == expected
    one.go()
    assert not [text for name, text in sentences.items() if (text.rstrip(".") in written(one)) is not (name in left)]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("na de kerst, ergens in januari", "vanaf januari 2027"),
        ("februari", "vanaf februari 2027"),
        ("half januari", "vanaf half januari 2027"),
        ("begin februari", "vanaf begin februari 2027"),
        ("eind mei", "vanaf eind mei 2027"),
        ("1 maart", "vanaf 1 maart 2027"),
    ],
)
def test_who_said_no_more_than_a_month_reads_no_day(begin: Begin, said: str, told: str) -> None:
    assert when_it_begins(begin(), said) == told


@pytest.mark.parametrize(
    ("said", "is_quoted"), [("Henk, de decaan dus", False), ("Henk, de decaan, mits hij tijd heeft", True)]
)
def test_who_begins_is_quoted_where_it_says_more_than_who(begin: Begin, said: str, is_quoted: bool) -> None:
    one = begin().go(until=ACTIONS)
    one.answer(["act.talk"])
    one.go(until="plan.who.act.talk")
    one.type(said)
    one.go(until=MAY_SHOW)
    one.answer(["show.all"])
    one.go()
    assert "Henk" in written(one)
    assert (f"‘{said}’" in written(one)) is is_quoted


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("nog voor de kerstvakantie", "uiterlijk 18 december 2026"),
        ("uiterlijk 1 maart", "uiterlijk 1 maart 2027"),
        ("vanaf 1 maart", "vanaf 1 maart 2027"),
        ("1 maart, voor de mentoren is dat handig", "vanaf 1 maart 2027"),
    ],
)
def test_a_last_day_is_no_first_one(begin: Begin, said: str, told: str) -> None:
    assert when_it_begins(begin(), said) == told


def test_a_sentence_of_what_goes_well_is_left_out_with_the_yes(begin: Begin) -> None:
    one = begin().go(until=ALSO)
    one.type("Nou, een paar woorden, daar heb ik niet genoeg aan! De mentoren doen het elke week met hun klas.")
    assert one.ask.id == f"{ALSO}.understood"
    one.type("ja graag, alleen dat eerste zinnetje hoeft er niet bij")
    assert one.state.value(ALSO) == "De mentoren doen het elke week met hun klas."


def test_what_one_wishes_is_not_how_it_goes_now(begin: Begin) -> None:
    one = told_until_shown(begin(), f"{STORY} Ik zou al blij zijn als er één collega meedeed.")
    assert not [words for line, words in to_show(one.conversation.view).items() if "blij" in words and "c06" in line]


def test_nobody_proposes_to_keep_what_does_not_happen(begin: Begin) -> None:
    papers = {}
    for component, answer in (("c10", "c10.absent"), ("c10", "c10.m1")):
        one = begin().go(until=f"{component}.situation")
        one.answer(answer)
        one.go(until="ambition.school")
        one.answer("ambition.stay_school")
        one.go(until=ACTIONS)
        one.answer(["act.talk"])
        one.go()
        papers[answer] = written(one)
    assert papers["c10.absent"].count("Dit houden we zo") == papers["c10.m1"].count("Dit houden we zo") - 1


@pytest.mark.parametrize(
    ("now", "is_told"), [("nul", True), ("geen één", True), ("nul, want de rector wil niet", False)]
)
def test_a_bare_number_needs_no_permission(begin: Begin, now: str, is_told: bool) -> None:
    one = begin().go(until=ACTIONS)
    one.answer(["act.talk"])
    one.go(until=counted_now("act.talk"))
    one.type(now)
    one.go(until=MAY_SHOW)
    one.answer(["show.none"])
    one.go()
    assert (f"‘{now}’" in written(one)) is is_told


def test_what_is_said_of_who_does_what_may_stand_beside_the_figure(begin: Begin) -> None:
    words = "in klas 3 doet de mentor de gesprekken, en daarna ben ik het"
    theme = "theme.lessons"
    one = begin().go(until=theme)
    one.type(f"4 en 5, {words}")
    one.go(until=MAY_SHOW)
    assert words in to_show(one.conversation.view)[theme].lower()
    one.answer([theme])
    one.go()
    assert words in written(one).lower()


def test_whom_one_names_first_is_told_without_the_number(begin: Begin) -> None:
    one = begin().go(until=WHO)
    one.type("5, één mentor. Karin, die doet al wat")
    one.go()
    assert "‘Eén mentor. Karin, die doet al wat’" in last_word(one.conversation.view).text


def test_a_yes_to_all_in_an_earlier_document_is_none_to_what_was_not_listed_then(begin: Begin) -> None:
    story = "een avond met mijn dia's en de folder mee naar huis, en daarna mogen ze me altijd bellen als ze willen"
    for shows_sentences in (True, False):
        one = begin(shows_sentences=shows_sentences).go(until="c11.situation")
        one.type(f"{[option.id for option in one.ask.options].index('c11.m1') + 1}, {story}")
        one.go(until="theme.lessons")
        one.type("4 en 5, in klas 3 doet de mentor de gesprekken, en daarna ben ik het")
        one.go(until=ALSO)
        one.type("De mentoren doen het elke week met hun klas")
        one.go(until=MAY_SHOW)
        one.answer(["show.all"])
        listed = {line.partition(".")[0] for line in to_show(one.conversation.view)} & {"theme", "c11"}
        assert listed == ({"theme", "c11"} if shows_sentences else set())


def test_the_figure_says_that_it_was_told_only_where_the_words_stand(begin: Begin) -> None:
    remark = "in eigen woorden: zie hoe het nu gaat"
    for shown_too in (True, False):
        one = begin().go(until="c06.situation")
        one.type(STORY)
        one.go(until=PLACED)
        one.type("1 klopt niet, bij ons doet ook de decaan daar een stuk van")
        one.go(until=MAY_SHOW)
        one.answer(
            [line for line in to_show(one.conversation.view) if line.startswith("c06")] if shown_too else ["show.none"]
        )
        one.go()
        figures = [
            block for part in report(one, "leadership").parts for block in part.blocks if isinstance(block, Figure)
        ]
        remarks = [row.remark for figure in figures for group in figure.grid.groups for row in group.rows]
        assert (remark in remarks) is shown_too


def test_a_long_line_at_the_plan_says_what_one_will_do(begin: Begin) -> None:
    one = begin().go(until=ACTIONS)
    one.type("Samen met Joost dat oude boekje doornemen en er één les uit kiezen. En uitzoeken wat ik nog niet weet")
    proposed = one.state.proposed
    assert "act.none" not in [*getattr(proposed, "choices", ()), *one.conversation.view.ids(ACTIONS)]


def test_what_goes_well_is_told_without_what_does_not(begin: Begin) -> None:
    one = begin().go(until=ALSO)
    one.type("De mentoren en hun gesprekken. Alleen de vakdocenten, daar gebeurt nog weinig.")
    one.go(until=MAY_SHOW)
    assert to_show(one.conversation.view)[ALSO] == "De mentoren en hun gesprekken."
    one.answer(["show.all"])
    one.go()
    for readers in OTHERS:
        assert "De mentoren en hun gesprekken" in written(one, readers)
        assert "vakdocenten, daar gebeurt" not in written(one, readers)


def test_of_a_picture_that_is_denied_no_stage_is_shown(begin: Begin) -> None:
    one = begin().go(until=PICTURE)
    assert one.conversation.view.dominant
    one.answer("picture.no")
    one.go()
    assert one.conversation.view.base.model(1).name not in written(one)


def test_of_a_picture_that_holds_for_a_part_nothing_is_told_of_schools_like_it(begin: Begin) -> None:
    texts = {}
    for words in ("ja", "ja, alleen weten de collega's me niet te vinden"):
        one = begin().go(until=PICTURE)
        one.type(words)
        one.go()
        texts[words] = written(one)
    plain, partly = texts.values()
    view = one.conversation.view
    assert view.dominant
    model = view.base.model(view.dominant)
    assert model.characterisation[0].text in plain
    assert model.characterisation[0].text not in partly
    assert model.strengths[0].text in plain
    assert model.strengths[0].text not in partly
