"""What the guide says without being asked: at a new chapter, pillar or component, at the picture, on the roles."""

from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.advice.conclusions import RoleAdvice
from lobgids.advice.roles import is_open, none_open
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Ask, Say
from lobgids.dialogue.view import View
from lobgids.dialogue.workshop import groups
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.school import Component, Description, Model
from lobgids.log.ask_ids import ASSIGNED, UNKNOWN, situation, subject_of
from lobgids.school import evidence, naming, strengths
from lobgids.school.explain import why, would_change
from lobgids.text import capital

MOST_NAMED = 3
"""How many answers the picture names as weighing most, and how many as changing it."""

MOST_TASKS = 2
"""How many tasks of a role are named in a line."""

MOST_STRENGTHS = 2
"""How many of a model's strengths the picture names, so that a turn stays short."""


def new_chapter(view: View, before: Ask | None, ask: Ask) -> Iterator[Say]:
    """What is said if a chapter begins."""
    seed = f"{view.header.seed}{ask.id}"
    if not begins_chapter(before, ask):
        return
    if ask.chapter == "picture":
        yield from picture(view)
    elif view.base.says(f"open.{ask.chapter}"):
        yield say(view.base, f"open.{ask.chapter}", seed)
    if ask.chapter == "ambition" and not naming.has_picture(view):
        yield ways(view)
    wished = [component.name for component in view.base.components if view.wished(component)]
    if ask.chapter == "ambition" and wished:
        yield say(view.base, "ambition.wishes", seed, components="; ".join(wished))


def begins_chapter(before: Ask | None, ask: Ask) -> bool:
    """Whether an ask is the first one of a chapter."""
    return before is None or before.chapter != ask.chapter


def new_pillar(view: View, before: Ask | None, ask: Ask) -> Iterator[Say]:
    """The introduction of the pillar that begins, or a few words if one comes back to it."""
    is_new = before is None or before.pillar != ask.pillar
    if not (is_new and ask.pillar and ask.chapter == "pillar"):
        return
    seed, pillar = f"{view.header.seed}{ask.id}", view.base.pillar(ask.pillar)
    if any(view.described(component) for component in view.components_of(pillar)):
        introduction = say(view.base, "open.pillar_again", seed, pillar=pillar.within)
    else:
        introduction = say(view.base, "open.of_pillar", seed, introduction=pillar.introduction)
    yield replace(introduction, heading=pillar.name)


def new_component(view: View, before: Ask | None, ask: Ask) -> Iterator[Say]:
    """The introduction of the component that begins."""
    if begins_component(before, ask):
        component = view.base.component(ask.component)
        yield Say(id=f"{component.id}.introduction", text=component.introduction)


def begins_component(before: Ask | None, ask: Ask) -> bool:
    """Whether an ask is the first one about a component."""
    is_new = before is None or before.component != ask.component
    return is_new and bool(ask.component) and ask.id == situation(subject_of(ask.id))


def picture(view: View) -> Iterator[Say]:
    """The conclusion so far: what works first, then what leads and how sure, where it differs, what could change it."""
    seed = view.header.seed
    if not view.known:
        yield say(view.base, "picture.nothing", seed)
        return
    if naming.has_picture(view):
        yield say(view.base, "picture.intro", seed)
    if works := what_works(view):
        lines = "\n".join(f"- {description.strength}" for description in works)
        yield say(view.base, "picture.works", seed, strengths=lines)
    if not naming.has_picture(view):
        yield conclusion(view)
        yield from _marks(view)
        yield from _left(view)
        return
    yield ways(view)
    yield conclusion(view)
    if often := strengths.of_stage(view)[:MOST_STRENGTHS]:
        yield say(view.base, "picture.strengths", seed, strengths=" ".join(item.text for item in often))
    yield from _profile(view)
    yield from (Say(id="picture.apart", text=sentence) for sentence in groups.sentences(view))
    yield from _marks(view)
    yield from _weights(view)
    yield from _left(view)


def ways(view: View) -> Say:
    """The three ways in which schools do LOB, in everyday words, before any of them is named."""
    lines = "\n".join(f"- {model.everyday}" for model in view.base.models)
    return say(view.base, "picture.ways", view.header.seed, ways=lines)


def _left(view: View) -> Iterator[Say]:
    """What nothing is known about yet."""
    if left := [component.name for component in view.base.components if not view.is_told(component)]:
        name = "picture.left" if naming.has_picture(view) else "picture.find_out"
        yield say(view.base, name, view.header.seed, components="; ".join(left))


def what_works(view: View, *, of_each_pillar: bool = False) -> list[Description]:
    """What was seen happening and has a strength: first what one saw oneself.

    `of_each_pillar`: first one of each pillar, and of these first the pillars that the assignment is about.
    """
    seen = [component for component in view.known if view.is_seen(component) and not view.is_between(component)]
    ranked = sorted(seen, key=lambda component: ("lessons" not in view.bases(component), component.number))
    strong = [component for component in ranked if view.chosen(component)[0].strength]
    if of_each_pillar:
        strong = _spread(view, strong)
    return [view.chosen(component)[0] for component in strong[:MOST_NAMED]]


def _spread(view: View, components: list[Component]) -> list[Component]:
    """These components, the first of each pillar before the second ones; what the assignment is about comes first."""
    of_pillar = {pillar.id: [one for one in components if one.pillar == pillar.id] for pillar in view.base.pillars}
    about = view.ids(ASSIGNED)
    ranked = sorted(components, key=lambda one: f"about.{one.pillar}" not in about)
    return sorted(ranked, key=lambda one: of_pillar[one.pillar].index(one))


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
    return say(view.base, "picture.open", seed)


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


def _profile(view: View) -> Iterator[Say]:
    """Pillar by pillar which model each answered component fits, and where that departs from the leading one."""
    for pillar in view.base.pillars:
        answered = [component for component in view.components_of(pillar) if view.chosen(component)]
        if lines := "\n".join(f"- {_fits(view, component)}" for component in answered):
            yield replace(say(view.base, "picture.pillar", view.header.seed, lines=lines), heading=pillar.name)


def _fits(view: View, component: Component) -> str:
    seed = view.header.seed + component.id
    models = {description.model for description in view.chosen(component)}
    names = view.language.listing(model.name for model in view.base.models if model.model in models)
    departs = view.dominant is not None and view.dominant not in models
    return phrase(view.base, "picture.departs" if departs else "picture.fits", seed, name=component.name, models=names)


def _marks(view: View) -> Iterator[Say]:
    seed = view.header.seed
    if unseen := [component.name for component in view.base.components if view.is_unseen(component)]:
        yield say(view.base, "picture.unseen", seed, components="; ".join(unseen))
    for first, second in view.clashes():
        name = "picture.clash_partly" if view.is_partly(first, second) else "picture.clash"
        yield say(view.base, name, seed, one=first.heard, other=second.heard)


def _weights(view: View) -> Iterator[Say]:
    seed = view.header.seed
    if view.dominant is None:
        return
    names = {component.number: component.name for component in view.base.components}
    known = {component.number for component in view.known}
    heavy = [names[item.component] for item in why(view) if item.weight > 0 and item.component in known][:MOST_NAMED]
    if heavy:
        yield say(view.base, "picture.why", seed, components="; ".join(heavy))
    changing = list(dict.fromkeys(names[item.component] for item in would_change(view)))
    if changing:
        yield say(view.base, "picture.would_change", seed, components="; ".join(changing[:MOST_NAMED]))
    else:
        yield say(view.base, "picture.firm", seed)


def advice(view: View) -> Iterator[Say]:
    """Role by role: what the role is, forms of learning, a first step; the rest is in the result."""
    seed = view.header.seed
    if view.dominant is None:
        yield say(view.base, "step.unknown", seed)
        return
    for role in view.conclusions.roles:
        if role_text := "\n".join(role.way) or role.present:
            yield replace(say(view.base, "advice.role", seed, present=role_text), heading=capital(role.name))
        if role.forms:
            learn = "\n".join(f"- {form.text}" for form in role.forms[:MOST_NAMED])
            yield say(view.base, "advice.learn", seed, learn=learn)
        if role.first_step:
            yield Say(id=f"advice.step.{role.role}", text=role.first_step)
    if names := [role.name for role in none_open(view.conclusions.roles)]:
        yield say(view.base, "step.none_open", seed, roles=view.language.listing(names))


def each_role(view: View) -> Iterator[Say]:
    """All that the short form says of the roles: what each can do of what is open, in short, and a first step."""
    seed, roles = view.header.seed, view.conclusions.roles
    if view.dominant is None:
        yield say(view.base, "step.unknown", seed)
        return
    if lines := "\n".join(f"- {_in_short(view, role)}" for role in roles if role.first_step):
        yield say(view.base, "advice.each", seed, lines=lines)
    if names := [role.name for role in none_open(roles)]:
        yield say(view.base, "step.none_open", seed, roles=view.language.listing(names))


def _in_short(view: View, role: RoleAdvice) -> str:
    """A role in a line: a few of its open tasks, if any are known, and how to begin."""
    named = "; ".join([task.short for task in role.tasks if is_open(task)][:MOST_TASKS])
    if not named:
        return role.first_step
    name = capital(view.language.gettext("jij") if role.role == view.manner.speaker else role.name)
    seed = view.header.seed + role.role
    return phrase(view.base, "advice.of_role", seed, role=name, tasks=named, step=role.first_step)


def after_skip(view: View, ask: Ask, *, finds_out: bool) -> Say:
    """Say that not knowing is an outcome, and whether it is kept as something to find out."""
    if own_reply := view.track.skipped(view, ask):
        return own_reply
    name = "skip.find_out" if finds_out else "skip.plain"
    return say(view.base, name, f"{view.header.seed}{ask.id}{UNKNOWN}")
