"""Chapter 3: for each component the situation, a probe if it can change something; a summary of each pillar."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from lobgids.dialogue.draft import Draft, asked_about, find_question, from_question
from lobgids.dialogue.felt import felt
from lobgids.dialogue.phrasing import NODS, place, say
from lobgids.dialogue.protocol import AskKind, Option, Say
from lobgids.dialogue.retelling import clause, heard_in, told, where_of
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.schema.school import Component, Pillar, Probe
from lobgids.log import ask_ids
from lobgids.log.ask_ids import (
    BETWEEN,
    CORRECT,
    EVERYWHERE,
    RECENT,
    SITUATION,
    SUMMARY,
    UNDERSTOOD,
    WHERE,
    name_of,
    subject_of,
)
from lobgids.log.events import Event
from lobgids.school import evidence, sayings

DEPARTMENT = "where.department"
BOTH, EARLIER, LATER = "clash.both", "clash.earlier", "clash.later"


def situation_asks(_view: View, component: Component) -> Iterator[str]:
    """The question with the three descriptions."""
    yield ask_ids.situation(component)


def between_asks(view: View, component: Component) -> Iterator[str]:
    """Which descriptions it is in between of, if that was said, and where it varies."""
    if view.state.value(ask_ids.situation(component)) == ask_ids.of_component(component, BETWEEN):
        yield ask_ids.of_component(component, BETWEEN)
    if len(view.described(component)) > 1 and component not in view.taken_in:
        yield ask_ids.of_component(component, WHERE)


def recent_asks(view: View, component: Component) -> Iterator[str]:
    """A recent example, if the answer rests on paper or an impression and would be marked without one."""
    if view.needs_example(component):
        yield ask_ids.of_component(component, RECENT)


def probe_asks(view: View, component: Component) -> Iterator[str]:
    """The probe of a between, or the first one that can change which model leads; once its basis is known."""
    if not view.chosen(component) or not view.founding.is_settled(component):
        return
    answered = [probe for probe in component.probes if view.is_answered(probe.id)]
    if answered:
        yield answered[0].id
        return
    yield from [probe.id for probe in component.probes if is_worth_asking(view, component, probe)][:1]


def is_worth_asking(view: View, component: Component, probe: Probe) -> bool:
    """Whether the probe is about two models that are close, and an answer to it can change the leading model.

    Close: the chosen description is of one of the two models, and so is the likeliest other one for the component.
    A between of the two says nothing of one against the other, so it always gets the probe, and no other one.
    The probabilities alone say what leads: how the answers divide is not known before the last of them.
    """
    own = {description.model for description in view.chosen(component)}
    if view.is_between(component):
        return own == set(probe.between)
    likelihoods = view.log_likelihoods[view.base.components.index(component)]
    ranked = sorted((1, 2, 3), key=lambda model: -likelihoods[model - 1])
    if not own & set(probe.between) or set(ranked[:2]) != set(probe.between):
        return False
    now = evidence.probable(view.leading)
    return any(
        evidence.probable(view.with_probe(component, probe, number)) != now for number in range(len(probe.options))
    )


def clash_asks(view: View, component: Component) -> Iterator[str]:
    """One question for each other answer that this one contradicts; once neither can turn out to be a wish."""
    for earlier, later in view.clashes():
        pair = [view.base.components_by_id[subject_of(description.id)] for description in (earlier, later)]
        if component in pair and all(map(view.founding.is_settled, pair)):
            yield ask_ids.clash(subject_of(later.id), subject_of(earlier.id))


def summary_asks(view: View) -> Iterator[str]:
    """In the full form the summary of each pillar that was gone through; if it is not right, what to correct."""
    if view.is_short:
        return
    for pillar in view.base.pillars:
        components = view.components_of(pillar)
        is_done = all(view.is_answered(ask_ids.situation(component)) for component in components)
        if is_done and any(view.chosen(component) for component in components):
            yield ask_ids.of_pillar(pillar, SUMMARY)
            if view.state.value(ask_ids.of_pillar(pillar, SUMMARY)) is False:
                yield ask_ids.of_pillar(pillar, CORRECT)


def situation(view: View, ask: str) -> Draft:
    """The situation question: three descriptions, mixed, then 'in between' and 'I do not know yet'."""
    component = component_of(view, ask)
    options = [Option(id=description.id, text=description.text) for description in component.descriptions]
    options += [
        Option(id=ask_ids.of_component(component, answer.id), text=answer.text, alone=answer.alone)
        for answer in view.base.answers
        if answer.group == "situation"
    ]
    ask_whom = [f"{view.role(whom.role)}: {whom.question}" for whom in component.find_out.ask]
    find_out = (*component.find_out.look_at, *ask_whom)
    return _of(component, "choice", component.question, tuple(options), mixed=True, find_out=find_out)


def between(view: View, ask: str) -> Draft:
    """Which of the descriptions, at least two; or where it varies."""
    component = component_of(view, ask)
    if name_of(ask) == WHERE:
        question = from_question(view.base, "ask.where", nth=_place(view, ask))
        return _of(component, "multi", question.text, question.options, why=question.why)
    options = tuple(Option(id=description.id, text=description.text) for description in component.descriptions)
    text = from_question(view.base, "ask.between", nth=_place(view, ask)).text
    return _of(component, "multi", text, options, mixed=True, least=2)


def recent(view: View, ask: str) -> Draft:
    """When it was last seen; what was told comes before it, as other questions came in between."""
    component = component_of(view, ask)
    options = shared(view, component, "choice", from_question(view.base, "ask.recent"), "recency").options
    why = from_question(view.base, "ask.recent").why
    return _of(component, "choice", f"{told(view, component)}\n{component.recent}", options, why=why)


def probe(view: View, ask: str) -> Draft:
    """A further question between two descriptions."""
    component = component_of(view, ask)
    entry = asked_about((entry for entry in component.probes if entry.id == ask), ask)
    options = tuple(Option(id=option.id, text=option.text) for option in entry.options)
    why = from_question(view.base, "ask.probe").why
    asked = _of(component, "choice", entry.question, options, why=why, mixed=True)
    return replace(asked, if_several="")


def _to_probe(view: View, event: Event) -> Iterator[Say]:
    """Say that both are so, which says nothing of one against the other."""
    if isinstance(event.value, list):
        yield say(view.base, "probe.both", _place(view, event.ask))


def _place(view: View, ask: str) -> int:
    """How many questions of the same kind come before it."""
    return place((other for other in view.state.answers if name_of(other) == name_of(ask)), ask)


def clash(view: View, ask: str) -> Draft:
    """How two answers go together; both may be true."""
    component = component_of(view, ask)
    pair = (ask_ids.clashing(ask)[1], component.id)
    earlier, later, because = asked_about(
        (
            (earlier, later, entry.because)
            for earlier, later in view.clashes()
            for entry in later.clashes
            if (subject_of(earlier.id), subject_of(later.id)) == pair and entry.description == earlier.id
        ),
        ask,
    )
    question_id = _of_clash(view, view.component(earlier.id), component)
    question = from_question(
        view.base, question_id, nth=_place(view, ask), earlier=clause(view, earlier), later=clause(view, later)
    )
    options = tuple(Option(id=option.id, text=option.text) for option in find_question(view.base, "ask.clash").options)
    return _of(component, "choice", question.text, options, why=f"{because} {question.why}")


def _of_clash(view: View, *components: Component | None) -> str:
    """The id of the question that fits: a between holds for a part only, which may be a department."""
    between_two = [component for component in components if component and view.is_between(component)]
    if not between_two:
        return "ask.clash"
    by_department = any(DEPARTMENT in view.ids(ask_ids.of_component(component, WHERE)) for component in between_two)
    return "ask.clash_department" if by_department else "ask.clash_partly"


def summary(view: View, ask: str) -> Draft:
    """What was heard in a pillar, in everyday words; or which answer of it is not right."""
    pillar = asked_about((pillar for pillar in view.base.pillars if pillar.id == subject_of(ask)), ask)
    if name_of(ask) == CORRECT:
        return _correct(view, pillar)
    nth = view.base.pillars.index(pillar)
    question = from_question(view.base, "ask.summary", nth=nth, pillar=pillar.name, heard=heard_in(view, pillar))
    return Draft(kind="confirm", text=question.text, options=question.options, why=question.why,
                 in_other_words=question.in_other_words, pillar=pillar.id)  # fmt: skip


def _correct(view: View, pillar: Pillar) -> Draft:
    question = from_question(view.base, "ask.correct")
    options = tuple(
        Option(id=view.track.answering.stands_at(view, component), text=component.name)
        for component in view.components_of(pillar)
        if view.described(component) or view.is_told(component)
    )
    return Draft(
        kind="choice", text=question.text, options=(*options, *question.options), why=question.why, pillar=pillar.id
    )


def component_of(view: View, ask: str) -> Component:
    """The component that an ask is about. Raises `NoSuchQuestionError`."""
    return asked_about((component for component in view.base.components if component.id == subject_of(ask)), ask)


def shared(view: View, component: Component, kind: AskKind, question: Draft, group: str) -> Draft:
    """A question about a component with the answers that all components share."""
    options = tuple(
        Option(id=answer.id, text=(view.track.answering.is_vote and answer.together) or answer.text, alone=answer.alone)
        for answer in view.base.answers
        if answer.group == group
    )
    return _of(component, kind, question.text, options, why=question.why)


def _of(  # noqa: PLR0913  # a question has these parts
    component: Component, kind: AskKind, text: str, options: tuple[Option, ...], *,
    why: str = "", mixed: bool = False, least: int = 1, find_out: tuple[str, ...] = (),
) -> Draft:  # fmt: skip
    """A question about a component, with all that can be asked about it."""
    return Draft(
        kind=kind,
        text=text,
        in_other_words=f"{component.in_other_words}\n{component.example}",
        why=why or component.why,
        options=options,
        facts=tuple(fact for description in component.descriptions for fact in description.facts),
        about=(component.id, *(description.id for description in component.descriptions)),
        find_out=find_out,
        pillar=component.pillar,
        component=component.number,
        mixed=mixed,
        least=least,
    )


def _to_situation(view: View, event: Event) -> Iterator[Say]:
    """Say what an answer means, if that adds something, and that the words that came with it are kept."""
    component = component_of(view, event.ask)
    if event.same_turn:  # it lay rightly among others, of which something was said
        return
    if view.is_absent(component):
        yield say(view.base, "heard.not_here", _so_far(view, component, view.is_absent))
    chosen, quote = view.chosen(component), view.quote(component)
    if len(chosen) != 1:
        return
    remark = remark_of(view, quote)
    is_told_back = bool(sayings.heard_in(view.state.history[-1]))
    # Who told it and then chose what comes closest said less than the answer does.
    was_told = view.header.shows_sentences and bool(sayings.own_words(view, component))
    is_echoed = not remark and not is_told_back and not was_told  # it would say more than one said, or the same again
    if chosen[0].echo and is_echoed:
        yield Say(id=f"{chosen[0].id}.echo", text=chosen[0].echo)
    spoken = (asked for asked, given in view.state.answers.items() if given.quote and name_of(asked) == SITUATION)
    if word_back := [*felt(view, remark)]:
        yield from word_back
    elif remark and sayings.is_corrected(view, component):
        nth = _so_far(view, component, lambda one: sayings.is_corrected(view, one))
        yield say(view.base, "heard.corrected", nth)
    elif remark and (nth := place(spoken, event.ask)) < NODS:
        yield say(view.base, "heard.quote_kept", nth)


def _so_far(view: View, component: Component, is_alike: Callable[[Component], bool]) -> int:
    """How many components were answered in the same way before this one."""
    answered = (component_of(view, asked) for asked in view.state.answers if name_of(asked) == SITUATION)
    return place((one.id for one in answered if is_alike(one)), component.id)


def remark_of(view: View, quote: str) -> str:
    """What was said beside an answer: all words behind a letter, and what came with the yes to what was heard."""
    heard = sayings.heard_in(view.state.history[-1])
    return quote.removeprefix(heard).strip(" ;.,") if heard else quote


def _to_between(view: View, event: Event) -> Iterator[Say]:
    """Say what it means that it differs, once it was said in what; nothing where a yes said that it does not."""
    if name_of(event.ask) != WHERE or (event.same_turn and event.value == [EVERYWHERE]):
        return
    component = component_of(view, event.ask)
    where = where_of(view, component)
    alike = (asked for asked in view.state.answers
             if name_of(asked) == WHERE and where_of(view, component_of(view, asked)) == where)  # fmt: skip
    yield say(view.base, f"heard.where.{where}", place(alike, event.ask))


def _to_recent(view: View, event: Event) -> Iterator[Say]:
    """Say that nothing of it was seen in practice yet."""
    if view.is_unseen(component_of(view, event.ask)):
        unseen = (asked for asked in view.state.answers
                  if name_of(asked) == RECENT and view.is_unseen(component_of(view, asked)))  # fmt: skip
        yield say(view.base, "recent.unseen", place(unseen, event.ask))


def _to_clash(view: View, event: Event) -> Iterator[Say]:
    """Say that both answers are kept; to who told how they go together, that it is clear."""
    given = view.state.answers.get(event.ask)
    if event.value == BOTH and given and given.quote:
        yield say(view.base, "clash.told", f"{view.header.seed}{event.ask}")
    elif event.value == BOTH:
        kept = (asked for asked, given in view.state.answers.items() if given.value == BOTH)
        yield say(view.base, "clash.kept", place(kept, event.ask))


def _to_summary(view: View, event: Event) -> Iterator[Say]:
    """Say what follows if the summary is not right; else one simply goes on."""
    if name_of(event.ask) == SUMMARY and not event.value:
        yield say(view.base, "summary.wrong", f"{view.header.seed}{event.ask}")


SITUATION_STEP = Step(
    name="situation", chapter="pillar", asks_about=situation_asks, draft=situation, reply=_to_situation, left_open=True,
    about_an_answer=True, keys=(SITUATION, UNDERSTOOD),
    needs=("hearing.one", "hearing.two", "hearing.both", "hearing.divided"),
)  # fmt: skip
BETWEEN_STEP = Step(
    name="between", chapter="pillar", asks_about=between_asks, draft=between, reply=_to_between, keys=(BETWEEN, WHERE),
    about_an_answer=True, needs=("ask.between", "ask.where"),
)  # fmt: skip
RECENT_STEP = Step(
    name="recent", chapter="pillar", asks_about=recent_asks, draft=recent, reply=_to_recent, left_open=True,
    needs=("ask.recent",),
)  # fmt: skip
PROBE_STEP = Step(
    name="probe",
    chapter="pillar",
    asks_about=probe_asks,
    draft=probe,
    reply=_to_probe,
    left_open=True,
    needs=("ask.probe",),
)
CLASH_STEP = Step(
    name="clash", chapter="pillar", asks_about=clash_asks, draft=clash, reply=_to_clash, left_open=True,
    needs=("ask.clash", "ask.clash_partly", "ask.clash_department"),
)  # fmt: skip
SUMMARY_STEP = Step(
    name="summary", chapter="pillar", asks=summary_asks, draft=summary, reply=_to_summary, keys=(SUMMARY, CORRECT),
    left_open=True, needs=("ask.summary", "ask.correct"),
)  # fmt: skip
STEPS = (SITUATION_STEP, BETWEEN_STEP, RECENT_STEP, PROBE_STEP, CLASH_STEP, SUMMARY_STEP)
