"""The end of a conversation: what was found, in a few lines, the plan as a list, and when one looks back."""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from lobgids.advice.conclusions import Planned
from lobgids.advice.shown import on_what_it_hangs, shown, shown_at, to_show, who_helps, wish_in_words
from lobgids.days.spoken import kept_day
from lobgids.dialogue import telling
from lobgids.dialogue.asserted import told_in
from lobgids.dialogue.chapters.closing import LOOK_BACK
from lobgids.dialogue.chapters.picture import otherwise_at
from lobgids.dialogue.felt import said_freely
from lobgids.dialogue.period import looked_back, period
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Say
from lobgids.dialogue.retelling import LONGEST_QUOTE, told, typed
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.kb.sayings import says, telling_words
from lobgids.kb.schema.school import Description
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ALSO, WHO
from lobgids.school import naming, sayings, strengths
from lobgids.school.absent import without_absent
from lobgids.text import beginning, capital, clean, one_line

MOST_LINES = 5
MOST_TOLD = 12
"""How many lines of the papers are read out at the end."""
_WITH = re.compile(r"(?i:\b(?P<how>samen met|together with)\s+(?!mij\b|me\b|ons\b|us\b)(?P<who>[^,.;:!?]+))")
_WITH_NAME = re.compile(r"\b(?P<how>[Mm]et|[Ww]ith)\s+(?P<who>[A-ZÀ-Þ][^\s,.;:!?]+)")
_WITH_ME = re.compile(r"\b(?:samen met mij|together with me)\b", re.IGNORECASE)
_BEGINS_WITH = re.compile(r"(?P<how>met|with)\s+(?!\d|mij\b|me\b|ons\b|us\b)(?P<who>[^,.;:!?]+)", re.IGNORECASE)
_NAME_WITHIN = re.compile(r"(?<=\w )(?!I\b|I['’])[A-ZÀ-Þ][^\W\d_]+")
"""A name that stands behind another word: 'met Joost'."""
_NOBODY_ELSE = ("who.none", "who.decaan", None)
_LEADS = re.compile(r"^(?:\d{1,2}[.,:]\s+)?(?:(?:maar|en|dus|nou|but|and|so|well)\b[\s,]*)*", re.IGNORECASE)
"""What stands before whom one names: a number of the list, or a small word."""


def ending(view: View) -> Iterator[Say]:
    """What is said when the last question was answered."""
    seed = view.header.seed
    if found := "\n".join(f"- {line}" for line in islice(_found(view), MOST_LINES)):
        yield say(view.base, "closing.found", seed, lines=found)
    if lines := "\n".join(f"- ‘{words}’" for words in _in_papers(view)):
        yield say(view.base, "closing.in_papers", seed, lines=lines)
    planned = "\n".join(f"- {_action(view, item)}" for item in view.conclusions.plan)
    if planned and not view.track.agenda:  # a group heard its plan before the last round
        if quote := to_show(view).get(ask_ids.ACTIONS, ""):
            planned = f"{planned}\n{phrase(view.base, 'heard.quote', seed, quote=quote)}"
        yield say(view.base, "closing.plan", seed, lines=planned)
        if step := _first_step(view):
            yield say(view.base, "closing.begin", seed, step=step)
    if (told := to_say(view)) and _fears_cuts(view):
        yield told
    if about := looked_back(view):
        yield say(view.base, "closing.day.about", seed, day=about)
    elif day := _day(view, view.state.value(LOOK_BACK)):
        yield say(view.base, "closing.day", seed, day=day)


def _in_papers(view: View) -> Iterator[str]:
    """What papers for others tell in one's own words of how it goes, the first of it, and what one added to them."""
    allowed = shown(view)
    asks = [ask_ids.situation(component) for component in view.base.components]
    asks += [ask_ids.GO_ON, ask_ids.ACTIONS, *(theme.id for theme in view.base.themes)]
    lines = [words for ask in asks if (words := shown_at(view, ask))]
    if (wish := ask_ids.ambition(ask_ids.SCHOOL)) in allowed and not view.conclusions.direction.wishes:
        lines.append(shown_at(view, wish))
    yield from (beginning(words.rstrip(" .;"), LONGEST_QUOTE) for words in lines[:MOST_TOLD])
    if isinstance(added := view.state.value(ask_ids.MISSING), str):
        yield one_line(added).rstrip(" .;")


def plan_so_far(view: View) -> Iterator[Say]:
    """The plan as it stands, to who comes back to what is in it; nothing if nothing is."""
    lines = "\n".join(f"- {_action(view, item)}" for item in view.conclusions.plan)
    if lines and view.is_answered(ask_ids.ACTIONS) and view.header.shows_sentences:
        yield say(view.base, "plan.so_far", view.header.seed, lines=lines)


def last_word(view: View) -> Say:
    """With whom one said to begin, in these words, or else to begin with one colleague; and thanks."""
    seed = view.header.seed
    if quote := _first_of_all(view):
        return say(view.base, "farewell.first", seed, quote=beginning(quote, LONGEST_QUOTE))
    return say(view.base, "farewell", seed)


def _first_of_all(view: View) -> str:
    """Whom one wants to talk with first, in one's own words; empty where these name nobody, or with a group."""
    given, draft = view.state.answers.get(WHO), draft_of(view, WHO)
    is_asked = view.track.asks_school and not view.track.answering.is_vote
    if given is None or draft is None or not is_asked or not given.quote or given.value in _NOBODY_ELSE:
        return ""
    is_named = bool(told_in(view.base, given.quote, draft.options).places) or _NAME_WITHIN.search(given.quote)
    return capital(_LEADS.sub("", one_line(given.quote))) if is_named else ""


def to_say(view: View) -> Say | None:
    """What one could say to others by now: how it goes, what one wants, and what one asks; None if nothing is known."""
    base, seed = view.base, view.header.seed
    if view.track.answering.is_vote or not view.track.asks_school or not view.known:
        return None
    now = _how_it_goes(view)
    if _fears_cuts(view):
        now = "\n- ".join([now, *_in_my_hours(view)])
    planned = next((_action(view, item) for item in view.conclusions.plan), "")
    asks = phrase(base, "to_say.action", seed, action=planned) if planned else phrase(base, "to_say.talk", seed)
    lines = (now, _wish(view) or phrase(base, "to_say.wish", seed), asks)
    return say(base, "to_say", seed, lines="\n".join(f"- {line}" for line in lines))


def _in_my_hours(view: View) -> Iterator[str]:
    """What the decaan does now by the answers, and what to tell of it."""
    base, seed = view.base, view.header.seed
    if mine := [theme.name for theme in base.themes if view.manner.speaker in view.doers(theme)]:
        yield phrase(base, "to_say.mine", seed, themes="; ".join(mine))
    yield phrase(base, "to_say.hours", seed)


def _fears_cuts(view: View) -> bool:
    """Whether one said that hours may go: then what to say in that talk is told at the end, too."""
    return any(says(view.base, "cut_hours", text) for text in said_freely(view))


def _how_it_goes(view: View) -> str:
    """What to tell first of how it goes: what works, or else what was told, in one's own words if there are any."""
    base, seed = view.base, view.header.seed
    if works := strengths.what_works(view)[:1]:
        return phrase(base, "to_say.works", seed, strengths=telling.strength_of(view, works[0]))
    if also := sayings.what_goes_well(view):
        return phrase(base, "to_say.works", seed, strengths=f"‘{beginning(also, LONGEST_QUOTE)}’")
    first = next(filter(lambda one: not sayings.is_reserved(view, one), view.known), view.known[0])
    if quote := sayings.in_own_words(view, first) or one_line(view.quote(first)):
        return phrase(base, "to_say.quote", seed, quote=beginning(quote, LONGEST_QUOTE))
    return phrase(base, "to_say.now", seed, sentence=told(view, first))


def heard_about(view: View, question: str) -> Say | None:
    """What one said oneself of what a question asks about, or else said last; None if one said nothing of one's own."""
    said = [told for text in said_freely(view) if (told := sayings.what_is_told(view.base, text))]
    asked = telling_words(question)
    about = max(said, key=lambda text: len(asked & telling_words(text)), default="")
    quote = about if asked & telling_words(about) else said[-1] if said else ""
    if not quote:
        return None
    return say(view.base, "heard.last", view.header.seed, quote=beginning(quote, LONGEST_QUOTE))


def _first_step(view: View) -> str:
    """How to begin with a first step of the plan, or else with its first action; empty if that is one's own."""
    begins = {action.id: action.how for action in view.conclusions.actions}
    plan = sorted(view.conclusions.plan, key=lambda item: item.kind != "begin")
    return begins.get(plan[0].action, "") if plan else ""


def read_back(view: View) -> Say:
    """What a group agreed on, a line an action with who and when, and what it kept for later: before the last round."""
    base, seed = view.base, view.header.seed
    planned = "\n".join(f"- {_action(view, item)}" for item in view.conclusions.plan)
    agreed = say(base, "closing.agreed", seed, lines=planned) if planned else say(base, "closing.nothing_agreed", seed)
    parked = "\n".join(f"- {text}" for note in view.state.notes if not note.own_words and (text := clean(note.text)))
    if not parked:
        return agreed
    return replace(agreed, text=f"{agreed.text}\n{phrase(base, 'closing.parked', seed, lines=parked)}")


def _found(view: View) -> Iterator[str]:
    """What was concluded before, a line for each conclusion, what weighs most first."""
    base, seed = view.base, view.header.seed
    if not view.known:
        return
    if works := _works(view):
        yield works
    yield _concluded(view)
    if wish := _wish(view):
        yield wish
    unasked = [one for one in base.components if not view.is_answered(ask_ids.situation(one))]
    left = [one.name for one in unasked if not view.is_shared_out(one)]
    is_early = not naming.has_picture(view) and not view.track.agenda  # then the picture named all of it
    if left and not view.track.agenda and not is_early:  # a group chose its agenda
        yield phrase(base, "closing.left", seed, count=len(left))
    if unseen := _unseen(view):
        yield unseen
    themes = {theme.id: theme.name for theme in base.themes if view.is_answered(theme.id)}
    parts = ((item.ask, view.component(item.ask)) for item in view.conclusions.find_out)
    named = (part.name if part else themes.get(ask, "") for ask, part in parts)
    told = {one.name for one in unasked} - ({*left} if is_early else set())  # said once is enough
    unknown = [name for name in named if name and name not in told]
    if unknown:
        yield phrase(base, "closing.find_out", seed, components="; ".join(dict.fromkeys(unknown)))


def _unseen(view: View) -> str:
    """What one told and did not see, the first of it in words, and how many more there are; empty if nothing."""
    base, seed = view.base, view.header.seed
    unseen = [component for component in base.components if view.is_unseen(component)]
    if not unseen:
        return ""
    if quote := sayings.told_instead(view, unseen[0]):
        first = phrase(base, "closing.unseen.quote", seed, quote=beginning(quote, LONGEST_QUOTE))
    else:
        first = phrase(base, "closing.unseen", seed, heard=view.chosen(unseen[0])[0].heard)
    more = len(unseen) - 1
    name = "closing.unseen.more.one" if more == 1 else "closing.unseen.more"
    return f"{first} {phrase(base, name, seed, count=more)}" if more else first


def _works(view: View) -> str:
    """What works, of a few pillars, and what one named besides; nothing of a model that one does not recognise."""
    base, seed = view.base, view.header.seed
    told = [one for one in _of_pillars(view) if not (naming.is_denied(view) and one.model == view.dominant)]
    if told:
        strength = " ".join(telling.strength_of(view, one) for one in told)
        return _with_words(view, phrase(base, "closing.works", seed, strength=strength), "also", ALSO)
    quote = "" if view.track.answering.is_vote else sayings.what_goes_well(view)
    return phrase(base, "closing.only_also", seed, quote=quote) if quote else ""


def _of_pillars(view: View) -> list[Description]:
    """What works, one thing of each pillar that has any."""
    found: dict[str, Description] = {}
    for one in strengths.what_works(view, of_each_pillar=True):
        found.setdefault(view.base.components_by_id[ask_ids.subject_of(one.id)].pillar, one)
    return list(found.values())


def _with_words(view: View, line: str, name: str, ask: str) -> str:
    """A line with what one said of it in one's own words; with a group that stands in the minutes."""
    quote = "" if view.track.answering.is_vote else typed(view, ask)
    return f"{line} {phrase(view.base, f'closing.{name}', view.header.seed, quote=quote)}" if quote else line


def _concluded(view: View) -> str:
    """The conclusion, with what one sees otherwise; alone what one says of it, where that is not one's school."""
    if naming.is_denied(view):
        return _with_words(view, phrase(view.base, "closing.not_ours", view.header.seed), "said", otherwise_at(view))
    return f"{_picture(view)} {objection(view)}".rstrip()


def objection(view: View) -> str:
    """What one sees otherwise than the picture, in one's own words, or that one does not recognise it; else empty."""
    name = "otherwise" if view.state.value(naming.recognised_at(view)) == naming.DENIED else "partly"
    if said := _with_words(view, "", name, otherwise_at(view)):
        return said.lstrip()
    return phrase(view.base, "closing.denied", view.header.seed) if naming.is_denied(view) else ""


def _picture(view: View) -> str:
    """The conclusion as the picture gave it, in a line."""
    base, seed = view.base, view.header.seed
    if not naming.has_picture(view):
        return phrase(base, "closing.early", seed)
    if model := telling.named_model(view):
        certainty = phrase(base, f"certainty.{view.certainty}", seed)
        if naming.is_about_few(view):
            counts = {"answered": len(view.known), "total": len(base.components)}
            return phrase(base, "closing.leads_partly", seed, certainty=certainty, model=model.name, **counts)
        return phrase(base, "closing.leads", seed, certainty=certainty, model=model.name)
    if two := naming.stands_between(view):
        first, second = (base.model(number).name for number in two)
        return phrase(base, "closing.between", seed, one=first, other=second)
    return phrase(base, "closing.open", seed)


def _wish(view: View) -> str:
    """Where one wants to go, a nearer step first if that was taken; empty if that was not asked."""
    base, seed, direction = view.base, view.header.seed, view.conclusions.direction
    if stages := {stage for stage in direction.wishes.values() if stage}:
        names = view.language.listing(model.name for model in base.models if model.model in stages)
        later = [model.name for model in base.models if model.model in direction.later.values()]
        is_partly = len(direction.skipped) + sum(not stage for stage in direction.wishes.values()) > 0
        name = f"closing.{'nearer' if later else 'moves'}{'_partly' if is_partly else ''}"
        line = phrase(base, name, seed, models=names, **({"later": view.language.listing(later)} if later else {}))
        return _with_quote(view, line)
    if direction.wishes:
        return _with_quote(view, phrase(base, "closing.stays", seed))
    if quote := sayings.said_with(view, ask_ids.ambition(ask_ids.SCHOOL)):
        return phrase(base, "closing.own_wish", seed, quote=quote)
    return phrase(base, "closing.not_chosen", seed) if direction.skipped else ""


def _with_quote(view: View, line: str) -> str:
    """A line about the wish for the school, with what one said beside it."""
    quote = wish_in_words(view) or sayings.said_with(view, ask_ids.ambition(ask_ids.SCHOOL))
    return f"{line} {phrase(view.base, 'heard.quote', view.header.seed, quote=quote)}" if quote else line


def _action(view: View, item: Planned) -> str:
    """An action of the plan, with who, and from when until when."""
    who = item.name or view.role(item.owner) if item.owner else item.name
    parts = [" ".join(filter(None, (who, _together(view, item)))), period(view, item)]
    details = ", ".join(part for part in parts if part)
    if said := _said_of_who(view, item) or _on_what_it_hangs(view, item):
        details = f"{details} ({said})".strip()
    return f"{item.title}: {details}" if details else item.title


def _said_of_who(view: View, item: Planned) -> str:
    """What one said beside who begins, if it tells more than with whom: 'de eerste keer sta ik ernaast'."""
    said = without_absent(view.base, sayings.said_with(view, ask_ids.plan("who", item.action)))
    return f"‘{said}’" if said and not item.name and not _with_whom(view, item) else ""


def _on_what_it_hangs(view: View, item: Planned) -> str:
    """What who begins or its day hangs on, as one said it: 'dinsdag, als Joost het goed vindt'; empty if on nothing."""
    said = (on_what_it_hangs(view, ask_ids.plan(name, item.action)) for name in ("who", "when"))
    return next((f"‘{capital(words)}’" for words in said if words), "")


def _together(view: View, item: Planned) -> str:
    """With whom one said to begin, as one said it: 'samen met Joris', or the roles that help; else empty."""
    if said := _with_whom(view, item):
        return said
    if said := who_helps(view, ask_ids.plan("helps", item.action)):
        return phrase(view.base, "closing.with_words", view.header.seed, quote=said)
    who = view.state.answers.get(ask_ids.plan("who", item.action))
    is_with_me = bool(who and item.owner != view.manner.speaker and _WITH_ME.search(who.quote))
    helping = dict.fromkeys(([view.manner.speaker] if is_with_me else []) + list(item.helps))
    helpers = view.language.listing(view.role(role) for role in helping)
    return phrase(view.base, "closing.with", view.header.seed, who=helpers) if helpers else ""


def _with_whom(view: View, item: Planned) -> str:
    """With whom one said to begin, in the words that were said: 'samen met Joris'; empty if one named nobody."""
    who = view.state.answers.get(ask_ids.plan("who", item.action))
    if who is None:
        return ""
    found = _WITH.search(who.quote) or _WITH_NAME.search(who.quote) or _BEGINS_WITH.match(who.quote)
    is_mine = item.owner == view.manner.speaker
    return f"{found['how'].lower()} {found['who']}" if found and (is_mine or (item.name and found.re is _WITH)) else ""


def _day(view: View, iso: object) -> str:
    """A day in words; empty if there is none."""
    day = kept_day(iso)
    return view.language.date(day) if day else ""
