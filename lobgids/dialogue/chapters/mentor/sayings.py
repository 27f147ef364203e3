"""What the guide says to a new mentor before a question, and if one does not know."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from lobgids.dialogue.brief import BRIEF, in_words
from lobgids.dialogue.chapters.mentor import can, learn, practice, role
from lobgids.dialogue.chapters.mentor import opening as first
from lobgids.dialogue.chapters.mentor import school as own
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Ask, Say
from lobgids.dialogue.view import View
from lobgids.kb.schema.mentor import Learned, Saying
from lobgids.log import ask_ids

Says = Iterator[Say]


def opening(view: View, before: Ask | None, ask: Ask) -> Says:
    """What is said before a question: at a new chapter, and at some questions of their own."""
    if before is None or before.chapter != ask.chapter:
        yield from _CHAPTERS.get(ask.chapter, _nothing)(view)
    yield from _ASKS.get(ask.id, _nothing)(view)


def _nothing(_view: View) -> Says:
    return iter(())


def _say(view: View, entry: str, /, **fill: object) -> Say:
    return say(view.base, entry, view.header.seed, **fill)


def _plain(entry: Saying) -> Say:
    return Say(id=entry.id, text=entry.text)


def _listed(view: View, name: str, texts: Iterable[str]) -> Say:
    """A sentence with a list below it."""
    return _say(view, name, listed="\n".join(f"- {text}" for text in texts))


# At a new chapter.


def _opening(view: View) -> Says:
    yield _say(view, "opening.begin")
    yield _say(view, "opening.made_up")


def _school(view: View) -> Says:
    yield _say(view, "school.begin")


def _lob(view: View) -> Says:
    if brief := own.brief(view):
        yield _listed(view, "school.brief_read", in_words(brief, view))
    with_tasks = "lob.begin_brief" if own.brief(view) else "lob.begin"
    yield _say(view, with_tasks if own.school(view).model else "lob.begin_unknown")


def _role(view: View) -> Says:
    here = own.orientation(view)
    elsewhere = [other for other in view.base.orientations if other.model != here.model]
    if here.model:
        yield _say(view, "lob.elsewhere")
        yield from (_plain(entry) for other in elsewhere for entry in other.short)
    yield _say(view, "role.begin" if here.model else "role.begin_unknown")
    for entry in here.small:
        yield _plain(entry)
        yield _say(view, "role.short_route")


def _practice(view: View) -> Says:
    yield _say(view, "practice.begin")


def _can(view: View) -> Says:
    aspects = own.orientation(view).asked
    yield _say(view, "can.begin" if len(aspects) > 1 else "can.begin_short")


def _learn(view: View) -> Says:
    strong, grow = can.skills(view, strong=True), can.skills(view, strong=False)
    if strong:
        yield _listed(view, "can.strong", (skill.text for skill in strong))
    if grow and strong:
        yield _listed(view, "can.grow", (skill.learn for skill in grow))
    elif len(grow) > 1:
        yield _say(view, "can.all_new")
    yield _say(view, "learn.begin")


def _autumn(view: View) -> Says:
    yield from _learned(view, learn.learned(view))
    yield _say(view, "autumn.begin")


def _learned(view: View, learned: Sequence[Learned]) -> Says:
    """The preferences that stand out, where each does not suffice, and how one can learn in this school."""
    for entry in learned:
        if entry.preferences:
            yield _say(view, "learn.result", name=entry.name.lower(), text=entry.text)
        else:
            yield _plain(entry)
    if learned:
        yield _listed(view, "learn.limits", (entry.limits for entry in learned))
        yield _plain(own.orientation(view).forms)


_CHAPTERS: dict[str, Callable[[View], Says]] = {
    "opening": _opening, "school": _school, "lob": _lob, "role": _role, "practice": _practice, "can": _can,
    "learn": _learn, "autumn": _autumn,
}  # fmt: skip


# At a question.


def _scenes(view: View) -> Says:
    """Say why the scenes are shown: the brief names no stage, or the six answers came to none."""
    if own.brief(view):
        yield _say(view, "school.brief_open")
    elif view.state.value(own.HOW) == own.WITH_QUESTIONS:
        yield _say(view, "school.mixed" if own.has_newcomers_answer(view) else "school.not_yet")


def _beside(view: View) -> Says:
    if check := own.to_check(view):
        yield _listed(view, "role.elsewhere", (text for _theme, text in check))
    if not_yours := own.not_yours(view):
        yield _listed(view, "role.not_yours", (entry.text for entry in not_yours))
    yield _listed(view, "role.others", (entry.text for entry in own.orientation(view).beside))


def _refer(view: View) -> Says:
    yield Say(id=own.orientation(view).referral.id, text=own.referral(view))
    yield _say(view, "role.safety")


_ASKS: dict[str, Callable[[View], Says]] = {own.SCENE: _scenes, role.BESIDE: _beside, role.REFER: _refer}


# Where somebody does not know.


def unknown(view: View, ask: Ask) -> Say | None:
    """What is said if somebody does not know yet; None if no more is said than that the question is passed over.

    Why the first case is LOB is said all the same, and so is what to do in every school.
    """
    if ask.id == own.SCENE:
        return _say(view, "school.none")
    if ask.id == BRIEF:
        return _say(view, "school.no_brief")
    if ask.id == first.CASE:
        case = first.opening_case(view)
        return Say(id=f"{case.id}.lob", text=case.lob)
    if ask.id.startswith(ask_ids.case("case.")):
        case = practice.case_at(view, ask.id)
        return (
            Say(id=case.everywhere[0].id, text=" ".join(one.text for one in case.everywhere))
            if case.everywhere
            else None
        )
    return None
