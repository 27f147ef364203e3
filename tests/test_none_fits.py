"""Who says that none of the answers fits is not asked once more, and what is told instead stands as the answer."""

from collections.abc import Callable

import pytest

from lobgids.advice.shown import to_show
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.kb.sayings import words_of
from lobgids.log.events import Header
from lobgids.school.sayings import in_own_words, told_instead
from tests.conftest import Talk
from tests.test_placed import EVENING, MENTOR, made_up, said

Begin = Callable[..., Talk]
TOLD = "ze voeren alleen gesprekken"


@pytest.fixture
def begin(content_in: Callable[[str], LocalizedContent]) -> Begin:
    """Begin a short conversation that hears by a made-up ear."""

    def begun(language: str = "nl") -> Talk:
        header = Header(
            lobgids=1, id="made-up", created="2026-11-23T12:00:00Z", track="decaan", seed="5eed", marks_turns=True,
            knowledge_base="lobgids-vo", knowledge_base_version="1", form="short", language=language,
            places_later=True, hears_first=True,
        )  # fmt: skip
        return Talk(lambda code: content_in(code)._replace(hear=made_up), header)

    return begun


def own_words_of_first(one: Talk) -> str:
    view = one.conversation.view
    return in_own_words(view, view.base.component(1))


@pytest.mark.parametrize(
    "typed",
    ["Dat klopt alle drie niet echt. De mentor geeft geen les, ze voeren alleen gesprekken.",
     f"geen van de drie klopt, {TOLD}", f"geen van deze, {TOLD}", f"nee, geen van beide, {TOLD}",
     f"ze kloppen alle drie niet, {TOLD}", f"niet een van de drie past. {TOLD}"],
)  # fmt: skip
def test_what_is_told_where_none_fits_is_the_answer_in_these_words(begin: Begin, typed: str) -> None:
    one = begin().go(until="c01.situation")
    one.type(typed)
    standing = one.state.answers["c01.situation"]
    assert (standing.value, standing.quote) == (None, typed)
    assert own_words_of_first(one).casefold().endswith(TOLD)
    assert one.ask.id != "c01.situation"


@pytest.mark.parametrize(
    "typed", ["none of these is right, they only have talks", "neither of these, they only have talks"]
)
def test_so_it_is_in_english(begin: Begin, typed: str) -> None:
    one = begin("en").go(until="c01.situation")
    one.type(typed)
    assert own_words_of_first(one) == "They only have talks"


@pytest.mark.parametrize(
    "typed",
    ["klopt alle drie niet", "geen van beide", "geen van de drie klopt", "none of these is right", "neither",
     "geen van deze antwoorden klopt bij ons", "alle drie niet, ik weet het ook niet"],
)  # fmt: skip
def test_a_line_that_says_no_more_passes_the_question_by(begin: Begin, typed: str) -> None:
    one = begin().go(until="c01.situation")
    one.type(typed)
    assert one.state.answers["c01.situation"].skipped


@pytest.mark.parametrize(
    "typed",
    ["geen van beide ouders komt ooit naar die avond hier op school", "geen van de mentoren doet hier iets met die les",
     "none of these pupils ever comes to me with a question", "neither the tutors nor I ever come to that"],
)  # fmt: skip
def test_none_of_some_people_says_nothing_of_the_answers(begin: Begin, typed: str) -> None:
    one = begin().go(until="c01.situation")
    one.type(typed)
    standing = one.state.answers.get("c01.situation")
    assert standing is None or not standing.skipped


def test_of_what_was_heard_none_is_right_either_and_nothing_is_asked_again(begin: Begin) -> None:
    one = begin().go(until="c01.situation")
    first = f"{MENTOR} en {EVENING}"
    one.type(first)
    assert one.ask.id == "c01.understood"
    one.type(f"Nee, ik zei juist dat ze alle drie niet kloppen. {TOLD.capitalize()}.")
    assert one.ask.id not in ("c01.understood", "c01.situation")
    assert one.state.answers["c01.situation"].value is None
    assert own_words_of_first(one) == f"{first.capitalize()}. {TOLD.capitalize()}"


def test_neither_of_two_that_were_heard_leaves_open_the_third(begin: Begin) -> None:
    one = begin().go(until="c01.situation")
    one.type(f"{MENTOR} en {EVENING}")
    one.type("geen van beide")
    assert one.ask.id == "c01.situation"


def test_where_it_differs_and_none_occurs_the_words_stand(begin: Begin) -> None:
    one = begin().go(until="c06.situation")
    one.type("4")
    turn = one.type("Dat klopt alle drie niet echt. De mentoren in klas 3 geven geen lessen, ze voeren gesprekken.")
    assert said(turn)[0] == "skip.with_words"
    assert one.state.answers["c06.between"].skipped
    view = one.conversation.view
    component = view.base.components_by_id["c06"]
    assert in_own_words(view, component) == "De mentoren in klas 3 geven geen lessen, ze voeren gesprekken"


def test_a_back_undoes_it_at_once(begin: Begin) -> None:
    one = begin().go(until="c01.situation")
    one.type(f"{MENTOR} en {EVENING}")
    one.type(f"geen van de drie klopt, {TOLD}")
    one.move("back")
    assert one.ask.id == "c01.understood"


STORY = "De alumni-avond heb ik bedacht en geregeld, en mijn teamleider staat er vierkant achter."


@pytest.mark.parametrize("typed", ["1", "1, dat is toch wat ik zei", "1, zei ik net", "1 denk ik"])
def test_a_story_before_a_choice_stays_as_its_words(begin: Begin, typed: str) -> None:
    one = begin().go(until="c02.situation")
    first = one.ask.options[0].id
    one.type(STORY)
    one.type(typed)
    view = one.conversation.view
    assert one.state.value("c02.situation") == first
    assert in_own_words(view, view.base.components_by_id["c02"]) == STORY.rstrip(".")
    assert to_show(view)["c02.situation"] == STORY.rstrip(".")


def test_a_reservation_behind_the_choice_stands_behind_the_story(begin: Begin) -> None:
    one = begin("en").go(until="c02.situation")
    one.type("The evening was my idea and I arranged all of it, and my head is right behind me.")
    one.type("1 comes closest, except that nobody wrote a plan for it")
    told = to_show(one.conversation.view)["c02.situation"]
    assert told.endswith("my head is right behind me. (…) Except that nobody wrote a plan for it")
    assert "closest" not in told


@pytest.mark.parametrize(
    "typed",
    ["dat doet de directeur", "ik zou graag willen dat de directeur het een keer samen met ons allemaal doet",
     "dat weet ik echt niet, daar ben ik in al die jaren nog nooit achter gekomen"],
)  # fmt: skip
def test_a_few_words_a_wish_or_a_doubt_before_a_choice_tell_no_story(begin: Begin, typed: str) -> None:
    one = begin().go(until="c02.situation")
    one.type(typed)
    if one.ask.id == "c02.situation":
        one.type("1")
    view = one.conversation.view
    assert not told_instead(view, view.base.components_by_id["c02"])


@pytest.mark.parametrize("typed", ["5 denk ik, maar zeker weten doe ik het niet", "5, maar dat weet ik niet zeker"])
def test_who_is_not_sure_that_there_is_no_such_thing_does_not_know(begin: Begin, typed: str) -> None:
    one = begin().go(until="c10.situation")
    assert one.ask.options[4].id == "c10.absent"
    turn = one.type(typed)
    assert one.state.answers["c10.situation"].skipped
    assert "heard.not_here" not in said(turn)
    assert [note.text for note in one.state.notes if note.own_words] == [typed]


@pytest.mark.parametrize("typed", ["5", "5 denk ik", "5, daar is geen geld voor"])
def test_who_is_sure_enough_says_that_there_is_no_such_thing(begin: Begin, typed: str) -> None:
    one = begin().go(until="c10.situation")
    one.type(typed)
    assert one.state.value("c10.situation") == "c10.absent"


def test_all_of_them_is_taken_though_a_small_question_stands_behind_it(begin: Begin) -> None:
    one = begin("en").go(until="school.seen")
    lines = [option.id for option in one.ask.options if not option.alone]
    one.type("All of them, one way or another. It's all me, isn't it.")
    assert one.state.value("school.seen") == lines


@pytest.mark.parametrize(
    ("short", "words"),
    [("de lln vd brugklas", "de leerlingen van de brugklas"), ("m'n ll, mn klas", "mijn leerling mijn klas"),
     ("ws komt 't, iig bij t team", "waarschijnlijk komt het in ieder geval bij het team"), ("we'll", "we'll")],
)  # fmt: skip
def test_what_people_shorten_while_they_type_is_read_in_full(short: str, words: str) -> None:
    assert " ".join(words_of(short)) == words
