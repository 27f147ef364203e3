"""'Allebei' where two things are put: it is kept as that, and nothing is asked again."""

from collections.abc import Callable

import pytest

from lobgids.dialogue.protocol import Problem
from tests.conftest import Talk, sensible

Begin = Callable[..., Talk]

BOTH = [
    "allebei", "beide", "van allebei wat", "een beetje van allebei", "beiden", "een mix", "tussenin", "half half",
    "1 en 2", "both", "bit of both", "a bit of both", "Allebei.", "nou ja, allebei eigenlijk",
]  # fmt: skip


def at_a_probe(talk: Begin, language: str = "nl") -> Talk:
    """The further question of a component that lies between two descriptions."""
    one: Talk = talk("full", language=language)
    while ".probe." not in one.ask.id:
        is_situation = one.ask.id.endswith(".situation")
        models = sorted(option.id for option in one.ask.options if ".m" in option.id)
        one.answer(models[:2] if is_situation else sensible(one.ask))
    return one


@pytest.mark.parametrize("typed", BOTH)
def test_both_options_of_a_probe_may_be_so(typed: str, talk: Begin) -> None:
    one = at_a_probe(talk)
    ask, before = one.ask, one.conversation.view.leading
    turn = one.type(typed)
    assert one.state.value(ask.id) == sorted(option.id for option in ask.options)
    assert not any(isinstance(say, Problem) for say in turn.says)
    assert [say.text for say in turn.says if say.id == "probe.both"] == ["Van allebei wat, dus."]
    assert one.ask.id != ask.id
    assert one.conversation.view.leading == before
    assert all(option.text in turn.heard for option in ask.options) or typed in turn.heard


def test_what_is_said_besides_is_kept_with_it(talk: Begin) -> None:
    one = at_a_probe(talk)
    ask = one.ask.id
    one.type("allebei, het hangt van de mentor af")
    given = one.state.answers[ask]
    assert (len(given.value), given.quote) == (2, "het hangt van de mentor af")


def test_who_chooses_one_after_all_chooses_that(talk: Begin) -> None:
    one = at_a_probe(talk)
    ask = one.ask
    one.type("allebei, maar vooral 2")
    assert one.state.value(ask.id) == ask.options[1].id


@pytest.mark.parametrize("typed", ["een mix", "bit of both", "half half", "beiden"])
def test_a_situation_is_in_between_then(typed: str, talk: Begin) -> None:
    one = talk("short").go(until="c01.situation")
    one.type(typed)
    assert one.state.value("c01.situation") == "c01.between"


def test_in_english_too(talk: Begin) -> None:
    one = at_a_probe(talk, "en")
    turn = one.type("bit of both")
    assert [say.text for say in turn.says if say.id == "probe.both"] == ["A bit of both, then."]
