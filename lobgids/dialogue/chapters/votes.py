"""Chapter 3 with a group: vote on a component, look, talk, vote again where it was split, and agree on a sentence."""

from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.dialogue.chapters import basis, pillars, setup
from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.order import shown_options
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Bar, Option, Say, Tally
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.dialogue.workshop import agenda
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.log.ask_ids import (
    ABSENT,
    AGREED,
    BETWEEN,
    CORRECT,
    COUNT,
    REVEAL,
    ROUNDS,
    SUMMARY,
    TALK,
    name_of,
    round_of,
    subject_of,
)
from lobgids.log.events import Event
from lobgids.school.votes import (
    Spread,
    Vote,
    cast,
    differing,
    is_revealed,
    named_camps,
    of_descriptions,
    revealed,
    spread,
    told,
)
from lobgids.text import capital

AGAIN = "talk.again"
LETTERS = "ABC"


def situation_asks(view: View, component: Component) -> Iterator[str]:
    """The first vote, unless 'conclude now' left it open; a second one if the group wants it after the talk."""
    if not view.state.concluded:
        yield ask_ids.situation(component)
    if view.state.value(ask_ids.of_component(component, TALK)) == AGAIN:
        yield ask_ids.situation(component, 2)


def count_asks(view: View, component: Component) -> Iterator[str]:
    """Whether the votes are right if there are more or fewer of them than people, also of a group; once a round."""
    for number in ROUNDS:
        vote = cast(view, component, number)
        if vote and _is_off(view, vote) and not is_revealed(view, component, number):
            yield ask_ids.of_component(component, COUNT, number)


def _is_off(view: View, vote: Vote) -> bool:
    """Whether there are more or fewer votes than people; of groups only where those who are there were all told."""
    all_told = sum(setup.group_sizes(view).values()) == view.people
    return bool(view.people) and (vote.total != view.people or (all_told and bool(_groups_off(view, vote))))


def reveal_asks(view: View, component: Component) -> Iterator[str]:
    """To show what was voted."""
    yield from (ask_ids.of_component(component, REVEAL, number) for number in ROUNDS if cast(view, component, number))


def talk_asks(view: View, component: Component) -> Iterator[str]:
    """The talk about the first vote."""
    if revealed(view, component):
        yield ask_ids.of_component(component, TALK)


def agreed_asks(view: View, component: Component) -> Iterator[str]:
    """What the group agrees on."""
    if revealed(view, component):
        yield ask_ids.of_component(component, AGREED)


def summary_asks(view: View) -> Iterator[str]:
    """The summary of each pillar that the group voted on; if it is not right, what to correct."""
    for pillar in view.base.pillars:
        if any(view.votes(component) for component in view.components_of(pillar)):
            yield ask_ids.of_pillar(pillar, SUMMARY)
            if view.state.value(ask_ids.of_pillar(pillar, SUMMARY)) is False:
                yield ask_ids.of_pillar(pillar, CORRECT)


def situation(view: View, ask: str) -> Draft:
    """The three descriptions to vote on, and that one does not know."""
    component = _component(view, ask)
    question = pillars.situation(view, ask_ids.situation(component))
    alone = {ask_ids.of_component(component, name) for name in (BETWEEN, ABSENT)}
    options = tuple(option for option in question.options if option.id not in alone)
    return replace(question, kind="votes", options=options, groups=setup.groups(view), tallies=_before(view, ask))


def count(view: View, ask: str) -> Draft:
    """Whether the votes are right, as there are more or fewer of them than people, of all or only by group."""
    component = _component(view, ask)
    vote = cast(view, component, round_of(ask))
    total = vote.total if vote else 0
    name, nth = "ask.count.groups" if total == view.people else "ask.count", _place(view, component)
    question = from_question(view.base, name, nth=nth, counted=str(total), people=str(view.people))
    off = "\n".join(_off_in_words(view, vote)) if vote else ""
    text = f"{off}\n{question.text}" if off else question.text
    return replace(question, text=text, pillar=component.pillar, component=component.number)


def is_far_off(view: View, ask: str) -> bool:
    """Whether this asks if votes are right of which there are more than one too many or too few, also in a group."""
    component = view.component(ask)
    vote = cast(view, component, round_of(ask)) if component and name_of(ask) == COUNT else None
    if vote is None:
        return False
    return any(abs(off) > 1 for off in (vote.total - view.people, *_groups_off(view, vote).values()))


def _groups_off(view: View, vote: Vote) -> dict[str, int]:
    """The groups with another number of votes than people: how many too many, or below 0 too few."""
    sizes, apart = setup.group_sizes(view), vote.of_groups
    return {name: off for name in apart if name in sizes and (off := apart[name].total - sizes[name])}


def _off_in_words(view: View, vote: Vote) -> Iterator[str]:
    """Yield a line for each group with another number of votes than people: both numbers, and how far apart."""
    for name, off in _groups_off(view, vote).items():
        counted, group = vote.of_groups[name].total, capital(setup.group_name(view, name))
        yield phrase(
            view.base, "votes.off.more" if off > 0 else "votes.off.fewer", name,
            group=group, counted=counted, people=counted - off, number=abs(off),
        )  # fmt: skip


def reveal(view: View, ask: str) -> Draft:
    """To show the votes, or to change them."""
    turn = len(ROUNDS) * _place(view, _component(view, ask)) + round_of(ask) - 1
    return _about(view, ask, from_question(view.base, "ask.reveal", nth=turn))


def talk(view: View, ask: str) -> Draft:
    """A question for the talk that fits the spread, and whether to vote again; what fits best comes first."""
    component = _component(view, ask)
    votes = revealed(view, component)
    kind: Spread = spread(component, votes[0]) if votes else "unknown"
    spread_text = _spread_in_words(view, component, votes[0], kind) if votes else ""
    talk_text = phrase(view.base, f"talk.{kind}", _place(view, component), **_camps(view, component, votes))
    question = from_question(view.base, "ask.talk", told=spread_text, question=talk_text)
    again, on = question.options
    options = (again, on) if kind in ("two", "over") else (on, again)
    return replace(
        _about(view, ask, question), options=options, tallies=tallies(view, component), groups=setup.groups(view)
    )


def agreed(view: View, ask: str) -> Draft:
    """A sentence for the minutes: what to say in it fits how the group is spread now."""
    component = _component(view, ask)
    votes = revealed(view, component)
    kind: Spread = spread(component, votes[-1]) if votes else "unknown"
    question = phrase(view.base, f"agreed.{kind}", _place(view, component))
    return replace(
        _about(view, ask, from_question(view.base, "ask.agreed", question=question)),
        tallies=tallies(view, component),
        groups=setup.groups(view),
    )


def tallies(view: View, component: Component) -> tuple[Tally, ...]:
    """The rounds that everybody has seen, as they are drawn: a bar for each option in the order of the question."""
    return tuple(_tally(view, component, number, vote) for number, vote in enumerate(revealed(view, component), 1))


def _tally(view: View, component: Component, number: int, vote: Vote) -> Tally:
    camps = _camp_letters(view, component, vote)
    return Tally(
        round=number, spread=spread(component, vote), bars=_bars(_options(view, component), vote), camps=tuple(camps),
        told=_few_in_words(view, component, vote),
        groups={name: _few_in_words(view, component, apart) for name, apart in vote.of_groups.items()},
    )  # fmt: skip


def in_words(view: View, component: Component, vote: Vote) -> str:
    """The votes as lines, for all together and for each group that was counted apart."""
    bars = _bars(_options(view, component), vote)
    counts = [_counted(view, bar.letter, bar.count) for bar in bars if bar.count is not None]
    lines = counts or [_few_in_words(view, component, vote)]
    for name, apart in vote.of_groups.items():
        chosen = [_counted(view, bar.letter, bar.groups[name]) for bar in bars if bar.groups]
        seen = "; ".join(chosen) or _few_in_words(view, component, apart)
        lines.append(phrase(view.base, "votes.group", name, group=setup.group_name(view, name), votes=seen))
    return "\n".join(f"- {line}" for line in lines)


def _few_in_words(view: View, component: Component, vote: Vote) -> str:
    """How people voted, without a number: they may be too few for one."""
    return phrase(view.base, f"votes.few.{told(component, vote)}", component.id, **_camps(view, component, [vote]))


def apart(view: View, component: Component) -> str:
    """Say in a sentence that the groups see it differently; empty if they do not."""
    letters = letters_of(view, component)
    seen = [
        phrase(
            view.base,
            "votes.seen",
            group,
            group=setup.group_name(view, group),
            letters=view.language.listing(letters[index] for index in sorted(indexes, key=letters.__getitem__)),
        )
        for group, indexes in differing(view, component)
    ]
    return phrase(view.base, "votes.apart", component.id, seen="; ".join(seen)) if seen else ""


def letters_of(view: View, component: Component) -> dict[int, str]:
    """The letter under which each description is shown, by its index in the content."""
    shown = [option.id for option in _options(view, component)]
    return {index: LETTERS[shown.index(description.id)] for index, description in enumerate(component.descriptions)}


def _options(view: View, component: Component) -> tuple[Option, ...]:
    ask = ask_ids.situation(component)
    return shown_options(view, ask, pillars.situation(view, ask))


def _before(view: View, ask: str) -> tuple[Tally, ...]:
    """What the first vote was, at the second one; else empty."""
    return tallies(view, _component(view, ask))[:1] if round_of(ask) > 1 else ()


def _bars(options: tuple[Option, ...], vote: Vote) -> tuple[Bar, ...]:
    """A bar for each option that could be voted for; the last one, that one does not know, has no letter."""
    voted = [option for option in options if option.id in vote.counts]
    groups = vote.groups if vote.has_counted_groups else {}
    return tuple(
        Bar(id=option.id, letter=letter, text=option.text, count=vote.counts[option.id] if vote.is_counted else None,
            groups={name: counts[option.id] for name, counts in groups.items()})
        for option, letter in zip(voted, (*LETTERS, ""), strict=False)
    )  # fmt: skip


def _counted(view: View, letter: str, number: int) -> str:
    name = "votes.line" if letter else "votes.unknown"
    return phrase(view.base, name, letter, letter=letter, count=number)


def _spread_in_words(view: View, component: Component, vote: Vote, kind: Spread) -> str:
    return phrase(view.base, f"spread.{kind}", _place(view, component), **_camps(view, component, [vote]))


def _camps(view: View, component: Component, votes: list[Vote]) -> dict[str, str]:
    """The letters of the camps, as sentences name them."""
    named = _camp_letters(view, component, votes[-1]) if votes else []
    return {
        "all": view.language.listing(named),
        "one": named[0] if named else "",
        "other": named[-1] if named else "",
    }


def _camp_letters(view: View, component: Component, vote: Vote) -> list[str]:
    letters = letters_of(view, component)
    return sorted(letters[index] for index in named_camps(of_descriptions(component, vote.counts)))


def _place(view: View, component: Component) -> int:
    """Where a component comes in a session, from 0: what is asked of each is worded in turn."""
    return agenda.in_order(view).index(component)


def _about(view: View, ask: str, question: Draft) -> Draft:
    component = _component(view, ask)
    return replace(question, pillar=component.pillar, component=component.number)


def _component(view: View, ask: str) -> Component:
    return asked_about((component for component in view.base.components if component.id == subject_of(ask)), ask)


def _to_votes(view: View, event: Event) -> Iterator[Say]:
    """Say that votes are kept, without a word on what they are; and what they are once they are shown."""
    seed, component, number = f"{view.header.seed}{event.ask}", _component(view, event.ask), round_of(event.ask)
    vote = cast(view, component, number)
    if vote is None:
        return
    if event.kind == "voted" and number == 1 and _is_new(view, component, vote):
        yield say(view.base, "votes.pooled" if _is_pooled(view, vote) else "votes.kept", seed, count=vote.total)
    elif event.kind == "revealed":
        name, lines = "votes.again" if number > 1 else "votes.shown", in_words(view, component, vote)
        yield Say(id=name, text=phrase(view.base, name, _place(view, component), votes=lines))
        if difference := apart(view, component):
            yield Say(id="votes.apart", text=difference)


def _is_pooled(view: View, vote: Vote) -> bool:
    """Whether groups vote, and these votes were given for all together."""
    return bool(setup.groups(view)) and not vote.groups


def _is_new(view: View, component: Component, vote: Vote) -> bool:
    """Whether votes were kept in this way for no other component yet: how they are kept is told once."""
    others = (cast(view, other, 1) for other in view.base.components if other is not component)
    return all(other is None or _is_pooled(view, other) != _is_pooled(view, vote) for other in others)


def _to_agreed(view: View, event: Event) -> Iterator[Say]:
    """Say that the sentence is kept, at the first one."""
    if event.value and sum(name_of(ask) == AGREED for ask in view.state.answers) == 1:
        yield say(view.base, "agreed.kept", f"{view.header.seed}{event.ask}")


SITUATION_STEP = Step(
    name="situation", chapter="pillar", asks_about=situation_asks, draft=situation, reply=_to_votes,
    about_an_answer=True,  # 'conclude now' leaves the first vote open, never a second one
)  # fmt: skip
COUNT_STEP = Step(
    name="count",
    chapter="pillar",
    asks_about=count_asks,
    draft=count,
    about_an_answer=True,
    needs=("ask.count", "ask.count.groups"),
)
REVEAL_STEP = Step(
    name="reveal", chapter="pillar", asks_about=reveal_asks, draft=reveal, reply=_to_votes, about_an_answer=True,
    needs=("ask.reveal",),
)  # fmt: skip
TALK_STEP = Step(
    name="talk", chapter="pillar", asks_about=talk_asks, draft=talk, about_an_answer=True, needs=("ask.talk",)
)
AGREED_STEP = Step(
    name="agreed", chapter="pillar", asks_about=agreed_asks, draft=agreed, reply=_to_agreed, about_an_answer=True,
    needs=("ask.agreed",),
)  # fmt: skip
SUMMARY_STEP = pillars.SUMMARY_STEP._replace(asks=summary_asks)
STEPS = (SITUATION_STEP, COUNT_STEP, REVEAL_STEP, TALK_STEP, AGREED_STEP, basis.GROUP_STEP, SUMMARY_STEP)
