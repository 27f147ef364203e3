"""Own words at a question with options: what they may mean is put to the one who said them, and never decided.

In a situation they describe how it goes, and are compared with the example sentences of its descriptions; elsewhere
they may name an option in a sentence. What was worked out is kept as a `Proposal`, so that a replay hears the same.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, Protocol

from msgspec.structs import replace

from lobgids.advice.own import OWN
from lobgids.advice.plan import MORE, NONE
from lobgids.dialogue import also, school_name
from lobgids.dialogue.asserted import SENDS_ON, Told, names_oneself, told_in
from lobgids.dialogue.differing import differs, names_a_part
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.kinds.chosen import letter
from lobgids.dialogue.kinds.kind import LONGEST_TEXT, NotUnderstood, OpenAsk, Said, UnplacedWords
from lobgids.dialogue.kinds.known import known_places
from lobgids.dialogue.lists import named_options, picked
from lobgids.dialogue.numbered import by_number_and_word
from lobgids.dialogue.option_words import (
    all_but_some,
    as_said,
    by_words,
    left_out,
    marked_within,
    named_within,
    nth_at_end,
    without_repeated,
)
from lobgids.dialogue.order import shown_options
from lobgids.dialogue.proposals import (
    BOTH,
    DIVIDED,
    HEARD,
    NAMING,
    NO_PLUS,
    OTHER,
    confirming,
    described,
    open_proposal,
)
from lobgids.dialogue.protocol import Ask, MoveName, Option
from lobgids.dialogue.spoken import (
    FEELINGS,
    Answered,
    Request,
    beside_unknown,
    knows_not,
    only_asks,
    other_ways,
    request,
    said_otherwise,
    without_tag,
    without_talk,
    yes_or_no,
)
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import ARTICLES, DOUBT, Words, says, stands_in, ways, without, words_of
from lobgids.kb.schema.school import Description
from lobgids.log.ask_ids import (
    ABSENT,
    ACTIONS,
    ASSIGNMENT,
    FORM,
    MAY_QUOTE,
    PART,
    PICTURE,
    PICTURE_AGAIN,
    UNDERSTOOD,
    WHO,
    is_ambition,
    is_named,
    is_of_plan,
    is_understood,
    of_component,
    planned,
    situation,
    subject_of,
)
from lobgids.log.state import Proposal
from lobgids.school.naming import PARTLY
from lobgids.school.quoting import let_in
from lobgids.school.sayings import begins, is_whole, own_words, what_is_told
from lobgids.text import joined, sentences_of

_BUT = re.compile(r"[,;.]?\s+(?:maar|but|though|al)\s+", re.IGNORECASE)
_EXPLAIN = re.compile(
    r"(?:andere woorden|in andere woorden|anders gezegd|uitleg|leg uit|other words|in other words|explain)"
    r"(?:\s+(?:bij|voor|van|over|for|of|about))?(?:\s+(?:nummer|optie|number|option))?\s+(?P<mark>[a-z]|\d{1,2})[.?!]?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,;.!?]+\s*(?:(?:en|and)\s+)?|\s+(?:en|and)\s+", re.IGNORECASE)
_BUT = re.compile(r"\s+(?:maar|but)\s+", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?\n]+|,?\s+(?:maar|but)\s+", re.IGNORECASE)
_CLAUSES = re.compile(r"[,;.!?\n]+\s*|\s+(?=(?:maar|but|al)\s)", re.IGNORECASE)
_POINTING = re.compile(r"\b(?:kant van|richting(?: van)?|optie|nummer|towards?|option|number) (\d)\b", re.IGNORECASE)
_WITHOUT = (("geen",), ("niet",), ("zonder",), ("no",), ("not",), ("without",))
"""What a clause begins with that says what there is not."""
_NOT_ONLY = (("niet", "alleen"), ("not", "only"), ("not", "just"))
WHOSE: Literal["whose"] = "whose"
"""Why words that name who begins are no answer yet: which role that one has is asked."""

NOT_YET: Literal["not_yet"] = "not_yet"
"""Why words that name who would do it are no answer: it has not happened yet, so nobody does it now."""

_LIGHT = (PART, FORM, WHO)
"""The asks of which an answer says nothing of how it goes at school: what one talks of, how long, with whom first."""
_AT_LENGTH = 8
"""From so many words on one says what one will do, and not that there is nothing."""

TOLD: Literal["told"] = "told"
"""Why words stay as they are: they tell how it goes, and no answer says that."""

_LEAST = 3
"""The words that a clause has that says how it goes, beside a wish."""


class Heard(Protocol):
    """What was heard in a sentence: one description, two that come near, two parts that differ, or nothing."""

    @property
    def kind(self) -> Literal["one", "two", "divided", "nothing"]:
        """Which of these."""

    @property
    def descriptions(self) -> Sequence[str]:
        """Their ids, the nearest first."""

    @property
    def scores(self) -> Sequence[tuple[str, float]]:
        """How near all descriptions of the component come to the whole sentence, best first; empty if not known."""


Hear = Callable[[str, str], Heard]
"""Hears which descriptions of a component, by its id, a sentence resembles."""


class _Nothing(NamedTuple):
    kind: Literal["one", "two", "divided", "nothing"] = "nothing"
    descriptions: tuple[str, ...] = ()
    scores: tuple[tuple[str, float], ...] = ()


def hears_nothing(_component_id: str, _text: str) -> Heard:
    """Hear nothing: where there are no examples to compare with."""
    return _Nothing()


def request_at(base: KnowledgeBase, ask: Ask, text: str) -> Request | Literal[""]:
    """What a whole line asks for at a question; empty if it is an answer there, or anything else."""
    kind, options = KINDS[ask.kind], ask.options
    named = by_words(text, options, several=False) or said_otherwise(base, text, options)
    is_answer = named or (kind.is_yes_or_no and yes_or_no(base, text))
    asked_for = "" if is_answer else request(base, text)
    return "" if kind.takes_words and asked_for in FEELINGS else asked_for


def move_at(base: KnowledgeBase, ask: Ask, text: str) -> MoveName | None:
    """The move that a whole line asks for at a question; None if it asks for none."""
    match request_at(base, ask, text):
        case "" | "done" | "remove" | "minutes" | "tired":
            return None
        case move:
            return move


def hear(asked: OpenAsk, words: UnplacedWords, hears: Hear) -> Said | Proposal | UnplacedWords:
    """What own words say or may mean at a question; the words themselves if nothing comes near.

    Raises `NotUnderstood` if they are only a yes or a no.
    """
    component = asked.view.component(asked.id)
    kind = KINDS[asked.draft.kind]
    finds_out = is_ambition(asked.id) and says(asked.view.base, "finding_out", words.text)
    if finds_out and asked.view.header.shows_sentences:  # 'eerst uitzoeken wat er is'
        words = words._replace(because="unknown")
    is_heard_already = is_understood(asked.id) and not is_named(asked.id, UNDERSTOOD)
    is_open = words.because == NOT_YET or (words.because in ("unknown", WHOSE) and is_of_plan(asked.id))
    is_guess = asked.is_of_doers and says(asked.view.base, "guess", words.text)
    is_open = is_open or (words.because == "unknown" and (is_guess or finds_out))
    if is_open or is_heard_already or not (kind.may_be_meant or kind.is_number):
        return words
    if knows_not(asked.view.base, words.text) and not kind.is_yes_or_no:
        return _unless_told(asked, words, hears)
    if not kind.may_be_meant:
        return words
    if only_asks(asked.view.base, words.text):
        return UnplacedWords(words.text, "question")
    answered = yes_or_no(asked.view.base, words.text)
    if answered and not answered.remark and len(words.text.split()) <= _LEAST:
        raise NotUnderstood("problem.choice", last=letter(len(asked.options) - 1))
    if component and _is_situation(asked, component.id):
        return _absent(asked, component.id, words.text) or _described_or_absent(asked, component.id, words.text, hears)
    return _recognised(asked, words.text) or _named(asked, words)


def _absent(asked: OpenAsk, component_id: str, text: str) -> Said | None:
    """That no such thing happens, where words say that of something and tell nothing beside it; else None."""
    base, absent = asked.view.base, of_component(component_id, ABSENT)
    parts = [one for part in _PARTS.split(what_is_told(base, text.replace("?", "."))) for one in _BUT.split(part)]
    told = [part for part in parts if part and not _denies(base, part) and not says(base, "not_here", part)]
    is_told = any(len(part.split()) > _LEAST for part in told)
    is_asked = asked.id == situation(component_id)  # and nothing was heard before
    if not is_asked or is_told or not says(base, "not_here", text) or says(base, "unknown", text):
        return None  # who did not see it does not say that it does not happen
    return Said(absent, text)


def _described_or_absent(asked: OpenAsk, component_id: str, text: str, hears: Hear) -> Said | Proposal | UnplacedWords:
    """What is described, or where nothing is near that no such thing happens if a text begins by saying that."""
    heard = _described(asked, component_id, text, hears)
    is_asked = isinstance(heard, UnplacedWords) and asked.id == situation(component_id)
    sentence, *others = _SENTENCE.split(text.strip())
    first = _BUT.split(sentence)[0]  # 'ze vinden het belangrijk, maar er zijn geen uren' tells how it goes
    begins_so = says(asked.view.base, "not_here", first) and not says(asked.view.base, "unknown", text)
    has_exception = any(begins(asked.view.base, "singling", one) and len(one.split()) > _LEAST for one in others)
    # 'Een echte opdracht is er niet. Ze gaan naar een open dag, met een formuliertje'; what one does oneself is none.
    is_instead = any(_tells_instead(asked.view.base, one) for one in others)
    if is_asked and begins_so and (has_exception or is_instead):  # 'scholing doen we niet. Alleen Joris, die keek mee'
        return UnplacedWords(text, TOLD)
    return Said(of_component(component_id, ABSENT), text) if is_asked and begins_so else heard


def _tells_instead(base: KnowledgeBase, sentence: str) -> bool:
    """Whether a sentence tells what there is, of others than oneself, and denies and doubts nothing."""
    is_of_others = not says(base, "oneself", sentence) and not says(base, "own_time", sentence)
    is_plain = (
        not _denies(base, sentence) and not says(base, "not_here", sentence) and not says(base, "unknown", sentence)
    )
    return is_of_others and is_plain and len(sentence.split()) > _LEAST + 2


def _unless_told(asked: OpenAsk, words: UnplacedWords, hears: Hear) -> Said | Proposal | UnplacedWords:
    """Words that say that one does not know; what the other parts of them mean all the same, if they say a lot."""
    rest = beside_unknown(asked.view.base, words.text)
    is_guess = asked.is_of_doers and says(asked.view.base, "guess", words.text)
    is_wish = is_ambition(asked.id) and not _pointed_at(asked, words.text)
    begins_so = is_wish and knows_not(asked.view.base, _CLAUSES.split(words.text)[0])
    if is_guess or begins_so or _is_doubt_throughout(asked.view.base, words.text):
        return UnplacedWords(words.text, "unknown")
    if len(rest.split()) < _LEAST or not KINDS[asked.draft.kind].may_be_meant:
        return UnplacedWords(words.text, "unknown")
    component = asked.view.component(asked.id)
    is_told = component and _is_situation(asked, component.id)
    told = _described(asked, component.id, rest, hears) if component and is_told else _named(asked, UnplacedWords(rest))
    if isinstance(told, Said) and not _is_nothing_else(asked, told):
        return told._replace(quote=words.text)  # 'de mentor denk ik, van de andere klassen weet ik het niet'
    if isinstance(told, Proposal) and len(told.choices) == 1:
        return replace(told, words=words.text)
    return UnplacedWords(words.text, "unknown")


def _is_doubt_throughout(base: KnowledgeBase, text: str) -> bool:
    """Whether a text begins and ends with that one does not know: 'Dat weet ik niet. Er lag iets, maar geen idee'."""
    first, last = _SENTENCE.split(text.strip())[0], _CLAUSES.split(text.strip(" .!?"))[-1]
    return first != text and is_whole(base, "unknown", first) and says(base, "unknown", last)


def _is_nothing_else(asked: OpenAsk, said: Said) -> bool:
    """Whether an option excludes the others, as 'niemand' does: who does not know says more than that."""
    chosen = said.value if isinstance(said.value, list) else [said.value]
    return KINDS[asked.draft.kind].takes_several and any(one.alone for one in asked.options if one.id in chosen)


def explained(ask: Ask, text: str) -> str:
    """The id of the option that a line asks to be explained: 'andere woorden bij 1'; empty if it asks for none."""
    found = _EXPLAIN.fullmatch(text.strip())
    places = named_options(found["mark"], len(ask.options), several=False) if found else ()
    return ask.options[places[0]].id if places else ""


def is_not_yet(asked: OpenAsk, text: str) -> bool:
    """Whether words at the question who does something say that it has not happened yet: 'dan ben ik het, maar ...'."""
    begun = next(iter(sentences_of(text)), "")  # 'dat weet ik niet, bij mij kwam nog niemand' is not known
    is_said = says(asked.view.base, "not_yet", text) and not says(asked.view.base, "unknown", begun)
    return asked.is_of_doers and is_said and picked(text, asked.options) is None


def reply_to(asked: OpenAsk, proposal: Proposal, typed: str, hears: Hear) -> Said | Proposal | None:
    """What a yes or a no says at an open proposal, or a correction of it; None if the words are neither."""
    answered = yes_or_no(asked.view.base, typed)
    if answered and not answered.agrees and (one := _one_of_two(asked, proposal, answered.remark)):
        return one
    partly = _agrees_in_part(asked, proposal, typed, hears)
    if partly or answered is None or by_words(typed, asked.options, several=False):
        return partly
    if chosen := marked_within(without_talk(asked.view.base, answered.remark), asked.options, several=False):
        quote = without_repeated(as_said(chosen, answered.remark), asked.options, chosen.places)
        return Said(KINDS[asked.draft.kind].value_at(asked.options, chosen.places), quote)
    if not answered.agrees:
        return _refused(asked, proposal, typed, answered.remark, hears)
    is_open = len(proposal.choices) > 1 and not {DIVIDED, BOTH}.intersection(proposal.doubts)
    if is_open and described(asked.view, proposal):
        return None  # a yes to which of the two?
    agreed = Said(KINDS[asked.draft.kind].value_at(asked.options, [0]), answered.remark)
    return _differs(asked, proposal, answered.remark, hears) or agreed


def _agrees_in_part(asked: OpenAsk, proposal: Proposal, typed: str, hears: Hear) -> Said | None:
    """A yes with its reservation, where words agree with the one description in part and tell no other one."""
    base = asked.view.base
    is_wish = is_ambition(proposal.ask) and len(proposal.choices) == 1
    is_one = (len(described(asked.view, proposal)) == 1 or is_wish) and says(base, "partly", typed)
    answered = yes_or_no(base, typed)
    is_chosen = by_words(typed, asked.options, several=False) or (answered and answered == Answered(agrees=True))
    if not is_one or is_chosen or _instead(asked, proposal, typed, hears) or _differs(asked, proposal, typed, hears):
        return None
    return Said(KINDS[asked.draft.kind].value_at(asked.options, [0]), typed)


def _refused(asked: OpenAsk, proposal: Proposal, typed: str, remark: str, hears: Hear) -> Said | Proposal:
    """What a no says: how it is instead, or only that it is not so."""
    if another := _instead(asked, proposal, remark, hears):
        return replace(another, words=_with_before(proposal, typed))
    if _tells_the_same(asked, proposal, remark, hears):  # 'nee, geen opdracht thuis. Wel een gesprek met de mentor'
        return Said(KINDS[asked.draft.kind].value_at(asked.options, [0]), typed)
    return no_with(asked, typed if remark else "")  # with its no: by itself the rest may say the opposite


def _tells_the_same(asked: OpenAsk, proposal: Proposal, remark: str, hears: Hear) -> bool:
    """Whether what a no says of how it is comes closest to the one description that was heard before."""
    told = _undenied(asked.view.base, remark)
    if len(told.split()) < _LEAST or len(described(asked.view, proposal)) != 1:
        return False
    again = _described(asked, subject_of(proposal.ask), told, hears)
    return isinstance(again, Proposal) and again.choices == proposal.choices


def no_with(asked: OpenAsk, quote: str) -> Said:
    """A no to what was heard, with words of one's own."""
    return Said(KINDS[asked.draft.kind].value_at(asked.options, [len(asked.options) - 1]), quote)


def _one_of_two(asked: OpenAsk, proposal: Proposal, remark: str) -> Said | None:
    """Which of the descriptions that were heard a no names by its place among them: 'nee, de eerste dus'."""
    told = [option.id for option in asked.options if option.id in proposal.choices]
    nth = nth_at_end(remark, len(told)) if len(told) > 1 else None
    return None if nth is None else Said(told[nth], remark)


def corrected(asked: OpenAsk, words: str) -> tuple[OpenAsk, Said] | None:
    """Another answer to the question behind an open proposal, given at once; None if the words are none."""
    proposal = open_proposal(asked.view)
    if (
        proposal is None
        or not {HEARD, NAMING, NO_PLUS}.intersection(proposal.doubts)
        or asked.id != confirming(proposal)
    ):
        return None
    draft, reply = draft_of(asked.view, proposal.ask), yes_or_no(asked.view.base, words)
    if reply and not reply.agrees and reply.remark:
        words = reply.remark
    elif reply:
        return None
    is_chosen = picked(words, asked.options) or by_number_and_word(asked.view.base, words, asked.options)
    if draft is None or is_chosen or by_words(words, asked.options, several=False):
        return None
    behind = asked._replace(id=proposal.ask, draft=draft, options=shown_options(asked.view, proposal.ask, draft))
    if is_not_yet(behind, words) or (behind.is_of_doers and says(asked.view.base, "guess", words)):
        return None
    if NO_PLUS in proposal.doubts:
        singled = also.singled_out(asked.view.base, words, proposal.words)
        said = Said(singled) if singled else None
    else:
        said = _new_name(behind, words) if NAMING in proposal.doubts else _new_answer(behind, words)
    return (behind, said) if said else None


def _new_answer(asked: OpenAsk, words: str) -> Said | None:
    """The answer that a correction gives, also by what its clauses say; None if it gives none."""
    kind = KINDS[asked.draft.kind]
    try:
        reading = kind.parse(asked, words)
    except NotUnderstood:
        return None
    if isinstance(reading, Said):
        return reading
    places = told_in(asked.view.base, words, asked.options).places
    return Said(kind.value_at(asked.options, places), words) if _is_answer(asked, places) else None


def _new_name(asked: OpenAsk, words: str) -> Said | None:
    """The name of the school that is typed instead; None if that is perhaps none, too."""
    if school_name.is_left_out(asked.view.base, words):
        return None
    named = school_name.named(asked, words)
    return Said(named.value) if isinstance(named, Said) else None


def _instead(asked: OpenAsk, proposal: Proposal, remark: str, hears: Hear) -> Proposal | None:
    """What is proposed instead, if a no says how it is and that is another answer."""
    told = _undenied(asked.view.base, remark)
    if len(told.split()) < _LEAST or not described(asked.view, proposal):
        return None
    another = _described(asked, asked.id.partition(".")[0], told, hears)
    if not isinstance(another, Proposal) or another.choices == proposal.choices:
        return None
    refused = proposal.choices if len(proposal.choices) == 1 else ()  # of two one may be right
    left = tuple(choice for choice in another.choices if choice not in refused)
    return replace(another, choices=left, doubts=another.doubts if len(left) > 1 else ())


def _undenied(base: KnowledgeBase, remark: str) -> str:
    """The sentences of a correction that deny nothing: what one says that there is not, is not told back."""
    parts = [part.strip() for part in _SENTENCE.split(remark)]
    return ". ".join(part for part in parts if part and not _denies(base, part))


def _denies(base: KnowledgeBase, part: str) -> bool:
    """Whether a sentence says what is not so; 'niet alleen' says what is."""
    return any(stands_in(way, without(words_of(part), _NOT_ONLY)) for way in ways(base).within.get("denied", ()))


def _differs(asked: OpenAsk, proposal: Proposal, remark: str, hears: Hear) -> Proposal | None:
    """Both descriptions, if a 'ja, maar in de onderbouw ...' tells another one besides what was heard."""
    heard = described(asked.view, proposal)
    base = asked.view.base
    if len(heard) != 1 or not begins(base, "reservation", remark) or not names_a_part(base, remark):
        return None
    other = _described(asked, asked.id.partition(".")[0], remark, hears)
    if not isinstance(other, Proposal) or len(other.choices) != 1 or other.choices == proposal.choices:
        return None
    return replace(other, choices=(*proposal.choices, *other.choices), doubts=(DIVIDED,))


def _is_situation(asked: OpenAsk, component_id: str) -> bool:
    ids = {option.id for option in asked.options}
    is_asked = asked.id == situation(component_id) and not asked.view.track.answering.is_vote
    return is_asked or of_component(component_id, OTHER) in ids


def _described(asked: OpenAsk, component_id: str, text: str, hears: Hear) -> Proposal | UnplacedWords:
    """Which descriptions the words resemble; a wish says nothing of how it goes, but what stands beside it may."""
    told = _beside_wish(asked, text)
    if not told:
        return UnplacedWords(text, "wish")
    heard = hears(component_id, _there(asked.view.base, told))
    known = {
        description.id: description
        for one in asked.view.base.components
        if one.id == component_id
        for description in one.descriptions
    }
    # 'De mentor stuurt ze door' tells what the mentor does.
    denied = () if SENDS_ON.search(told) else _denied_doers(asked.view.base, told)
    choices = tuple(
        found
        for found in heard.descriptions
        if found in known and not _is_about(known[found], denied) and not _is_unfit(asked.view.base, known[found], told)
    )
    if heard.kind == "nothing" or not choices:
        return UnplacedWords(text, "unplaced")
    before = open_proposal(asked.view)
    words = _with_before(before, text) if before and before.ask == situation(component_id) else text
    if heard.kind != "divided" or len(choices) == 1:
        return Proposal(situation(component_id), words, choices, ())
    was_put = _was_divided(asked.view, situation(component_id))
    if differs(asked.view.base, told) and not was_put:
        return Proposal(situation(component_id), words, choices, (DIVIDED,))
    return _alike(Proposal(situation(component_id), words, choices, ()), heard, is_one=was_put)


def _there(base: KnowledgeBase, text: str) -> str:
    """A text without the clauses that say what there is not, 'afspraken hebben we niet'; all of it if no other is."""
    clauses = [one for one in _CLAUSES.split(text) if one.strip()]
    there = [one for one in clauses if not says(base, "not_here", one) and words_of(one)[:1] not in _WITHOUT]
    is_told = len(there) < len(clauses) and sum(len(one.split()) for one in there) > _LEAST
    return ", ".join(there) if is_told else text


def _was_divided(view: View, ask: str) -> bool:
    """Whether it was put before at this question that it differs: it is not said a second time."""
    before = (view.state.proposed, *(record.proposed for record in view.state.history))
    return any(isinstance(one, Proposal) and one.ask == ask and DIVIDED in one.doubts for one in before)


def _alike(proposal: Proposal, heard: Heard, *, is_one: bool) -> Proposal:
    """What is put where two descriptions were heard and nothing differs: the best if it is so clearly, or both.

    `is_one`: the best in any case.
    """
    # Only own words need this.
    from lobgids.hearing.ear import CLEAR

    ranked = [(key, score) for key, score in heard.scores if key in proposal.choices]
    best = ranked[0][0] if ranked else proposal.choices[0]
    is_clear = len(ranked) > 1 and ranked[0][1] - ranked[1][1] >= CLEAR
    return replace(proposal, choices=(best,)) if is_one or is_clear else replace(proposal, doubts=(BOTH,))


def undivided(asked: OpenAsk, proposal: Proposal, typed: str, hears: Hear) -> Proposal | None:
    """What is put instead where one denies that it differs: what these words tell, or else the best of before."""
    base, options = asked.view.base, asked.options
    if DIVIDED not in proposal.doubts or not says(base, "no_difference", typed):
        return None
    answered = yes_or_no(base, typed)
    is_chosen = picked(typed, options) or by_words(typed, options, several=True) or said_otherwise(base, typed, options)
    if is_chosen or (answered and answered.agrees):
        return None
    component_id = subject_of(proposal.ask)
    told = _described(asked, component_id, typed, hears)
    words = _with_before(proposal, typed)
    if isinstance(told, Proposal) and len(told.choices) == 1:
        return replace(told, words=words)
    return _alike(replace(proposal, words=words, doubts=()), hears(component_id, proposal.words), is_one=True)


def _with_before(before: Proposal, text: str) -> str:
    """The words behind those of what was proposed before them."""
    both = joined(before.words, text)
    return both if len(both) <= LONGEST_TEXT else text


def _denied_doers(base: KnowledgeBase, text: str) -> list[Words]:
    """How those are called of whom a text only says that they do not do it: 'de mentoren doen weinig'."""
    doers = [Option(id=answer.id, text=answer.text) for answer in base.answers if answer.group == "doer"]
    denied = [doers[place] for place in told_in(base, text, doers).denied]
    ways = (words_of(way) for doer in denied for way in (doer.text, *other_ways(base, doer.id)))
    return [tuple(word for word in way if word not in ARTICLES) for way in ways]


def _is_unfit(base: KnowledgeBase, description: Description, text: str) -> bool:
    """Whether a text says what makes it another thing than is described: a course in one's own time."""
    return any(says(base, meaning, text) for meaning in description.unless)


def _is_about(description: Description, doers: Sequence[Words]) -> bool:
    """Whether one of these does what is described: it begins with them."""
    begun = (words_of(text) for text in (description.text, description.told))
    bare = [tuple(word for word in words if word not in ARTICLES) for words in begun]
    return any(words[: len(doer)] == doer for words in bare for doer in doers)


def _beside_wish(asked: OpenAsk, text: str) -> str:
    """The text without the parts that say a wish; empty if no part is left that says how it goes."""
    base = asked.view.base
    if not says(base, "wish", text):
        return text
    parts = [part for part in _BUT.split(text) if not says(base, "wish", part)]
    return " ".join(part for part in parts if len(part.split()) >= _LEAST)


def _named(asked: OpenAsk, words: UnplacedWords) -> Said | Proposal | UnplacedWords:
    """The options that the sentence surely names, or those that it names or resembles, to be confirmed; else the words.

    What an action needs, such as who does it, is confirmed in any case: a sentence often names who helps, too.
    """
    if asked.id == MAY_QUOTE and says(asked.view.base, "denied", words.text):  # 'dat laatste hoeft er niet in'
        assignment = str(asked.view.state.value(ASSIGNMENT) or "")
        return Said(bool(let_in(asked.view.base, assignment, words.text, is_yes=False)), words.text)
    said = without_talk(asked.view.base, words.text) or words.text  # 'zoals ik al zei' names nobody
    told = told_in(asked.view.base, said, asked.options)
    named = _named_in(asked, said)
    if asked.id == WHO and not KINDS[asked.draft.kind].takes_several and len(told.places) > 1:
        named = told.places[:1]  # 'de rector, en mijn teamleider neem ik mee'
    known = known_places(asked, words.text)
    if known and asked.is_of_doers and asked.view.header.shows_sentences:
        known = tuple(dict.fromkeys((*known, *told.places)))  # 'Fatima en ik'
    known = known or _pointed_at(asked, words.text)
    if plain := known or _shared_out(asked, words.text, told, named):
        return Said(KINDS[asked.draft.kind].value_at(asked.options, plain), words.text)
    # 'Iets anders, dat typ ik zelf' asks for no action yet.
    is_beside = {asked.options[place].id for place in named} <= {OWN, MORE, NONE}
    is_free = is_beside or not is_of_plan(asked.id)
    if asked.is_of_doers and named and not told.denied and {*named} < {*told.places}:
        named, is_free = told.places, False  # 'ze gaan naar de mentor, en die stuurt ze naar mij'
    if named and is_free and _is_sure(asked, words.text) and _is_plainly_alone(asked, named, told.is_plain):
        return Said(KINDS[asked.draft.kind].value_at(asked.options, named), words.text)
    is_all = KINDS[asked.draft.kind].takes_several and says(asked.view.base, "all", words.text)
    is_unlike = is_all or says(asked.view.base, "unasked", words.text)  # 'niemand weet het' is not 'iemand anders'
    # What people are called is like nothing else: 'de sectiehoofden' are no adjunct.
    is_of_people = is_of_plan(asked.id) and planned(asked.id)[0] in ("who", "helps")
    near = () if is_unlike or is_of_people else _resembled_in_parts(asked, words.text)
    places = named or tuple(place for place in near if place not in told.denied)
    if asked.id == ACTIONS and len(words.text.split()) >= _AT_LENGTH:  # 'uitzoeken wat ik nog niet weet' is an action
        places = tuple(place for place in places if not asked.options[place].alone)
    if not _is_answer(asked, places):
        return words
    if (
        asked.id in _LIGHT
        and len(places) == 1
        and set(places) <= set(told.places)
        and not _is_doubted(asked, words.text)
    ):
        return Said(KINDS[asked.draft.kind].value_at(asked.options, places), words.text)
    return Proposal(asked.id, words.text, tuple(asked.options[place].id for place in places), (HEARD,))


def _pointed_at(asked: OpenAsk, text: str) -> tuple[int, ...]:
    """The place of the wish that words point at by its number: 'op den duur wil ik wel die kant van 2 op'."""
    numbers = {int(number) for number in _POINTING.findall(text)} if is_ambition(asked.id) else set()
    return tuple(number - 1 for number in numbers if 0 < number <= len(asked.options)) if len(numbers) == 1 else ()


def _recognised(asked: OpenAsk, text: str) -> Said | None:
    """That one recognises the picture for a part, where words agree with some of it and not with the rest; else None.

    'Voor de bovenbouw klopt dat, maar wij zijn geen vakkenschool'.
    """
    base, parts = asked.view.base, _BUT.split(text)
    is_agreed = any(says(base, "fits", part) and not says(base, "not", part) for part in parts)
    is_missed = asked.view.header.shows_sentences and says(base, "missing", text)  # 'dat ik het alleen doe, mis ik'
    is_part = asked.id in (PICTURE, PICTURE_AGAIN) and ((len(parts) > 1 and is_agreed) or is_missed)
    return Said(PARTLY, text) if is_part else None


def _shared_out(asked: OpenAsk, text: str, told: Told, named: Sequence[int]) -> tuple[int, ...]:
    """The places of who does it, where one tells it of others and of oneself; empty where anything is left to ask.

    'In klas 3 de mentor, in de bovenbouw ben ik het': the year is no number of an option.
    """
    base = asked.view.base
    is_alone = any(asked.options[place].alone for place in told.places)
    others = {place for place in told.places if asked.options[place].id != f"doer.{asked.view.manner.speaker}"}
    is_both = 0 < len(others) < len(told.places) and set(named) <= set(told.places) and others <= set(named)
    if not asked.is_of_doers or not is_both or is_alone or told.denied or not names_oneself(base, text):
        return ()
    numbers = any(map(str.isdecimal, _without_parts(base, words_of(text))))
    is_doubted = says(base, "ought", text) or not DOUBT.isdisjoint(words_of(text))
    return () if numbers or is_doubted else told.places


def _without_parts(base: KnowledgeBase, words: Words) -> Words:
    """Words without the parts of a school that they name, each as often as it stands there."""
    left = without(words, ways(base).within.get("part", ()))
    return left if left == words else _without_parts(base, left)


def _is_plainly_alone(asked: OpenAsk, places: Sequence[int], is_plain: bool) -> bool:  # noqa: FBT001
    """Whether these options leave the others open; one that excludes them has to be said with little beside it.

    'Er heeft nog niemand iets gevraagd' does not say that nobody does it.
    """
    is_alone = KINDS[asked.draft.kind].takes_several and any(asked.options[place].alone for place in places)
    return is_plain or not is_alone


def _is_doubted(asked: OpenAsk, text: str) -> bool:
    """Whether a sentence doubts or denies an option that it names; or has a number, but for that of who is meant."""
    is_number = any(map(str.isdigit, text)) and asked.id != WHO
    return (
        is_number or not DOUBT.isdisjoint(words_of(text)) or bool(told_in(asked.view.base, text, asked.options).denied)
    )


def _is_sure(asked: OpenAsk, text: str) -> bool:
    """Whether a sentence that names options leaves nothing to ask: no doubt, nothing denied, no number, not 'alles'."""
    base, words = asked.view.base, words_of(text)
    is_all = KINDS[asked.draft.kind].takes_several and says(base, "all", text)
    # 'De mentoren, en eentje wil niet zo' names them; 'de mentoren? niet' does not.
    is_denied = any(_denies(base, part) and len(part.split()) < _LEAST for part in _PARTS.split(text))
    is_denied = is_denied or says(base, "ought", text)  # who should do it perhaps does not
    is_doubted = is_denied or not DOUBT.isdisjoint(words) or bool(told_in(base, text, asked.options).denied)
    return not is_all and not is_doubted and not any(map(str.isdigit, text))


def _named_in(asked: OpenAsk, text: str) -> tuple[int, ...]:
    """The places of the options that a sentence names, which can be the answer together; empty if it names none."""
    is_denied = says(asked.view.base, "not", without_tag(asked.view.base, text))
    told = told_in(asked.view.base, text, asked.options)
    is_alone = not told.places or bool(left_out(text))  # 'ze komen allemaal bij mij' names one
    is_all = is_alone and says(asked.view.base, "all", text)
    is_oneself = [asked.options[place].id for place in told.places] == [f"doer.{asked.view.manner.speaker}"]
    if is_oneself and not is_denied and says(asked.view.base, "all", text):  # 'ik doe alles zelf'
        return told.places
    if KINDS[asked.draft.kind].takes_several and is_all:
        everything = () if is_denied else _places_within(asked, text)
        places = all_but_some(text, asked.options) or _all_but(asked, text) or everything
        return places if _is_answer(asked, places) else ()
    named = _by_a_sentence(asked, text) or (() if is_denied else _places_within(asked, text))
    if says(asked.view.base, "unasked", text):  # 'niemand weet het' does not say that nobody does it
        named = tuple(place for place in named if not asked.options[place].alone)
    is_alone = any(asked.options[place].alone for place in named) and KINDS[asked.draft.kind].takes_several
    is_told = bool(told.places) and (is_denied or bool(told.denied) or is_alone)
    near = () if is_told else named
    return next((found for found in (near, told.places) if _is_answer(asked, found)), ())


def _all_but(asked: OpenAsk, text: str) -> tuple[int, ...]:
    """The places of all options but the one that the words behind 'behalve' resemble: 'behalve wat ouders doen'."""
    left = _resembled(asked, left_out(text)) if left_out(text) else ()
    return tuple(place for place, one in enumerate(asked.options) if left and not one.alone and place not in left)


def _by_a_sentence(asked: OpenAsk, text: str) -> tuple[int, ...]:
    """The place of the one option that a sentence among others says, as in 'Dat weet ik al. Laat meer zien'.

    Of several the one that is said twice: 'het hele spul, vmbo-t en havo. De hele school dus'.
    """
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    found = (said_otherwise(asked.view.base, part, asked.options) for part in parts if len(parts) > 1)
    places = Counter(said.places for said in found if said and not said.quote)
    twice = [place for place, times in places.items() if times > 1]
    one = twice if len(twice) == 1 else list(places)
    return one[0] if len(one) == 1 else ()


def _places_within(asked: OpenAsk, text: str) -> tuple[int, ...]:
    """The places of the options that stand in a sentence; of all that go together if it says so of several."""
    named = named_within(text, asked.options)
    if named or not KINDS[asked.draft.kind].takes_several or not says(asked.view.base, "all", text):
        return named
    return tuple(place for place, option in enumerate(asked.options) if not option.alone)


def _is_answer(asked: OpenAsk, places: Sequence[int]) -> bool:
    """Whether the options at these places can be the answer together."""
    kind = KINDS[asked.draft.kind]
    try:
        return bool(places) and isinstance(kind.check(asked, Said(kind.value_at(asked.options, places))), Said)
    except NotUnderstood:
        return False


def _resembled_in_parts(asked: OpenAsk, text: str) -> tuple[int, ...]:
    """The place of the option that a sentence resembles; where several may be chosen also those that its parts do."""
    whole = _resembled(asked, text)
    parts = [part for part in _PARTS.split(text) if len(part.split()) >= _LEAST - 1]
    takes_parts = KINDS[asked.draft.kind].takes_several and not asked.draft.words_answer
    if not takes_parts or len(parts) < _LEAST - 1:
        return whole
    found = (place for part in parts for place in _resembled(asked, part))
    return tuple(dict.fromkeys((*whole, *found)))


def _said_of(view: View, option: Option) -> list[str]:
    """What one said oneself of what an option is about, where that is a component: by that one means it again."""
    component = view.base.components_by_id.get(option.id)
    return sentences_of(own_words(view, component)) if component else []


def _resembled(asked: OpenAsk, text: str) -> tuple[int, ...]:
    """The place of the option that a sentence resembles, if one is near."""
    # Only own words need this.
    from lobgids.hearing.nearest import MARGIN, NEAR, NEARER, nearest

    base = asked.view.base
    ways = {
        option.id: [option.text, *other_ways(base, option.id), *_said_of(asked.view, option)]
        for option in asked.options
        if not (option.alone and KINDS[asked.draft.kind].takes_several)
    }
    if not ways:
        return ()
    first, *others = nearest(text, ways)
    is_alone = not others or first.similarity - others[0].similarity >= MARGIN
    ids = [option.id for option in asked.options]
    least = NEARER if asked.draft.words_answer else NEAR  # where one's own words are an answer, too
    return (ids.index(first.id),) if first.similarity >= least and is_alone else ()
