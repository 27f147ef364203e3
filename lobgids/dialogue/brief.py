"""The brief that a decaan gives to new mentors: who does what, when, and the stage that this rests on.

It holds ids of the knowledge base, days and nothing else: no word that anybody typed can be in it.
"""

import re
from datetime import date
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec import Struct

from lobgids.advice.conclusions import Planned
from lobgids.dialogue.protocol import Answer, Input
from lobgids.dialogue.view import View
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.mentor import Orientation

FORMAT = 1
FIRST_CONTACT = "theme.first-contact"
"""The theme that says to whom a student comes first."""

LARGEST = 100_000
"""Bytes; a brief takes a few thousand."""

_CONVERSATION = re.compile(rb'\s*\{\s*"lobgids"\s*:')
"""How a document begins, whosever conversation it is of."""


BRIEF = "school.brief"
"""The ask for the file with a brief."""

MOST_NAMES = 3
"""So often a file can be named that is no brief; then one goes on without."""

NO_BRIEF = (
    "school.brief_unreadable", "school.brief_talk", "school.brief_wrong", "school.brief_newer"
)  # fmt: skip
"""The phrases that say why a file is no brief."""


class Doing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who does something: a theme of the knowledge base, and roles or `someone_else`; what nobody does is left out."""

    theme: str
    doers: tuple[str, ...]


class Agreed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something in the decaan's plan that is of or for mentors: the role that takes the lead, and the day."""

    action: str
    owner: str
    date: str = ""


class Brief(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The agreements; `model` is None if the picture could not be said yet.

    `in_words` is the same for people, in the language of the decaan; it is never read back.
    """

    lobgids_brief: int
    knowledge_base: str
    knowledge_base_version: str
    model: Literal[1, 2, 3] | None
    who: tuple[Doing, ...]
    plan: tuple[Agreed, ...]
    in_words: tuple[str, ...] = ()


class BriefFile(NamedTuple):
    """A file that somebody gave as a brief; `content` is None if it could not be read."""

    content: bytes | None


class NotABriefError(Exception):
    """What should have been a brief is none; `phrase` is the entry that says so to a mentor."""

    def __init__(self, phrase_id: str) -> None:
        super().__init__(phrase_id)
        self.phrase = phrase_id


def may_try_again(view: View) -> bool:
    """Whether another file can be named, after those that were no brief."""
    return sum(note.ask == BRIEF for note in view.state.notes) < MOST_NAMES


def brief_of(view: View) -> Brief:
    """The agreements in a decaan's conversation."""
    doers = {theme.id: tuple(doer for doer in view.doers(theme) if doer != "nobody") for theme in view.base.themes}
    known = titles(view.base)
    of_mentors = {action.id for action in view.conclusions.actions if action.role == "mentor"}
    proposed = {action.id: action.owner for action in view.conclusions.actions}
    return Brief(
        lobgids_brief=FORMAT,
        knowledge_base=view.base.about.id,
        knowledge_base_version=view.base.about.version,
        model=view.start,  # type: ignore[arg-type]  # it numbers the three models
        who=tuple(Doing(theme=theme, doers=names) for theme, names in doers.items() if names),
        plan=tuple(
            Agreed(action=item.action, owner=item.owner or proposed[item.action], date=_day(item))
            for item in view.conclusions.plan
            if item.action in known and (item.owner == "mentor" or item.action in of_mentors)
        ),
    )


def titles(base: KnowledgeBase) -> dict[str, str]:
    """The names of the actions that a brief can hold: what to do about a theme, and forms of learning."""
    found = {
        f"act.{action.id.removeprefix('action.')}": action.begin.title
        for stage in base.actions
        for action in stage.actions
    }
    parts = (part for role in base.roles for part in role.parts)
    return found | {f"act.{form.id}": form.title for part in parts for form in part.forms}


def in_words(brief: Brief, view: View) -> list[str]:
    """The agreements, a line each: first who does what, then what is planned."""
    seed = view.header.seed
    names = _names(view)
    themes = {theme.id: theme.name for theme in view.base.themes}
    lines = [
        phrase(view.base, "school.brief.who", seed, theme=themes[doing.theme],
               roles=listed_doers(brief, doing.theme, view))
        for doing in brief.who
    ]  # fmt: skip
    actions = titles(view.base)
    for agreed in brief.plan:
        day = view.language.date(date.fromisoformat(agreed.date)) if agreed.date else ""
        name = "school.brief.plan" if day else "school.brief.plan_open"
        lines.append(phrase(view.base, name, seed, action=actions[agreed.action], role=names[agreed.owner], day=day))
    referrals = [referral(brief, view, school) for school in view.base.orientations if school.model == brief.model]
    return lines + [phrase(view.base, "school.brief.referral", seed, text=text) for text in referrals]


def doers(brief: Brief, theme: str) -> tuple[str, ...]:
    """Who does something about a theme; nobody if the brief does not tell."""
    return next((doing.doers for doing in brief.who if doing.theme == theme), ())


def listed_doers(brief: Brief, theme: str, view: View) -> str:
    """Who does something about a theme, in words."""
    names = _names(view)
    return view.language.listing(names[doer] for doer in doers(brief, theme))


def referral(brief: Brief, view: View, school: Orientation) -> str:
    """To whom a mentor refers: as in schools such as this one, unless the brief says that a first question goes else.

    In model 1 a student is shown the way to the decaan, in the other two a question comes to the mentor first.
    """
    first = doers(brief, FIRST_CONTACT)
    usual = ("decaan",) if school.model == 1 else ("mentor",)
    if not first or school.model == 0 or (first == usual if school.model == 1 else "mentor" in first):
        return school.referral.text
    if "mentor" in first:
        return phrase(view.base, "school.referral.yours", view.header.seed)
    roles = listed_doers(brief, FIRST_CONTACT, view)
    return phrase(view.base, "school.referral.elsewhere", view.header.seed, roles=roles)


def _names(view: View) -> dict[str, str]:
    """What those are called who do something."""
    names = {str(role.id): role.one for role in view.base.roles}
    return names | {"someone_else": phrase(view.base, "school.brief.someone_else", view.header.seed)}


def _day(planned: Planned) -> str:
    return planned.date if _is_day(planned.date) else ""


def given_brief(given: Input) -> BriefFile | None:
    """The brief that an input holds by its values, as a file; None if it holds none."""
    match given:
        case Answer(answer={"brief": dict(values), **others}) if not others:
            return BriefFile(msgspec.json.encode(values))
    return None


def read_brief(file: BriefFile, base: KnowledgeBase) -> Brief:
    """The brief in a file, as far as this knowledge base knows what it holds. Raises `NotABriefError`."""
    if file.content is None:
        raise NotABriefError("school.brief_unreadable")
    content = file.content.removeprefix(b"\xef\xbb\xbf")  # an editor on Windows may have put it there
    if _CONVERSATION.match(content):
        raise NotABriefError("school.brief_talk")
    try:
        values = msgspec.json.decode(content if len(content) <= LARGEST else b"")
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise NotABriefError("school.brief_wrong") from None
    version = values.get("lobgids_brief") if isinstance(values, dict) else None
    if isinstance(version, int) and version > FORMAT:
        raise NotABriefError("school.brief_newer")
    try:
        brief = msgspec.convert(values, Brief)
    except (msgspec.ValidationError, RecursionError):
        raise NotABriefError("school.brief_wrong") from None
    return _known(brief, base)


def brief_in(value: Any) -> Brief | None:
    """The brief in the value of an answer; None if that is something else."""
    try:
        return msgspec.convert(value["brief"], Brief) if isinstance(value, dict) and "brief" in value else None
    except msgspec.ValidationError:
        return None


def _known(brief: Brief, base: KnowledgeBase) -> Brief:
    """The brief without what this knowledge base does not know, and without words: those were for the decaan."""
    doers = {theme.id: {str(row.doer) for row in theme.fits} - {"nobody"} for theme in base.themes}
    roles, actions = {str(role.id) for role in base.roles}, titles(base)
    return msgspec.structs.replace(
        brief,
        who=tuple(doing for doing in brief.who if set(doing.doers) <= doers.get(doing.theme, set())),
        plan=tuple(
            agreed
            for agreed in brief.plan
            if agreed.action in actions and agreed.owner in roles and (not agreed.date or _is_day(agreed.date))
        ),
        in_words=(),
    )


def _is_day(text: str) -> bool:
    """Whether a text is a day as it is written in documents."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
