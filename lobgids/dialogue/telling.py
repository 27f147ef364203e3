"""What the guide says without being asked: at a new chapter, pillar or component, at the picture, on the roles."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from lobgids.advice.conclusions import RoleAdvice
from lobgids.advice.decision import FOR_ANY_CHOICE
from lobgids.advice.roles import is_open, none_open
from lobgids.dialogue.chapters import placing, who
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Ask, Say
from lobgids.dialogue.retelling import clause, in_list, tells_enough, typed, where_of
from lobgids.dialogue.view import View
from lobgids.dialogue.workshop import groups
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.roles import Role
from lobgids.kb.schema.school import Component, Description, Model
from lobgids.log.ask_ids import (
    ALSO,
    ASSIGNMENT,
    BETWEEN,
    GO_ON,
    KEEP_EDIT,
    LISTS,
    OWN_ACTIONS,
    PICTURE,
    PICTURE_AGAIN,
    PLACED,
    SCHOOL_NAME,
    answered_at,
    case_of_words,
    clash,
    evaluation,
    is_named,
    name_of,
    situation,
    subject_of,
    understood,
)
from lobgids.school import evidence, naming, sayings, stage, strengths
from lobgids.school.explain import would_change
from lobgids.school.roles import MODELS, parts_in, titled
from lobgids.text import capital

MOST_NAMED = 3
"""How many answers the picture names as those that would change it, and how many of each side where none leads."""

MOST_SAID = 3
"""How often the guide says a sentence in a conversation."""

OFTEN = 2
"""Of so many components one says that they differ by year before the picture tells it."""

MOST_TASKS = 2
"""How many tasks of a role are named in a line."""

MOST_STRENGTHS = 2
"""How many of a model's strengths the picture names, so that a turn stays short."""


def new_chapter(view: View, before: Ask | None, ask: Ask) -> Iterator[Say]:
    """What is said if a chapter begins."""
    seed = f"{view.header.seed}{ask.id}"
    if not begins_chapter(before, ask):
        return
    if view.base.says(f"open.{ask.chapter}"):
        yield say(view.base, f"open.{ask.chapter}", seed)
    if ask.chapter == "closing" and view.is_short:
        yield from to_take_along(view)
    if ask.chapter == "ambition" and not naming.has_picture(view):
        yield ways(view)
    wished = [component.name for component in view.base.components if view.wished(component)]
    if ask.chapter == "ambition" and wished:
        yield say(view.base, "ambition.wishes", seed, components="; ".join(wished))


def what_was_asked(view: View) -> Iterator[Say]:
    """The assignment in one's own words, where it is about to be used; nothing if they say that there is none."""
    words = typed(view, ASSIGNMENT)
    if words and not sayings.is_whole(view.base, "none", words):
        yield say(view.base, "assignment.used", view.header.seed, quote=words)


def to_take_along(view: View) -> Iterator[Say]:
    """A question of each level to see whether the first action works, where none were asked to choose from."""
    levels = view.conclusions.evaluation
    first = next((item.action for item in view.conclusions.plan if item.kind not in FOR_ANY_CHOICE), "")
    asked = [next((one.text for one in questions if one.action == first), "") for questions in levels.values()]
    is_chosen = any(view.is_answered(evaluation(level)) for level in levels)
    if lines := "" if is_chosen else "\n".join(f"- {text}" for text in asked if text):
        yield say(view.base, "evaluation.take", view.header.seed, lines=lines)


def begins_chapter(before: Ask | None, ask: Ask) -> bool:
    """Whether an ask is the first one of a chapter."""
    return before is None or before.chapter != ask.chapter


def new_pillar(view: View, before: Ask | None, ask: Ask) -> Iterator[Say]:
    """The introduction of the pillar that begins; who comes back to it sees its name over the component."""
    if _turns_to_pillar(before, ask) and not _is_again(view, ask):
        pillar = view.base.pillar(ask.pillar)
        introduction = say(view.base, "open.of_pillar", view.header.seed, introduction=pillar.introduction)
        yield replace(introduction, heading=pillar.name)


def _turns_to_pillar(before: Ask | None, ask: Ask) -> bool:
    is_new = before is None or before.pillar != ask.pillar
    return is_new and bool(ask.pillar) and ask.chapter == "pillar"


def _is_again(view: View, ask: Ask) -> bool:
    """Whether something was told of the pillar before."""
    again = placing.to_place(view)
    return any(
        view.described(component) or placing.is_heard(view, component) or component in again
        for component in view.components_of(view.base.pillar(ask.pillar))
    )


def new_component(view: View, before: Ask | None, ask: Ask) -> Iterator[Say]:
    """The introduction of the component that begins."""
    if not begins_component(before, ask):
        return
    component = view.base.component(ask.component)
    comes_back = _turns_to_pillar(before, ask) and _is_again(view, ask)
    heading = view.base.pillar(ask.pillar).name if comes_back else ""
    introduction = Say(id=f"{component.id}.introduction", text=component.introduction)
    yield replace(placing.again(view, ask) or introduction, heading=heading)


def begins_component(before: Ask | None, ask: Ask) -> bool:
    """Whether an ask is the first one about a component."""
    is_new = before is None or before.component != ask.component
    return is_new and bool(ask.component) and ask.id == situation(subject_of(ask.id))


def picture(view: View) -> Iterator[Say]:
    """The conclusion so far, as it is told to a group: all of it at once."""
    yield from works(view)
    yield from story(view)
    yield from open_ends(view)


def works(view: View) -> Iterator[Say]:
    """What works here, before anything else of the picture."""
    seed = view.header.seed
    if not view.known:
        yield say(view.base, "picture.nothing", seed)
        return
    if naming.has_picture(view):
        yield say(view.base, "picture.intro.group" if view.taken_in else "picture.intro", seed)
    if working := strengths.what_works(view):
        # One's own words come with the story: beside what works they may be a complaint.
        lines = "\n".join(f"- {strength_of(view, description)}" for description in working)
        yield say(view.base, "picture.works", seed, strengths=lines)


def strength_of(view: View, description: Description) -> str:
    """What is good about an answer; to a decaan alone as it is said to the decaan."""
    is_alone = view.manner.speaker == "decaan"
    return (is_alone and description.your_strength) or description.strength


def story(view: View) -> Iterator[Say]:
    """The three ways to do LOB, which of them the school is most like and how sure that is, and where it differs."""
    if not view.known:
        return
    if not naming.has_picture(view):
        yield conclusion(view)
        yield from _known(view)
        return
    yield ways(view)
    yield conclusion(view)
    if _is_open(view) and naming.is_about_few(view):
        yield from _known(view)
    yield from _differs(view)
    yield from _apart(view)
    yield from (Say(id="picture.apart", text=sentence) for sentence in groups.sentences(view))


def _has_reservation(view: View) -> bool:
    """Whether one recognises the picture for a part or with a reservation: schools like it may be just what it is not.

    Not in documents of earlier versions, which told of them.
    """
    asked = naming.recognised_at(view)
    is_partly = view.state.value(asked) == naming.PARTLY or sayings.keeps_back(
        view.base, sayings.said_with(view, asked)
    )
    return view.header.shows_sentences and is_partly


def open_ends(view: View) -> Iterator[Say]:
    """What often makes such schools strong, what was not seen, what goes ill together, and what could change it."""
    if not view.known:
        return
    if not _has_reservation(view) and naming.has_picture(view) and (often := strengths.of_stage(view)[:MOST_STRENGTHS]):
        text = " ".join(item.text for item in often)
        yield say(view.base, "picture.strengths", view.header.seed, strengths=text)
    yield from _marks(view)
    if naming.has_picture(view):
        yield from _changing(view)
    yield from _left(view)


def turn_of_picture(view: View, before: Ask | None, ask: Ask) -> Iterator[Say]:
    """A part of the picture before each of its questions: what works, the story, and what could change it.

    Where the chapter begins further on, what was to be told before is told too.
    """
    if ask.chapter != "picture" or ask.id == KEEP_EDIT:
        return
    if begins_chapter(before, ask):
        yield from works(view)
    # Where it is too early for a picture, that is said behind what goes well.
    is_behind_also = before is not None and before.id == ALSO and not naming.has_picture(view)
    if ask.id in (PICTURE, PICTURE_AGAIN) or is_behind_also or (begins_chapter(before, ask) and ask.id != ALSO):
        yield from story(view)
    if ask.id in (GO_ON, PICTURE_AGAIN):
        yield from open_ends(view)


def ways(view: View) -> Say:
    """The three ways in which schools do LOB, in everyday words, before any of them is named."""
    lines = "\n".join(f"- {model.everyday}" for model in view.base.models)
    return say(view.base, "picture.ways", view.header.seed, ways=lines)


def _left(view: View) -> Iterator[Say]:
    """What no description says, in one's own words, and what nothing is known about yet."""
    seed, left = view.header.seed, [component for component in view.base.components if not view.is_told(component)]
    own = [component for component in left if view.is_absent(component) or sayings.in_own_words(view, component)]
    own += [component for component in view.known if _is_apart_in_words(view, component)]
    if lines := "\n".join(f"- {in_list(view, component)}" for component in own):
        yield say(view.base, "picture.own", seed, lines=lines)
    left = [component for component in left if not tells_enough(view, component)]
    unasked = [one.name for one in left if view.is_answered(situation(one)) or not view.is_shared_out(one)]
    if left and naming.has_picture(view):
        yield Say(id="picture.left", text=_first_picture(view, left))
    elif unasked:
        yield say(view.base, "picture.find_out", seed, components="; ".join(unasked))


def _is_apart_in_words(view: View, component: Component) -> bool:
    """Whether one told in own words what is as in another school than the leading one."""
    is_other = bool(view.dominant) and not _is_like(view, component, view.dominant or 0)
    return is_other and not view.is_between(component) and bool(sayings.in_own_words(view, component))


def _first_picture(view: View, left: Sequence[Component]) -> str:
    """That it is a first picture: of how much was not asked, apart from what was asked and is not known."""
    base, seed = view.base, view.header.seed
    unknown = [one.name for one in left if view.is_answered(situation(one))]
    sentences = [phrase(base, "picture.first", seed)]
    if count := len([one for one in left if not view.is_answered(situation(one)) and not view.is_shared_out(one)]):
        sentences.append(phrase(base, "picture.left", seed, count=count))
    if unknown:
        sentences.append(phrase(base, "picture.unknown", seed, components="; ".join(unknown)))
    return " ".join(sentences)


def named_model(view: View) -> Model | None:
    """The model that may be named as leading; None if none may."""
    return view.base.model(view.dominant) if view.dominant else None


def conclusion(view: View) -> Say:
    """Which model leads, and how sure that is; or that it cannot be said, and between which two."""
    seed = view.header.seed
    if model := named_model(view):
        return _leads(view, model)
    if not naming.has_picture(view):
        return say(view.base, "picture.few", seed)
    if apart := naming.seen_and_heard(view):
        seen, heard = (_name(view, number) for number in apart)
        return say(view.base, "picture.seen_and_heard", seed, seen=seen, heard=heard)
    if two := naming.stands_between(view):
        first, second = (_name(view, number) for number in two)
        name = "picture.divided" if naming.is_divided(view) else "picture.between"
        return say(view.base, name, seed, one=first, other=second)
    if naming.is_about_few(view):
        counts = {"answered": len(view.known), "total": len(view.base.components)}
        return say(view.base, "picture.open_few", seed, **counts)
    return say(view.base, "picture.open", seed)


def _is_open(view: View) -> bool:
    """Whether it cannot even be said between which two models the school stands."""
    return view.dominant is None and naming.stands_between(view) is None


def _known(view: View) -> Iterator[Say]:
    """How it goes in each pillar with answers, a line for each; not what was just told as working."""
    working = {description.id for description in strengths.what_works(view)}
    left = [one for one in view.known if working.isdisjoint(description.id for description in view.chosen(one))]
    first = {component.pillar: component for component in reversed(left)}
    if lines := "\n".join(f"- {in_list(view, first[one.id])}" for one in view.base.pillars if one.id in first):
        yield say(view.base, "picture.known", view.header.seed, lines=lines)


def _leads(view: View, model: Model) -> Say:
    """The model that leads; with how many components were answered if few, and with the next model if that is near."""
    seed = view.header.seed
    certainty = phrase(view.base, f"certainty.{view.certainty}", seed)
    fill = {"certainty": certainty, "model": model.name, "told": model.characterisation[0].text}
    if naming.is_about_few(view):
        counts = {"answered": len(view.known), "total": len(view.base.components)}
        return say(view.base, "picture.leads_partly", seed, **counts, **fill)
    two = evidence.two_most_probable(view.leading) if view.certainty == "seems" else None
    if two:
        other = next(number for number in two if number != model.model)
        return say(view.base, "picture.leads_narrowly", seed, other=_name(view, other), **fill)
    return say(view.base, "picture.leads", seed, **fill)


def _name(view: View, number: int) -> str:
    return view.base.model(number).name


def _differs(view: View) -> Iterator[Say]:
    """Where it goes as in another school than the leading one; if none leads, what is like each of the two."""
    if view.dominant:
        others, name, most = [number for number in MODELS if number != view.dominant], "picture.departs", None
    else:
        others, name, most = list(naming.stands_between(view) or ()), "picture.side", MOST_NAMED
    for number in others:
        like = [component for component in view.base.components if _is_like(view, component, number)]
        # What one told oneself is not said to be as elsewhere: it stands with what also belongs to the story.
        like = [component for component in like if not view.dominant or not sayings.in_own_words(view, component)]
        if lines := "\n".join(f"- {in_list(view, component)}" for component in like[:most]):
            yield say(view.base, f"{name}.m{number}", view.header.seed, lines=lines)
    split = [component for component in view.known if view.is_between(component) and _departs(view, component)]
    if view.dominant and split:
        lines = "\n".join(f"- {in_list(view, component)}" for component in split)
        yield say(view.base, "picture.departs.between", view.header.seed, lines=lines)


def _apart(view: View) -> Iterator[Say]:
    """That it goes differently by year or department, once it was said of several components."""
    if view.track.answering.is_vote:
        return
    told = Counter(where_of(view, component) for component in view.known if view.is_between(component))
    for where, number in told.most_common(1):
        if number >= OFTEN and view.base.says(f"picture.where.{where}"):
            yield say(view.base, f"picture.where.{where}", view.header.seed, count=number)


def _is_like(view: View, component: Component, number: int) -> bool:
    """Whether a component is as in the school of this model, and in no other one."""
    return {description.model for description in view.chosen(component)} == {number}


def _departs(view: View, component: Component) -> bool:
    return view.dominant not in {description.model for description in view.chosen(component)}


def _marks(view: View) -> Iterator[Say]:
    seed = view.header.seed
    if unseen := [in_list(view, component) for component in view.base.components if view.is_unseen(component)]:
        yield say(view.base, "picture.unseen", seed, lines="\n".join(f"- {line}" for line in unseen))
    clashes = [pair for pair in sayings.plain_clashes(view) if not _was_asked(view, *pair)]
    for number, (first, second) in enumerate(clashes):
        name = "picture.clash_partly" if view.is_partly(first, second) else "picture.clash"
        yield say(view.base, name, number, one=clause(view, first), other=clause(view, second))


def _was_asked(view: View, first: Description, second: Description) -> bool:
    """Whether it was asked how two answers go together: then it was said that this is a question to take along."""
    return view.is_answered(clash(subject_of(second.id), subject_of(first.id)))


def _changing(view: View) -> Iterator[Say]:
    """The single answers that would change which model leads, if one does."""
    seed = view.header.seed
    if view.dominant is None:
        return
    numbers = dict.fromkeys(item.component for item in would_change(view))
    changing = [view.base.component(number) for number in numbers][:MOST_NAMED]
    if not changing:
        if not naming.is_denied(view):  # who sees it otherwise is not argued with
            yield say(view.base, "picture.firm", seed)
        return
    lines = "\n".join(f"- {in_list(view, component)}" for component in changing)
    names = "; ".join(component.name for component in changing)
    yield say(view.base, "picture.would_change", seed, lines=lines, components=names)


def advice(view: View) -> Iterator[Say]:
    """Role by role: what the role is, forms of learning, a first step; the rest is in the result."""
    seed = view.header.seed
    if view.start is None:
        yield _no_step(view)
        return
    for role in view.conclusions.roles:
        if role_text := _part(view, role):
            yield replace(say(view.base, "advice.role", seed, present=role_text), heading=capital(role.name))
        if role.forms:
            learn = "\n".join(f"- {form.text}" for form in role.forms[:MOST_NAMED])
            yield say(view.base, "advice.learn", seed, learn=learn)
        if role.first_step:
            yield Say(id=f"advice.step.{role.role}", text=role.first_step)
    chosen = {role.id for role in who.chosen(view)}
    done = none_open(view.conclusions.roles)
    yield from (Say(id=f"advice.look.{role.role}", text=_to_look(view, role)) for role in done if role.role in chosen)
    if names := [role.name for role in done if role.role not in chosen]:
        yield say(view.base, "step.none_open", seed, roles=view.language.listing(names))


def _to_look(view: View, role: RoleAdvice) -> str:
    """What one can do with a role that one chose and that has nothing left to begin with."""
    return phrase(view.base, f"step.look.{role.role}", view.header.seed)


def _part(view: View, advice: RoleAdvice) -> str:
    """The part of a role in its stage or on the way there; empty where it has nothing to do in any of these."""
    stages = stage.way_to(view, stage.of_roles(view)) or (view.start,)
    role = next(role for role in view.base.roles if role.id == advice.role)
    parts = [part for number in stages for part in parts_in(role, number) if part.tasks]
    return "\n".join(titled(role, part) for part in parts)


def _no_step(view: View) -> Say:
    """Why nothing is said of who can do what: it is seen otherwise than the answers say, or nothing leads."""
    return say(view.base, "step.denied" if naming.is_denied(view) else "step.unknown", view.header.seed)


def first_steps(view: View, roles: Iterable[Role]) -> Iterator[Say]:
    """All that the short form says of the roles that one chose: what each can do of what is open, and a first step."""
    seed, chosen = view.header.seed, {role.id for role in roles}
    if view.start is None:
        yield _no_step(view)
        return
    advised = [role for role in view.conclusions.roles if role.role in chosen]
    done = none_open(advised)
    told = [_in_short(view, role) for role in advised if role.first_step] + [_to_look(view, role) for role in done]
    if lines := "\n".join(f"- {line}" for line in told):
        yield say(view.base, "advice.each", seed, lines=lines)


def _in_short(view: View, role: RoleAdvice) -> str:
    """A role in a line: a few of its open tasks, if any are known, and how to begin."""
    named = "; ".join([task.short for task in role.tasks if is_open(task)][:MOST_TASKS])
    if not named:
        return role.first_step
    name = capital(view.language.gettext("jij") if role.role == view.manner.speaker else role.name)
    seed = view.header.seed + role.role
    return phrase(view.base, "advice.of_role", seed, role=name, tasks=named, step=role.first_step)


def after_skip(view: View, ask: Ask, *, finds_out: bool) -> Iterator[Say]:
    """Say that not knowing is an outcome, and whether it is kept as something to find out; not for ever."""
    if own_reply := view.track.skipped(view, ask):
        yield own_reply
        return
    if answered_at(ask.id) in LISTS and view.is_answered(OWN_ACTIONS):
        yield say(view.base, "plan.enough", f"{view.header.seed}{ask.id}")
        return
    if name_of(ask.id) == PLACED:
        yield say(view.base, "placed.left", view.header.seed)
        return
    if ask.id in (SCHOOL_NAME, understood(SCHOOL_NAME)):
        yield say(view.base, "skip.school", view.header.seed)
        return
    component = view.component(ask.id) if is_named(ask.id, BETWEEN) else None
    has_words = any(note.own_words and note.ask == answered_at(ask.id) for note in view.state.notes)
    if has_words or (component and sayings.own_words(view, component)):
        yield say(view.base, "skip.with_words", f"{view.header.seed}{ask.id}")
        return
    if case_of_words(ask.id):  # the ways to act follow, which is what one skips to
        return
    name = "skip.find_out" if finds_out else "skip.plain"
    number = sum(given.skipped for given in view.state.answers.values()) - 1
    if number < MOST_SAID * len(view.base.phrase(name).variants):
        yield say(view.base, name, max(number, 0))
