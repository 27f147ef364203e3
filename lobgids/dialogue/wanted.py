"""What a line asks to put into the plan, in words: numbers, titles that it resembles, and actions of one's own.

'7 lijkt me goed. En dat gesprek met een doel, en een avond voor ouders' asks for three. A part of a line that only says
something about one of them, such as 'dan komen er eindelijk uren', asks for nothing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lobgids.advice.plan import picked as picked_before
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.kinds.kind import NotUnderstood, OpenAsk, Said
from lobgids.dialogue.lists import picked
from lobgids.dialogue.numbered import by_number, by_number_and_word
from lobgids.dialogue.option_words import numbers_chosen
from lobgids.dialogue.order import shown_options
from lobgids.dialogue.proposals import OWN_LINE, TOGETHER
from lobgids.dialogue.spoken import is_question, yes_or_no
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says, telling_words, ways, words_of
from lobgids.kb.schema.hearing import Meaning
from lobgids.log.state import Proposal
from lobgids.text import capital, folded

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_PIECE = re.compile(r",(?!\s*\d)\s*|\s+[-–—]\s+|;\s*|(?<=\d)\s+(?=(?:en|and|plus)\s+(?!(?:dan|then)\s+\d)[^\W\d])")
_MARKS = " \t,;:.!'\"‘’“”"
_AND = re.compile(r"\s+(?:en|and)\s+", re.IGNORECASE)
_JOINED = re.compile(r"^(?:(?:en|and|plus|ook|also)\s+)+", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?:met|op|in|voor|vanaf|over|na|bij|door|tijdens|with|on|in|at|for|from|about|after|during)\b", re.IGNORECASE
)
"""How a part begins that is no action by itself: 'een training, op onze eigen school, met twee mentoren'."""
_POINTING = (("die",), ("dat",), ("deze",), ("dit",), ("that",), ("this",), ("it",), ("which",))
_LEAST = 2
"""The words of an action of one's own, and the things that a line asks for before they are told back."""

_DONE_WITH = 5
"""The words of one that is done with somebody: 'samen met Joost' says with whom, and not what."""

_LONG = 6
"""The letters of one word that may resemble the title of an action: 'uitzoeken'."""

_SAME = 0.8
"""The similarity from which words are the title of an action, however they begin."""


Titles = dict[str, tuple[str, str]]


_NOT_THIS_BUT = re.compile(
    r"(?:geen|niet|no|not)\b[^,.;:!?\d]+,\s*(?:maar\s+)?(?:wel|alleen|liever|but|only|rather)\s+(?!\d)", re.IGNORECASE
)

_GOING_ON = re.compile(
    r"(?:wat|wie|hoe|waar|welke|om|zodat|zonder|what|who|how|where|which|so that|without)\b", re.IGNORECASE
)
"""How what follows on an action tells more of it: 'dat boekje, wat nog bruikbaar is'."""


class Wanted(NamedTuple):
    """The ids of the actions that a line asks for, by number or otherwise, and what it adds in its own words."""

    actions: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    is_numbered: bool = False


def wanted(asked: OpenAsk, text: str) -> Wanted:
    """What a line asks for at a list of actions; nothing if it asks for no action."""
    found, own, is_numbered = list[str](), list[str](), False
    titles = _titles(asked.view)
    for sentence in _sentences(asked.view.base, text):
        is_own = False  # what follows on an action of one's own in its sentence belongs to that: it tells what of it
        told, led_in = _led_in(asked.view.base, sentence)  # 'wat ik net zei: samen met Joost een les'
        is_begun = False  # 'iets kleins van mezelf: met Joost meekijken'
        is_named = False  # 'nummer 3, samen met Joost': what follows says with whom
        numbered: tuple[int, ...] = ()
        before = len(own)
        first = next(_pieces(led_in), "")
        for piece in (*_pieces(told), *_pieces(led_in)):
            places = numbers_chosen(piece, asked.options)
            if places is None:
                continue  # it says of a number that it is not chosen
            found += [asked.options[place].id for place in places]
            is_numbered |= bool(places)
            is_what = _is_what(piece, [titles.get(asked.options[place].id, ("", ""))[0] for place in numbered])
            numbered = places
            if is_what and not places:
                continue  # 'nummer 2, een gesprek met de schoolleiding': what 2 is
            is_done_with = not is_named and _is_done_with(asked.view.base, piece)
            actions, line = ((), "") if places else _in_words(asked.view.base, piece, titles, is_new=is_done_with)
            is_named |= bool(places)
            if piece == first and not places and not actions and not line:
                own.append(capital(led_in.strip(_MARKS)))  # all that comes behind the colon
                break
            is_lead = _lead(asked.view.base, "own_action", _bare(piece)) > 0
            if is_begun and not places and not line:
                line, is_lead = capital(piece), True
            is_begun = not line and not places and _only_leads(asked.view.base, _bare(piece))
            goes_on = len(own) > before and not (actions or line) and _GOING_ON.match(piece)
            if not places and (goes_on or (is_own and not (line and is_lead))):
                own[-1] = f"{own[-1]}, {piece}"
                continue
            found += actions
            own += [line] if line else []
            is_own = bool(line) and is_lead
    if not found or not set(found) <= titles.keys():
        return Wanted()
    return Wanted(tuple(dict.fromkeys(found)), tuple(dict.fromkeys(own)), is_numbered)


def together(asked: OpenAsk, text: str) -> Proposal | None:
    """What a line asks to put into the plan, to be confirmed; None where it is a plain choice, or asks for nothing."""
    listed = by_number(asked.view.base, text, asked.options, several=True, may_refuse=False)
    is_listed = listed is not None and not _lead_within(asked.view.base, listed.quote)
    found = wanted(asked, text) if asked.draft.words_answer and not is_listed else Wanted()
    is_plain = not found.own and _chosen(asked, text) == {*found.actions}
    is_enough = len(found.actions) + len(found.own) >= _LEAST or found.is_numbered
    if not found.actions or is_plain or not is_enough:
        return None
    return _proposal(asked.view, asked.id, text, (*found.actions, *found.own))


def _lead_within(base: KnowledgeBase, words: str) -> bool:
    """Whether words behind numbers begin an action of one's own: 'en dan iets kleins van mezelf: ...'."""
    return any(_lead(base, "own_action", _bare(piece)) > 0 for piece in _pieces(words))


def _chosen(asked: OpenAsk, text: str) -> set[str]:
    """The options that a line chooses without more ado; empty if it chooses none."""
    try:
        reading = KINDS[asked.draft.kind].parse(asked, text)
    except NotUnderstood:
        return set()
    return set(reading.value) if isinstance(reading, Said) and isinstance(reading.value, list) else set()


def more_together(asked: OpenAsk, proposal: Proposal, text: str) -> Proposal | None:
    """What words at such a list, or at a line of one's own, ask for besides a yes, or instead; None if nothing."""
    draft = draft_of(asked.view, proposal.ask) if {TOGETHER, OWN_LINE}.intersection(proposal.doubts) else None
    if draft is None or picked(text, asked.options) or _chooses(asked, text):
        return None
    answered = yes_or_no(asked.view.base, text)
    behind = asked._replace(id=proposal.ask, draft=draft, options=shown_options(asked.view, proposal.ask, draft))
    found = wanted(behind, answered.remark if answered else text)
    is_agreed = answered is not None and answered.agrees
    if not found.actions or (is_agreed and {*found.actions, *found.own} <= {*proposal.choices}):
        return None
    before = proposal.choices if is_agreed else ()
    return _proposal(asked.view, proposal.ask, text, (*before, *found.actions, *found.own))


def _chooses(asked: OpenAsk, text: str) -> bool:
    """Whether a line chooses one of the answers by its number: '2 nee', '2 natuurlijk'."""
    base, options = asked.view.base, asked.options
    is_by_number = by_number(base, text, options, several=False, may_refuse=False) is not None
    return is_by_number or by_number_and_word(base, text, options) is not None


def _proposal(view: View, ask: str, words: str, choices: Sequence[str]) -> Proposal:
    """A list to confirm; what stands in the plan already stays in it."""
    standing = [one for one in picked_before(view) if one in _titles(view)]
    return Proposal(ask, words, tuple(dict.fromkeys((*standing, *choices))), (TOGETHER,))


def _titles(view: View) -> Titles:
    """What each action is called that can be chosen, and how one begins with it, from whichever list, by its id."""
    actions = (action for action in view.conclusions.actions if action.kind != "own")
    return {action.id: (action.title, action.how) for action in actions}


def _sentences(base: KnowledgeBase, text: str) -> Iterator[str]:
    """The sentences of a line, but for those that ask something, or say that something goes out or is there already."""
    for sentence in _SENTENCE.split(text):
        is_left_out = says(base, "take_out", sentence) or says(base, "already", sentence)
        if not is_question(base, sentence) and not is_left_out:
            yield sentence


def _led_in(base: KnowledgeBase, sentence: str) -> tuple[str, str]:
    """A sentence up to what only says, before a colon, that an action comes, and what comes: '2, en wat ik mis: ...'.

    The whole sentence and nothing where it says no such thing.
    """
    head, colon, rest = sentence.partition(":")
    *before, last = [*_pieces(head)] or [""]
    bare = " ".join(_bare(last).split()[_leads(base, "own_action", _bare(last)) :])
    known = ways(base)
    leads = {known.bare(" ".join(way)) for way in known.within.get("only_wanting", ())}
    is_lead = bool(colon and rest.strip()) and known.bare(bare) in leads
    return (", ".join(before), rest.strip()) if is_lead else (sentence, "")


def _is_what(piece: str, titles: Sequence[str]) -> bool:
    """Whether a part of a line says in other words what an action is that was named by its number just before it."""
    return not _JOINED.match(piece) and any(telling_words(piece) & telling_words(title) for title in titles)


def _pieces(sentence: str) -> Iterator[str]:
    """The parts of a sentence between its marks; what only says where, with whom or when goes with the one before."""
    held = ""
    for piece in filter(None, (part.strip(_MARKS) for part in _PIECE.split(sentence))):
        if held and _BESIDE.match(piece) and not any(map(str.isdigit, held)):
            held = f"{held}, {piece}"
            continue
        yield from filter(None, (held,))
        held = piece
    yield from filter(None, (held,))


def without_denied(base: KnowledgeBase, text: str) -> str:
    """A line without the sentences that deny what they number, 'nummer 6, die bestaat niet', or what another has.

    Of 'geen gesprek met de leiding, wel iets kleins met de mentoren' the second is left.
    """
    instead = _NOT_THIS_BUT.match(text)
    sentences = _SENTENCE.split(text[instead.end() :] if instead else text)
    return " ".join(one for one in sentences if not (any(map(str.isdigit, one)) and _denies_it(base, one)))


def _denies_it(base: KnowledgeBase, sentence: str) -> bool:
    return any(_points_back(one) and says(base, "denied", one) for one in _PIECE.split(sentence))


def _points_back(piece: str) -> bool:
    """Whether a part of a line says something of what was named before it: 'die bestaat niet'."""
    return words_of(piece)[:1] in _POINTING


def _bare(piece: str) -> str:
    """A part of a line without the 'en' that it begins with."""
    return _JOINED.sub("", piece, count=1)


def _is_done_with(base: KnowledgeBase, piece: str) -> bool:
    """Whether a part of a line tells what one would do with somebody: 'samen met Joost het boekje doornemen'."""
    return _lead(base, "doing_with", _bare(piece)) > 0 and len(piece.split()) >= _DONE_WITH


def _in_words(base: KnowledgeBase, piece: str, titles: Titles, *, is_new: bool = False) -> tuple[tuple[str, ...], str]:
    """The actions that a part of a line resembles, or else an action of one's own that it tells."""
    joined = _JOINED.match(piece)
    bare = piece[joined.end() :] if joined else piece
    lead = _leads(base, "own_action", bare)
    if named := tuple(one for one, (title, _) in titles.items() if folded(title) == folded(bare.strip(_MARKS))):
        return named, ""  # 'uitzoeken wat nog niet bekend is' denies nothing
    if says(base, "not", bare) or (not lead and not is_new and _lead(base, "remark", bare)):
        return (), ""
    own = " ".join(bare.split()[lead:])
    is_new = is_new or bool(lead) or _lead(base, "new_thing", bare) > 0  # 'een avond', and not 'die avond'
    if actions := _called(own, titles, is_new=is_new):
        return actions, ""
    is_told = is_new or (joined and not _lead(base, "named_thing", bare))
    return (), capital(own) if is_told and len(own.split()) >= _LEAST else ""


def _only_leads(base: KnowledgeBase, text: str) -> bool:
    """Whether a text only says that an action of one's own comes."""
    return 0 < len(words_of(text)) == _leads(base, "own_action", text)


def _leads(base: KnowledgeBase, meaning: Meaning, text: str) -> int:
    """With how many words a text says this at its beginning, one way behind the other: 'verder wil ik vooral'."""
    first = _lead(base, meaning, text)
    return first + _leads(base, meaning, " ".join(text.split()[first:])) if first else 0


def _lead(base: KnowledgeBase, meaning: Meaning, text: str) -> int:
    """With how many words a text says this at its beginning; none if it does not."""
    words = words_of(text)
    return max((len(way) for way in ways(base).within.get(meaning, ()) if words[: len(way)] == way), default=0)


def _called(text: str, titles: Titles, *, is_new: bool) -> tuple[str, ...]:
    """The action that a text resembles, or each of those that its parts do; what is new only if it is a title."""
    # Only own words need this.
    from lobgids.hearing.nearest import NEAR

    parts = [] if is_new else _AND.split(text)
    several = tuple(_resembled(part, titles, NEAR) for part in parts)
    if len(parts) > 1 and all(several):
        return several
    whole = _resembled(text, titles, _SAME if is_new else NEAR)
    return (whole,) if whole else ()


def _resembled(text: str, titles: Titles, least: float) -> str:
    """The id of the action whose title or beginning a text resembles; empty if none is near, or more are."""
    from lobgids.hearing.nearest import MARGIN, nearest

    if len(words_of(text)) == 1 and len(text) < _LONG:
        return ""  # 'klein' says how, and is no 'klein begin'
    first, *others = nearest(text, titles)
    is_alone = not others or first.similarity - others[0].similarity >= MARGIN
    return first.id if first.similarity >= least and is_alone else ""
