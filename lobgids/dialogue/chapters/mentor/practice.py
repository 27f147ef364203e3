"""Practice: three cases that one chooses; at each first what one would do oneself, then ways to act.

The other cases are kept for later.
"""

from collections.abc import Iterator

from lobgids.dialogue.chapters.mentor.school import school
from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.kb.sayings import says
from lobgids.kb.schema.mentor import Case, Way
from lobgids.log import ask_ids
from lobgids.log.events import Event
from lobgids.text import one_line

CHOOSE = "practice.choose"
OWN, WAYS = "practice.own", "practice.ways"
OTHERS, READ = "practice.others", "practice.others.read"
MOST_CASES = 3


def asks(view: View) -> Iterator[str]:
    """Which cases, and then each of them."""
    yield CHOOSE
    for case in chosen(view):
        yield from of_one(view, case, ask_ids.case(case.id))


def of_one(view: View, case: Case, ask: str) -> Iterator[str]:
    """What one would do oneself, then the ways of the case, then the other ones."""
    own = ask_ids.own_words(ask)
    if view.header.hears_first and (view.is_answered(own) or not view.is_answered(ask)):
        yield own
    yield ask
    yield from other_ways(view, case, ask)


def other_ways(view: View, case: Case, ask: str) -> Iterator[str]:
    """Whether one wants to read the other ways: asked right behind a choice, so that no finished document asks anew."""
    others = ask_ids.other_ways(ask)
    has_chosen = any(way.id == view.state.value(ask) for way in case.ways)
    if has_chosen and (view.state.position == ask or view.is_answered(others)):
        yield others


def _nth(view: View, case: Case) -> int:
    return [one.id for one in chosen(view)].index(case.id) if case in chosen(view) else 0


def cases(view: View) -> list[Case]:
    """The cases to choose from."""
    return [case for case in view.base.cases if not case.opening]


def chosen(view: View) -> list[Case]:
    """The cases that were chosen, in the order of the content."""
    ids = view.ids(CHOOSE)
    return [case for case in cases(view) if case.id in ids]


def met(view: View) -> list[tuple[str, Case]]:
    """The cases in which a way was chosen, the opening one too, each with its ask."""
    return [(ask, case) for ask, case in _asks(view) if any(way.id == view.state.value(ask) for way in case.ways)]


def said(view: View) -> list[tuple[Case, str]]:
    """What one would do in own words, by case, the opening one too; whether or not a way was chosen then."""
    return [(case, words) for ask, case in _asks(view) if (words := own_words(view, ask))]


def _asks(view: View) -> list[tuple[str, Case]]:
    """Each case with its ask."""
    return [("opening.case" if case.opening else ask_ids.case(case.id), case) for case in view.base.cases]


def later(view: View) -> list[Case]:
    """The cases that are kept for later: no way was chosen in them yet."""
    done = {case.id for _ask, case in met(view)}
    return [case for case in cases(view) if case.id not in done]


def case_at(view: View, ask: str) -> Case:
    """The case that an ask is about."""
    return asked_about((case for case in cases(view) if ask == ask_ids.case(case.id)), ask)


def draft(view: View, ask: str) -> Draft:
    """The choice of cases, or a question about one case."""
    if ask == CHOOSE:
        options = [Option(id=case.id, text=case.name) for case in cases(view)]
        return from_question(view.base, ask, options=options, limit=MOST_CASES)
    case = case_at(view, ask_ids.case_of(ask) or ask_ids.case_of_words(ask) or ask)
    return about(view, case, ask, 1 + _nth(view, case))


def about(view: View, case: Case, ask: str, nth: int) -> Draft:
    """A question about a case, of which `nth` came before it: what one would do, the ways, or the other ones."""
    if ask_ids.case_of(ask):
        return from_question(view.base, OTHERS, nth=nth)
    if ask_ids.case_of_words(ask):
        return from_question(view.base, OWN, nth=nth, scene=case.scene, question=case.question)
    return of_case(view, case, ask, nth)


def of_case(view: View, case: Case, ask: str, nth: int) -> Draft:
    """The ways, with what happens; right behind one's own words these stand with them in its place."""
    was_told = view.state.position == ask_ids.own_words(ask)
    name = WAYS if was_told else "practice.case"
    question = from_question(view.base, name, nth=nth, scene=case.scene, question=case.question)
    told_back = _told_back(view, ask) if was_told else ""
    return Draft(
        kind="choice",
        text="\n".join(filter(None, (told_back, question.text))),
        in_other_words=question.in_other_words,
        why=question.why,
        options=tuple(Option(id=way.id, text=way.text) for way in case.ways),
        facts=tuple(dict.fromkeys(fact for way in case.ways for fact in way.facts)),
    )


def _told_back(view: View, ask: str) -> str:
    """What one said oneself before the ways of a case were shown; empty if one said nothing."""
    own = own_words(view, ask)
    return phrase(view.base, "practice.told_back", view.header.seed, quote=own) if own else ""


def own_words(view: View, ask: str) -> str:
    """What one would do at a case, in own words and in one line; empty if one said nothing."""
    value = view.state.value(ask_ids.own_words(ask))
    return one_line(value) if isinstance(value, str) else ""


def reply(view: View, event: Event) -> Iterator[Say]:
    """What the chosen way brings, or the others; no reply to the choice of cases."""
    if case_ask := ask_ids.case_of_words(event.ask):
        yield from to_promise(view, case_ask, own_words(view, case_ask))
    elif case_ask := ask_ids.case_of(event.ask):
        yield from to_others(view, case_at(view, case_ask), case_ask)
    elif event.ask != CHOOSE:
        yield from to_case(view, case_at(view, event.ask), view.state.value(event.ask))


def to_case(view: View, case: Case, value: object) -> Iterator[Say]:
    """What the chosen way brings and asks, what holds everywhere, and why it is LOB."""
    for way in case.ways:
        if way.id == value:
            yield Say(id=f"{way.id}.feedback", text=feedback(view, way))
    yield from (Say(id=entry.id, text=entry.text) for entry in case.everywhere)
    yield Say(id=f"{case.id}.lob", text=case.lob)
    yield from (Say(id=entry.id, text=entry.text) for entry in case.later)


def to_others(view: View, case: Case, ask: str) -> Iterator[Say]:
    """What the ways bring that were not chosen, if one wants to read that."""
    if view.state.value(ask_ids.other_ways(ask)) == READ:
        for way in case.ways:
            if way.id != view.state.value(ask):
                yield say(view.base, "practice.other_way", view.header.seed, text=way.text, told=feedback(view, way))


def to_promise(view: View, ask: str, words: str) -> Iterator[Say]:
    """Say at once that no secret is promised, if own words at a case that is about safety speak of that."""
    case = next((case for case in cases(view) if ask == ask_ids.case(case.id)), None)
    if case and case.everywhere and says(view.base, "promise", words):
        yield say(view.base, "practice.no_secret", view.header.seed)


def feedback(view: View, way: Way) -> str:
    """What a way brings in a school of this model, or in any school if models do not differ or none is known."""
    model = school(view).model
    return next((entry.text for entry in way.by_model if entry.model == model), way.feedback)


STEP = Step(
    name="practice", chapter="practice", asks=asks, draft=draft, reply=reply, left_open=True,
    needs=(CHOOSE, OWN, WAYS, "practice.case", OTHERS),
)  # fmt: skip
