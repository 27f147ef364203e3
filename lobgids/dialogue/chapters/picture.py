"""Chapter 5: the conclusion so far, what would change it, and a pause to talk with leadership and team."""

from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.dialogue.draft import Draft, NoSuchQuestionError, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.log.ask_ids import ALSO, FORM, GO_ON, KEEP_EDIT, OTHERWISE, OTHERWISE_AGAIN, PICTURE, PICTURE_AGAIN
from lobgids.log.events import Event
from lobgids.school import naming, strengths
from lobgids.school.naming import has_picture, recognised_at
from lobgids.school.sayings import could_be_better, said_with, what_goes_well
from lobgids.school.strengths import what_works
from lobgids.text import one_line

_ALSO_ANY = "picture.also.any"
"""How it is asked what works besides if the guide named nothing."""

NOT_SO = strengths.NOT_SO
"""The ask which of what the guide named does not go well after all; asked where one said so, and only then."""

TOO_EARLY, UNKNOWN = "picture.go_on.early", "picture.go_on.unknown"
"""How it is asked whether to go on without a picture: while questions were passed by, and when all were asked."""

_OTHERWISE = {PICTURE: OTHERWISE, PICTURE_AGAIN: OTHERWISE_AGAIN}
"""The ask what one sees otherwise, by the ask at which one did not wholly recognise the picture."""

_RECOGNISED = tuple(f"{ask}{told}" for ask in (PICTURE, PICTURE_AGAIN) for told in ("", ".between", ".open"))
"""The questions whether one recognises the picture: of one school, of two, or that none can be said yet."""

EDIT_PLAN, EDIT_OTHER = "edit.keep_plan", "edit.keep_other"
"""How it is asked whether an edit is kept of the choice of actions, and of what else is no part of the picture."""

YES, PARTLY, NO = "picture.yes", naming.PARTLY, naming.DENIED


def asks(view: View) -> Iterator[str]:
    """What works besides, whether one recognises the picture, if there is one, and whether to go on now.

    It is asked again whether one recognises it when the long form has added to it. Who saw the whole picture of an
    earlier version is not asked what works besides.
    """
    if has_picture(view):
        if view.is_answered(ALSO) or not view.is_answered(PICTURE):
            yield ALSO
        yield from _recognising(view, PICTURE)
    elif _is_too_early(view) and (view.is_answered(ALSO) or not view.is_answered(GO_ON)):
        yield ALSO
    yield GO_ON
    if went_on(view):
        yield from _recognising(view, PICTURE_AGAIN)


def _is_too_early(view: View) -> bool:
    """Whether one answered all that was asked, and told too little for a picture: something goes well there, too."""
    return view.header.shows_sentences and bool(view.known) and not view.state.concluded


def _recognising(view: View, ask: str) -> Iterator[str]:
    """Whether one recognises the picture, and what one sees otherwise; who went on already is not called back."""
    yield ask
    if _differs(view, ask) and (view.state.position == ask or not view.is_answered(GO_ON)):
        yield _OTHERWISE[ask]


def _differs(view: View, ask: str) -> bool:
    """Whether one said at an ask that one does not recognise the picture, or only partly."""
    return view.state.value(ask) in (PARTLY, NO)


def went_on(view: View) -> bool:
    """Whether one saw the picture of the short form, and chose the long one after it."""
    last = {before.ask: index for index, before in enumerate(view.state.history)}
    is_seen = PICTURE in view.state.answers and FORM in view.state.answers and not view.is_short
    return is_seen and last.get(FORM, -1) > last.get(PICTURE, -1)


def otherwise_at(view: View) -> str:
    """The ask at which one last said what one sees otherwise; empty if one recognises the picture."""
    asked = recognised_at(view)
    return _OTHERWISE[asked] if _differs(view, asked) else ""


def otherwise_of(ask: str, value: object) -> str:
    """The ask what one sees otherwise, which a remark behind such an answer answers at once; empty if it is none."""
    return _OTHERWISE.get(ask, "") if value in (PARTLY, NO) else ""


def talked_asks(view: View) -> Iterator[str]:
    """With a group only whether it recognises the picture: the people to talk with are there."""
    if has_picture(view):
        yield from _recognising(view, PICTURE)
    else:
        yield GO_ON


def draft(view: View, ask: str) -> Draft:
    """A question at the picture; the second time it has the answers of the first."""
    if ask == ALSO:
        return from_question(view.base, ALSO if what_works(view) else _ALSO_ANY)
    if ask == NOT_SO:
        return _not_so(view)
    if ask in (PICTURE, PICTURE_AGAIN):
        return from_question(view.base, _worded(view, ask), options=from_question(view.base, PICTURE).options)
    if ask in _OTHERWISE.values():
        return _otherwise(view, ask)
    if ask == GO_ON and not has_picture(view):
        return from_question(view.base, TOO_EARLY if view.state.concluded else UNKNOWN)
    return from_question(view.base, ask)


def _not_so(view: View) -> Draft:
    """Which of what the guide named does not go well. Raises `NoSuchQuestionError` if it named nothing."""
    question, named = from_question(view.base, NOT_SO), strengths.what_was_told(view)
    if not named:
        raise NoSuchQuestionError(NOT_SO)
    options = tuple(Option(id=one.id, text=one.your_strength or one.strength) for one in named)
    return replace(question, options=(*options, *question.options))


def _worded(view: View, ask: str) -> str:
    """The question whether one recognises the picture, as it fits what was told: one school, two, or none yet."""
    if view.dominant:
        return ask
    is_between = naming.stands_between(view) and not naming.seen_and_heard(view)
    return f"{ask}.between" if is_between else f"{ask}.open"


def _otherwise(view: View, ask: str) -> Draft:
    """What one sees otherwise. Raises `NoSuchQuestionError` if one recognises the picture by now."""
    if not any(_differs(view, asked) for asked, otherwise in _OTHERWISE.items() if otherwise == ask):
        raise NoSuchQuestionError(ask)
    return from_question(view.base, OTHERWISE)


def resumes_questions(view: View, ask: str, *, goes_on: bool) -> bool:
    """Whether an answer goes on with the questions that 'conclude now' passed by, as there is no picture yet."""
    return ask == GO_ON and goes_on and bool(view.state.concluded) and not has_picture(view)


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say that one may see it otherwise, and that one's words stand beside the picture."""
    seed = f"{view.header.seed}{event.ask}"
    quote = one_line(event.value) if isinstance(event.value, str) else ""
    if event.ask == ALSO and quote:
        if could_be_better(view):
            yield say(view.base, "picture.also.apart", seed, quote=what_goes_well(view))
        else:
            yield say(view.base, "picture.also.kept", seed, quote=quote)
    if event.ask in _OTHERWISE and event.value in (PARTLY, NO):
        yield _disagreed(view, seed)
    if event.ask in _OTHERWISE and event.value == YES and (told := said_with(view, event.ask)):
        yield say(view.base, "picture.beside", seed, quote=told)
    if event.ask in _OTHERWISE.values() and quote:
        yield say(view.base, "picture.beside", seed, quote=quote)


def _disagreed(view: View, seed: str) -> Say:
    """That it is good to say so; after a plain no also where the answers point, and what is started from now."""
    if naming.is_denied(view) and view.dominant:
        return say(view.base, "picture.denied", seed)
    return say(view.base, "picture.disagreed", seed)


def kept_edit(_view: View, ask: str) -> Draft:
    """Raise `NoSuchQuestionError`: the engine drafts this question, only if there is an edit, with what it changes."""
    raise NoSuchQuestionError(ask)


STEP = Step(
    name="picture", chapter="picture", asks=asks, draft=draft, reply=reply,
    needs=(ALSO, _ALSO_ANY, NOT_SO, *_RECOGNISED, OTHERWISE, GO_ON, TOO_EARLY, UNKNOWN),
)  # fmt: skip
GROUP_STEP = STEP._replace(asks=talked_asks, needs=(*_RECOGNISED, OTHERWISE, GO_ON, TOO_EARLY, UNKNOWN))
EDIT_STEP = Step(name="edit", chapter="picture", draft=kept_edit, keys=(KEEP_EDIT,),
                 needs=(KEEP_EDIT, EDIT_PLAN, EDIT_OTHER))  # fmt: skip
