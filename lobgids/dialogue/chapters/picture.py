"""Chapter 5: the conclusion so far, what would change it, and a pause to talk with leadership and team."""

from collections.abc import Iterator

from lobgids.dialogue.draft import Draft, NoSuchQuestionError, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.log.ask_ids import FORM, KEEP_EDIT, PICTURE, PICTURE_AGAIN
from lobgids.log.events import Event

GO_ON = "picture.go_on"


def asks(view: View) -> Iterator[str]:
    """Whether one recognises the picture, and whether to go on now; and again when the long form has added to it."""
    yield PICTURE
    yield GO_ON
    if went_on(view):
        yield PICTURE_AGAIN


def went_on(view: View) -> bool:
    """Whether one saw the picture of the short form, and chose the long one after it."""
    last = {before.ask: index for index, before in enumerate(view.state.history)}
    is_seen = PICTURE in view.state.answers and FORM in view.state.answers and not view.is_short
    return is_seen and last.get(FORM, -1) > last.get(PICTURE, -1)


def recognised_at(view: View) -> str:
    """The ask at which one last said whether one recognises the picture."""
    return PICTURE_AGAIN if view.is_answered(PICTURE_AGAIN) else PICTURE


def talked_asks(_view: View) -> Iterator[str]:
    """With a group only whether it recognises the picture: the people to talk with are there."""
    yield PICTURE


def draft(view: View, ask: str) -> Draft:
    """A question at the picture; the second time it has the answers of the first."""
    if ask == PICTURE_AGAIN:
        return from_question(view.base, ask, options=from_question(view.base, PICTURE).options)
    return from_question(view.base, ask)


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say that one may see it otherwise."""
    if event.ask in (PICTURE, PICTURE_AGAIN) and event.value != "picture.yes":
        yield say(view.base, "picture.disagreed", f"{view.header.seed}{event.ask}")


def kept_edit(_view: View, ask: str) -> Draft:
    """Raise `NoSuchQuestionError`: the engine drafts this question, only if there is an edit, with what it changes."""
    raise NoSuchQuestionError(ask)


STEP = Step(
    name="picture", chapter="picture", asks=asks, draft=draft, reply=reply,
    needs=(PICTURE, PICTURE_AGAIN, GO_ON),
)  # fmt: skip
GROUP_STEP = STEP._replace(asks=talked_asks)
EDIT_STEP = Step(name="edit", chapter="picture", draft=kept_edit, keys=(KEEP_EDIT,), needs=(KEEP_EDIT,))
