"""Practice: three cases that one chooses, each with ways to act; the others are kept for later."""

from collections.abc import Iterator

from lobgids.dialogue.chapters.mentor.school import school
from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.sayings import says
from lobgids.kb.schema.mentor import Case, Way
from lobgids.log import ask_ids
from lobgids.log.events import Event

CHOOSE = "practice.choose"
OTHERS, READ = "practice.others", "practice.others.read"
MOST_CASES = 3


def asks(view: View) -> Iterator[str]:
    """Which cases, and then each of them."""
    yield CHOOSE
    for case in chosen(view):
        ask = ask_ids.case(case.id)
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
    asks = [("opening.case" if case.opening else ask_ids.case(case.id), case) for case in view.base.cases]
    return [(ask, case) for ask, case in asks if any(way.id == view.state.value(ask) for way in case.ways)]


def later(view: View) -> list[Case]:
    """The cases that are kept for later: no way was chosen in them yet."""
    done = {case.id for _ask, case in met(view)}
    return [case for case in cases(view) if case.id not in done]


def case_at(view: View, ask: str) -> Case:
    """The case that an ask is about."""
    return asked_about((case for case in cases(view) if ask == ask_ids.case(case.id)), ask)


def draft(view: View, ask: str) -> Draft:
    """The choice of cases, or one case."""
    if case_ask := ask_ids.case_of(ask):
        return from_question(view.base, OTHERS, nth=1 + _nth(view, case_at(view, case_ask)))
    if ask == CHOOSE:
        options = [Option(id=case.id, text=case.name) for case in cases(view)]
        return from_question(view.base, ask, options=options, limit=MOST_CASES)
    return of_case(view, case_at(view, ask))


def of_case(view: View, case: Case) -> Draft:
    """What happens, and what one could do."""
    question = from_question(view.base, "practice.case", scene=case.scene, question=case.question)
    return Draft(
        kind="choice",
        text=question.text,
        in_other_words=question.in_other_words,
        why=question.why,
        options=tuple(Option(id=way.id, text=way.text) for way in case.ways),
        facts=tuple(dict.fromkeys(fact for way in case.ways for fact in way.facts)),
    )


def reply(view: View, event: Event) -> Iterator[Say]:
    """What the chosen way brings, or the others; no reply to the choice of cases."""
    if case_ask := ask_ids.case_of(event.ask):
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
    needs=(CHOOSE, "practice.case", OTHERS),
)  # fmt: skip
