"""What the guide says of its own accord: at a new chapter, pillar or component, and at the picture."""

from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.dialogue import groups, guiding
from lobgids.dialogue.explain import why, would_change
from lobgids.dialogue.phrasing import phrase, say
from lobgids.dialogue.protocol import Ask, Say
from lobgids.dialogue.view import SEEN, UNKNOWN, View
from lobgids.kb.entries import Component, Description, Model

MOST_NAMED = 3
"""How many answers the picture names as weighing most, and how many as changing it."""

FEW = 4
"""Fewer answers than this are too few for a picture, whatever they say."""

MOST_STRENGTHS = 2
"""How many of a model's strengths are told at the picture, so that a turn stays short."""

STANDS_BETWEEN = 0.9
"""Two models and their tie that hold this much together are said to have the school between them."""


def opening(view: View, before: Ask | None, ask: Ask) -> Iterator[Say]:
    """What is said before a question that begins something new."""
    if view.header.track == "mentor":
        yield from guiding.opening(view, before, ask)
        return
    place = f"{view.header.seed}{ask.id}"
    if before is None or before.chapter != ask.chapter:
        yield from _chapter(view, ask.chapter, place)
    begins_pillar = before is None or before.pillar != ask.pillar
    if ask.pillar and ask.chapter == "pillar" and begins_pillar and (ask.component or not view.is_group):
        yield _pillar(view, ask, place)
    is_situation = ask.id.endswith(".situation")
    if is_situation and (before is None or before.component != ask.component):
        if view.is_group and not any(view.votes(component) for component in view.base.components):
            yield say(view.base, "votes.hands" if votes_by_hand(view) else "votes.cards", place)
        yield Say(id=f"c{ask.component:02}.introduction", text=view.base.components[ask.component - 1].introduction)


def votes_by_hand(view: View) -> bool:
    """Whether the group raises hands; the usual way is with folded cards."""
    return bool(view.state.value("setup.way") == "way.hands")


def _pillar(view: View, ask: Ask, place: str) -> Say:
    """The pillar with its introduction, or in a few words where one comes back to it."""
    pillar = next(pillar for pillar in view.base.pillars if pillar.id == ask.pillar)
    if any(view.chosen(component) for component in view.components_of(pillar)):
        told = say(view.base, "open.pillar_again", place, pillar=pillar.name)
    else:
        told = say(view.base, "open.of_pillar", place, pillar=pillar.name, introduction=pillar.introduction)
    return replace(told, heading=pillar.name)


def _chapter(view: View, chapter: str, place: str) -> Iterator[Say]:
    if chapter == "picture":
        yield from picture(view)
    elif chapter == "ambition":
        yield say(view.base, "open.ambition", place)
        if wished := [component.name for component in view.base.components if view.is_wish_only(component)]:
            yield say(view.base, "ambition.wishes", place, components="; ".join(wished))
    elif chapter == "advice":
        yield say(view.base, "open.advice", place)
        yield from advice(view) if not view.is_group else ()
    elif any(entry.id == f"open.{chapter}" for entry in view.base.phrases):
        yield say(view.base, f"open.{chapter}", place)


def picture(view: View) -> Iterator[Say]:
    """The conclusion so far: what works first, then what leads and how sure, where it differs, what could change it."""
    seed = view.header.seed
    if not any(view.chosen(component) for component in view.base.components):
        yield say(view.base, "picture.nothing", seed)
        return
    yield say(view.base, "picture.intro", seed)
    if works := what_works(view):
        yield say(view.base, "picture.works", seed, heard="\n".join(f"- {one.heard}" for one in works))
    yield conclusion(view)
    if model := named_model(view):
        yield say(
            view.base,
            "picture.strengths",
            seed,
            strengths=" ".join(item.text for item in model.strengths[:MOST_STRENGTHS]),
        )
    yield from _profile(view)
    yield from (Say(id="picture.apart", text=told) for told in groups.sentences(view))
    yield from _marks(view)
    yield from _weights(view)
    answered = view.votes if view.is_group else view.chosen
    if left := [component.name for component in view.base.components if not answered(component)]:
        yield say(view.base, "picture.left", seed, components="; ".join(left))


def what_works(view: View) -> list[Description]:
    """What was seen happening, by oneself or by students, the best founded first."""
    seen = [
        component
        for component in view.base.components
        if len(view.chosen(component)) == 1 and view.bases(component) & SEEN
    ]
    ranked = sorted(seen, key=lambda component: (-len(view.bases(component)), component.number))
    return [view.chosen(component)[0] for component in ranked[:MOST_NAMED]]


def named_model(view: View) -> Model | None:
    """The model that may be named as leading."""
    return next((model for model in view.base.models if model.model == view.dominant), None)


def conclusion(view: View) -> Say:
    """Which model leads, and how sure that is; or that it cannot be said."""
    seed, two = view.header.seed, stands_between(view)
    if model := named_model(view):
        certainty = phrase(view.base, f"certainty.{view.certainty}", seed)
        fill = {"certainty": certainty, "model": model.name, "told": model.characterisation[1].text}
        if view.certainty == "seems" and two:
            # Nearly half of the schools that are evenly split have one model named so; the other is named too.
            other = next(name for name in two if name != model.name)
            return say(view.base, "picture.leads_narrowly", seed, other=other, **fill)
        return say(view.base, "picture.leads", seed, **fill)
    if two:
        return say(view.base, "picture.between", seed, one=two[0], other=two[1])
    few = sum(bool(view.chosen(component)) for component in view.base.components) < FEW
    return say(view.base, "picture.few" if few else "picture.open", seed)


def stands_between(view: View) -> tuple[str, str] | None:
    """The names of the two models that the school stands between; nothing where it does not."""
    two = sorted((1, 2, 3), key=lambda number: -view.leading.models[number - 1])[:2]
    together = sum(view.leading.models[number - 1] for number in two) + view.leading.tie
    one, other = (model.name for model in view.base.models if model.model in two)
    return (one, other) if together >= STANDS_BETWEEN else None


def _profile(view: View) -> Iterator[Say]:
    """Pillar by pillar which model each answered component fits, and where that departs from the leading one."""
    for pillar in view.base.pillars:
        answered = [component for component in view.components_of(pillar) if view.chosen(component)]
        if lines := "\n".join(f"- {_fits(view, component)}" for component in answered):
            yield say(view.base, "picture.pillar", view.header.seed, pillar=pillar.name, lines=lines)


def _fits(view: View, component: Component) -> str:
    place = view.header.seed + component.id
    models = {description.model for description in view.chosen(component)}
    names = view.language.listing(model.name for model in view.base.models if model.model in models)
    departs = view.dominant is not None and view.dominant not in models
    return phrase(view.base, "picture.departs" if departs else "picture.fits", place, name=component.name, models=names)


def _marks(view: View) -> Iterator[Say]:
    seed = view.header.seed
    if unseen := [component.name for component in view.base.components if view.is_unseen(component)]:
        yield say(view.base, "picture.unseen", seed, components="; ".join(unseen))
    for one, other in view.clashes():
        yield say(view.base, "picture.clash", seed, one=one.heard, other=other.heard)


def _weights(view: View) -> Iterator[Say]:
    seed = view.header.seed
    if view.dominant is None:
        return
    names = {component.number: component.name for component in view.base.components}
    known = {component.number for component in view.base.components if view.chosen(component)}
    heavy = [names[item.component] for item in why(view) if item.weight > 0 and item.component in known][:MOST_NAMED]
    if heavy:
        yield say(view.base, "picture.why", seed, components="; ".join(heavy))
    changing = list(dict.fromkeys(names[item.component] for item in would_change(view)))
    if changing:
        yield say(view.base, "picture.would_change", seed, components="; ".join(changing[:MOST_NAMED]))
    else:
        yield say(view.base, "picture.firm", seed)


def advice(view: View) -> Iterator[Say]:
    """Role by role: what the role is, what is open here, forms of learning, a first step; the rest is in the result."""
    seed = view.header.seed
    names = {theme.id: theme.name for theme in view.base.themes}
    for told in view.conclusions.roles:
        if role_text := told.aimed or told.present:
            yield say(view.base, "advice.role", seed, role=told.name, present=role_text)
        opened = dict.fromkeys(task.theme for task in told.tasks if task.state in ("open", "elsewhere"))
        if opened:
            themes = view.language.listing(names[theme] for theme in opened)
            yield say(view.base, "advice.open", seed, role=told.name, themes=themes)
        if told.forms:
            learn = "\n".join(f"- {form.text}" for form in told.forms[:MOST_NAMED])
            yield say(view.base, "advice.learn", seed, learn=learn)
        yield Say(id=f"advice.step.{told.role}", text=told.first_step)


def after_skip(view: View, ask: Ask, *, finds_out: bool) -> Say:
    """That not knowing is an outcome, and what becomes of it."""
    if view.header.track == "mentor" and (told := guiding.unknown(view, ask)):
        return told
    name = "skip.find_out" if finds_out else "skip.plain"
    return say(view.base, name, f"{view.header.seed}{ask.id}{UNKNOWN}")
