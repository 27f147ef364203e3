"""Chapter 3: for each component the situation, a probe if it can change something; a summary of each pillar."""

from collections.abc import Iterator

from lobgids.dialogue.draft import Draft, asked_about, find_question, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import AskKind, Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.school import Component, Pillar, Probe
from lobgids.log import ask_ids
from lobgids.log.ask_ids import BETWEEN, CORRECT, RECENT, SUMMARY, WHERE, name_of, subject_of
from lobgids.log.events import Event
from lobgids.school import evidence

DEPARTMENT = "where.department"
BOTH, EARLIER, LATER = "clash.both", "clash.earlier", "clash.later"


def situation_asks(_view: View, component: Component) -> Iterator[str]:
    """The question with the three descriptions."""
    yield ask_ids.situation(component)


def between_asks(view: View, component: Component) -> Iterator[str]:
    """Which descriptions it is in between of, if that was said, and where it varies."""
    if view.state.value(ask_ids.situation(component)) == ask_ids.of_component(component, BETWEEN):
        yield ask_ids.of_component(component, BETWEEN)
    if len(view.described(component)) > 1:
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
        question = from_question(view.base, "ask.where")
        return _of(component, "multi", question.text, question.options, why=question.why)
    options = tuple(Option(id=description.id, text=description.text) for description in component.descriptions)
    text = from_question(view.base, "ask.between").text
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
    return _of(component, "choice", entry.question, options, why=why, mixed=True)


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
    question = from_question(view.base, question_id, earlier=earlier.heard, later=later.heard, because=because)
    options = tuple(Option(id=option.id, text=option.text) for option in find_question(view.base, "ask.clash").options)
    return _of(component, "choice", question.text, options, why=question.why)


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
    question = from_question(view.base, "ask.summary", pillar=pillar.within, heard=heard_in(view, pillar))
    return Draft(kind="confirm", text=question.text, options=question.options, why=question.why,
                 in_other_words=question.in_other_words, pillar=pillar.id)  # fmt: skip


def heard_in(view: View, pillar: Pillar) -> str:
    """A line for each component of a pillar: what was said of it; with a group of those that it voted on."""
    is_vote = view.track.answering.is_vote
    components = (component for component in view.components_of(pillar) if view.is_told(component) or not is_vote)
    return "\n".join(f"- {heard(view, component)}" for component in components)


def heard(view: View, component: Component) -> str:
    """What was said of a component, with one's own words; with a group the sentence that it agreed on."""
    has_words = view.chosen(component) or view.track.answering.is_vote
    quote = view.quote(component) if has_words else ""
    words = phrase(view.base, "heard.quote", f"{view.header.seed}{component.id}", quote=quote) if quote else ""
    return f"{told(view, component)} {words}".rstrip()


def told(view: View, component: Component) -> str:
    """What was said of a component, in a sentence without a model."""
    seed, chosen = f"{view.header.seed}{component.id}", view.chosen(component)
    if len(chosen) == 1:
        return phrase(view.base, "heard.one", seed, name=component.name, heard=chosen[0].heard)
    if chosen:
        return phrase(view.base, "heard.between", seed, name=component.name)
    return not_known(view, component)


def not_known(view: View, component: Component) -> str:
    """Say that one does not know or only wishes it, or that it was not talked about."""
    is_asked = view.is_answered(ask_ids.situation(component))
    name = "heard.wished" if view.wished(component) else "heard.unknown" if is_asked else "heard.not_asked"
    return phrase(view.base, name, f"{view.header.seed}{component.id}", name=component.name)


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
    """Say what was heard, if that is one description."""
    component = component_of(view, event.ask)
    seed = f"{view.header.seed}{event.ask}"
    chosen, quote = view.chosen(component), view.quote(component)
    if len(chosen) == 1 and quote:
        yield say(view.base, "heard.with_quote", seed, heard=chosen[0].heard, quote=quote)
    elif len(chosen) == 1:
        yield say(view.base, "heard.back", seed, heard=chosen[0].heard)


def _to_recent(view: View, event: Event) -> Iterator[Say]:
    """Say that nothing of it was seen in practice yet."""
    if view.is_unseen(component_of(view, event.ask)):
        yield say(view.base, "recent.unseen", f"{view.header.seed}{event.ask}")


def _to_clash(view: View, event: Event) -> Iterator[Say]:
    """Say that both answers are kept."""
    if event.value == BOTH:
        yield say(view.base, "clash.kept", f"{view.header.seed}{event.ask}")


def _to_summary(view: View, event: Event) -> Iterator[Say]:
    """Say what follows if the summary is right, and if it is not."""
    if name_of(event.ask) == SUMMARY:
        yield say(view.base, "summary.right" if event.value else "summary.wrong", f"{view.header.seed}{event.ask}")


SITUATION_STEP = Step(
    name="situation", chapter="pillar", asks_about=situation_asks, draft=situation, reply=_to_situation, left_open=True,
    about_an_answer=True,
)  # fmt: skip
BETWEEN_STEP = Step(
    name="between", chapter="pillar", asks_about=between_asks, draft=between, keys=(BETWEEN, WHERE),
    about_an_answer=True, needs=("ask.between", "ask.where"),
)  # fmt: skip
RECENT_STEP = Step(
    name="recent", chapter="pillar", asks_about=recent_asks, draft=recent, reply=_to_recent, left_open=True,
    needs=("ask.recent",),
)  # fmt: skip
PROBE_STEP = Step(
    name="probe", chapter="pillar", asks_about=probe_asks, draft=probe, left_open=True, needs=("ask.probe",)
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
