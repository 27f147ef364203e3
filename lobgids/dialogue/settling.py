"""What becomes of a proposal once it was said whether it is right; and of a question that is passed by."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from lobgids.advice.own import all_lines, own_lines
from lobgids.dialogue import also
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.kinds.kind import LONGEST_TEXT, Said, not_too_long, with_quote
from lobgids.dialogue.leaving import ends_with_enough, refuses_all, without_enough
from lobgids.dialogue.pending import PendingEvent
from lobgids.dialogue.proposals import (
    ASKING,
    BOTH,
    NAMING,
    NO_PLUS,
    OTHER,
    OWN_LINE,
    TOGETHER,
    confirming,
    described,
    is_heard,
    open_proposal,
    value_of,
)
from lobgids.dialogue.spoken import request
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says, telling_words
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ACTIONS, BETWEEN, EVERYWHERE, KEEP_EDIT, LISTS, WHERE, name_of
from lobgids.log.events import EventKind
from lobgids.log.state import Proposal
from lobgids.school.quoting import let_in
from lobgids.school.sayings import is_whole, own_words, what_is_told
from lobgids.text import capital, clean, joined

_WHY = re.compile(r"(?:want|omdat|because)\b", re.IGNORECASE)
_ADDING = re.compile(r"\b(?:ook|too|also|as well)\b", re.IGNORECASE)
_MORE_OF_IT = re.compile(r"(?:om|zodat|waar\w*|die|dat|wat|so that|which|who|where)\b", re.IGNORECASE)
_QUOTED = re.compile(r"['\"‘“](?P<words>[^'\"‘“’”]{3,}?)['\"’”]")
_TELLS = 4
"""From so many words on a remark with a yes tells something."""
_ALIKE = 0.7
"""So much of their telling words two lines share that are one and the same action."""
_LEAST_LEFT = 2
"""So many words are an action still."""
_PARTS = re.compile(r"(?<=[,;:.!?])\s+")
NUMBERS_FIRST = re.compile(r"^\s*\d{1,2}(?:\s*(?:,|en|and|&)\s*\d{1,2})*\s*[.,:]\s+(?=[^\W\d])")


def settled(view: View, ask: str, proposal: Proposal, said: Said) -> list[PendingEvent] | None:
    """The events of a no, which belongs to the question about it, or of a yes that is kept as it is.

    None for a yes that is an answer as if it were given to the question itself (`meant_by`).
    """
    if said.value is False or name_of(str(said.value)) == OTHER:
        return _to_no(view, proposal, said, _refused(view, ask, proposal, _words(proposal, said)))
    if OWN_LINE in proposal.doubts and (behind := draft_of(view, proposal.ask)):
        words = _words(proposal, said)
        line = without_quoted(view.base, proposal.words, said.quote)
        return [*no_more(view, proposal.ask, words), with_line(view, behind, line)]
    if TOGETHER in proposal.doubts:
        once = _once(view, proposal, said.quote)
        titles = {action.id for action in view.conclusions.actions}
        left = (one if one in titles else without_quoted(view.base, one, said.quote) for one in once.choices)
        put = list(_put_in(view, replace(once, choices=tuple(left), words=_words(proposal, said))))
        remark = said.quote if len(said.quote.split()) >= _TELLS else ""
        is_kept = not remark or any(remark in str(event.value) for event in put)
        # 'Yes, but it'd be the head who sets the hours'
        note = PendingEvent("noted", proposal.ask, {"text": remark, "own_words": True})
        return put if is_kept else [*put, note]
    if is_heard(view, proposal) or ASKING in proposal.doubts:
        return None
    return [PendingEvent("confirmed", proposal.ask, with_quote(Said(proposal.choices[0], proposal.words)))]


def no_more(view: View, ask: str, words: str) -> list[PendingEvent]:
    """The event that passes by a list of actions, where words end with that it is enough."""
    is_enough = ask in LISTS and not view.is_answered(ask) and ends_with_enough(view.base, words)
    return [PendingEvent("skipped", ask, value=True)] if is_enough else []


def _to_no(view: View, proposal: Proposal, said: Said, refused: PendingEvent) -> list[PendingEvent]:
    """The events of a no: the question is asked again, but for what stays open then, or stands already."""
    is_left = {NO_PLUS, NAMING}.intersection(proposal.doubts) or is_left_open(view, proposal)
    skipped = PendingEvent("skipped", proposal.ask)
    if is_left:
        return [refused, skipped]
    if refuses_all(view, proposal.ask, said.quote):
        return [refused, PendingEvent("jumped", "") if view.is_answered(proposal.ask) else skipped]
    is_beside = OWN_LINE in proposal.doubts and view.is_answered(proposal.ask)  # an answer that stands
    return [refused, PendingEvent("jumped", "")] if is_beside else [refused]


def is_left_open(view: View, proposal: Proposal) -> bool:
    """Whether a situation stays open if what is proposed there is not right either, and its words stand."""
    return bool(described(view, proposal)) and was_asked_on(view, proposal.ask)


def _first_or_last(view: View, proposal: Proposal, said: Said) -> str:
    """The sentences that words single out as the first or the last; empty if they name none so."""
    is_named = any(says(view.base, part, said.quote) for part in ("first_part", "last_part"))
    is_new = is_named and view.header.shows_sentences
    return let_in(view.base, str(proposal.choices[0]), said.quote, is_yes=True) if is_new else ""


def meant_by(view: View, proposal: Proposal, said: Said) -> Said:
    """The answer that a yes gives to the question behind a proposal, with the words that it was told in."""
    if NO_PLUS in proposal.doubts and (left := _first_or_last(view, proposal, said)):
        return Said(left)  # 'ja, maar alleen de eerste zin'
    if NO_PLUS in proposal.doubts and (singled := also.singled_out(view.base, said.quote, str(proposal.choices[0]))):
        return Said(singled)  # 'ja, maar alleen het gesprek in 4h, de rest loopt juist niet'
    if ASKING in proposal.doubts:
        if left := let_in(view.base, str(proposal.choices[0]), said.quote, is_yes=True):
            return Said(left)  # 'ja graag, alleen dat eerste zinnetje hoeft er niet bij'
        added = said.quote if _ADDING.search(said.quote) else ""  # 'ja, en die mevrouw van de hogeschool ook'
        return Said(joined(str(proposal.choices[0]), added) if added else proposal.choices[0])
    if descriptions := described(view, proposal):
        is_pair = isinstance(said.value, list) or name_of(said.value) == BETWEEN
        value = sorted(description.id for description in descriptions) if is_pair else said.value
        return Said(value, _words(proposal, said))
    return Said(value_of(view, proposal), _words(proposal, said))


def everywhere(proposal: Proposal, meant: Said) -> Iterator[PendingEvent]:
    """The answer to where it differs that stands beside a yes to two things: nowhere, both go so everywhere."""
    if BOTH in proposal.doubts and isinstance(meant.value, list):
        yield PendingEvent("answered", ask_ids.of_component(ask_ids.subject_of(proposal.ask), WHERE), [EVERYWHERE])


def skip(view: View, ask: str) -> list[PendingEvent]:
    """The events of 'dat weet ik nog niet': no evidence, and on to the next question.

    At what own words may mean it passes by the question that they were said at.
    """
    if (proposal := open_proposal(view)) and ask == confirming(proposal):
        refused = _refused(view, ask, proposal, proposal.words)
        return [refused, PendingEvent("skipped", proposal.ask)] if is_heard(view, proposal) else [refused]
    return [PendingEvent("confirmed", ask, value=False) if ask == KEEP_EDIT else PendingEvent("skipped", ask)]


def passed_with(view: View, ask: str, text: str, part: str) -> list[PendingEvent]:
    """The events of a line of which a part passes by the question and the rest tells something; none if it does not.

    'Weet niet. Het dossier is een lege huls': nothing of that is lost.
    """
    if request(view.base, part) != "skip":
        return []
    rest = what_is_told(view.base, text.replace(part, "", 1).lstrip(" .,;:!?"))
    text = rest if view.header.shows_sentences else clean(text)
    note = PendingEvent("noted", ask, {"text": text, "own_words": True, "because": "unknown"})
    return [*skip(view, ask), note] if len(rest.split()) >= _TELLS else []


def was_asked_on(view: View, ask: str) -> bool:
    """Whether words were kept here before that chose nothing: then the answer stays open, and those words stand.

    Who tells it twice in own words has no answer among those of the list, and is not asked a third time.
    """
    component = view.component(ask)
    if component and ask_ids.is_named(ask, BETWEEN) and own_words(view, component):
        return True  # one told it already: which of the descriptions it is between is asked once
    is_first = not view.is_answered(ask) and (view.component(ask) is not None or ask_ids.name_of(ask) == ask_ids.BASIS)
    return is_first and any(note.own_words and note.ask == ask for note in view.state.notes)


def with_line(view: View, draft: Draft, text: str) -> PendingEvent:
    """The event of one more line at the ask that takes words of one's own."""
    before, added = own_lines(view.state.value(draft.words_answer)), as_actions(view.base, text)
    kept = without_like(view, before, added)
    lines = not_too_long("\n".join([*kept, added]))
    return PendingEvent(kind_of_answer(draft.words_answer), draft.words_answer, lines)


def without_like(view: View, before: Sequence[str], added: str) -> list[str]:
    """The lines that one has without the one that a new line says again in nearly the same words."""
    if not view.header.shows_sentences:
        return list(before)
    new = [telling_words(line) for line in own_lines(added)]
    return [line for line in before if not any(_are_alike(telling_words(line), words) for words in new)]


def _are_alike(first: set[str], other: set[str]) -> bool:
    return len(first & other) >= _ALIKE * max(len(first | other), 1)


def as_actions(base: KnowledgeBase, text: str) -> str:
    """Lines of one's own without what is only said to the guide, asks something or says why: 'nou, wat ik net zei:'."""
    lines = (_without_wanting(base, line) for line in all_lines(without_enough(base, text)) if not _WHY.match(line))
    actions = list[str]()
    for line in filter(None, lines):
        # 'Elke mentor een gesprek; om te beginnen in klas 2' is one.
        actions.append(f"{actions.pop()}, {line}" if actions and _MORE_OF_IT.match(line) else line)
    return "\n".join(actions) or text


def _without_wanting(base: KnowledgeBase, line: str) -> str:
    parts = [part for part in _PARTS.split(line) if part.strip()]
    kept = [part for part in parts if not is_whole(base, "only_wanting", part.strip(" ,;:.!?"))]
    is_plain = len(kept) == len(parts) and not says(base, "of_talk", line)
    return line if is_plain else what_is_told(base, " ".join(kept))


def _once(view: View, proposal: Proposal, quote: str) -> Proposal:
    """What is put into the plan without the own action of which a yes says that it stands there twice."""
    if not says(view.base, "double", quote):
        return proposal
    titles = {action.id: action.title for action in view.conclusions.actions}
    listed = {word for choice in proposal.choices for word in telling_words(titles.get(choice, ""))}
    own = [choice for choice in proposal.choices if choice not in titles]
    doubles = [choice for choice in own if listed & telling_words(choice) & telling_words(quote)]
    left = tuple(choice for choice in proposal.choices if choice not in doubles)
    return replace(proposal, choices=left) if len(doubles) == 1 else proposal


def without_quoted(base: KnowledgeBase, line: str, said: str) -> str:
    """A line without what words with a yes quote of it and leave out: 'ja, maar dat "mis ik nog" hoort er niet bij'."""
    is_left_out = any(says(base, meaning, said) for meaning in ("denied", "leaving_out", "take_out"))
    for found in _QUOTED.finditer(said) if is_left_out else ():
        at = line.casefold().find(found["words"].casefold())
        left = f"{line[:at]}{line[at + len(found['words']) :]}".strip(" ,:;.") if at >= 0 else ""
        if len(left.split()) >= _LEAST_LEFT:
            line = capital(left)
    return line


def _put_in(view: View, proposal: Proposal) -> Iterator[PendingEvent]:
    """The events of actions that are put into the plan together: those of the list, of the first one, and one's own."""
    draft, actions = draft_of(view, proposal.ask), {action.id for action in view.conclusions.actions}
    listed = {option.id for option in draft.options} if draft else set()
    here = [
        choice for choice in proposal.choices if choice in listed or (proposal.ask == ACTIONS and choice in actions)
    ]
    elsewhere = [choice for choice in proposal.choices if choice in actions and choice not in here]
    if here:
        words = NUMBERS_FIRST.sub("", proposal.words) if view.header.shows_sentences else proposal.words
        yield PendingEvent("answered", proposal.ask, with_quote(Said(here, words)))
    if elsewhere:
        yield PendingEvent("answered", ACTIONS, list(dict.fromkeys((*view.ids(ACTIONS), *elsewhere))))
    if not here:
        yield PendingEvent("skipped", proposal.ask)
    own = [choice for choice in proposal.choices if choice not in actions]
    if own and draft:
        yield with_line(view, draft, "\n".join(own))


def kind_of_answer(ask: str) -> EventKind:
    """The kind of event that an answer to an ask is."""
    return "planned" if ask_ids.is_of_plan(ask) else "answered"


def _words(proposal: Proposal, said: Said) -> str:
    """All that was said: what it was understood from, and what came with the yes or no."""
    both = joined(proposal.words, said.quote) if proposal.words and said.quote else ""
    return (both or proposal.words or said.quote)[:LONGEST_TEXT]


def _refused(view: View, ask: str, proposal: Proposal, words: str) -> PendingEvent:
    """The event of a no to what was understood; own words that were heard wrongly are kept with it."""
    is_kept = is_heard(view, proposal) or {OWN_LINE, TOGETHER, NO_PLUS}.intersection(proposal.doubts)
    return PendingEvent("confirmed", ask, with_quote(Said(value=False, quote=words if is_kept else "")))
