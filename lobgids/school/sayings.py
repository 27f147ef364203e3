"""What own words say of an answer that stands: a reservation, or that there is nothing. The ways are content."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says, stands_in, ways, without, words_of
from lobgids.kb.schema.hearing import Meaning
from lobgids.kb.schema.school import Component, Description
from lobgids.log.ask_ids import ALSO, BETWEEN, WHERE, of_component, situation, subject_of
from lobgids.log.state import Proposal, UndoRecord
from lobgids.school.once import once
from lobgids.text import capital, last_said, one_line, sentences_of, without_questions

if TYPE_CHECKING:
    from lobgids.school.view import SchoolView

_HARD: tuple[Meaning, ...] = ("alone", "no_time", "no_support", "heavy", "scared")
NONE_FITS: tuple[Meaning, ...] = ("none_fits", "none_of_two")
"""That none of the answers fits, and that none of two does."""
_SMALL: tuple[Meaning, ...] = ("around", "choosing", "fits", "hedge")
_FIGURE = re.compile(r"\d|\b(?:[eé]én|one)\b", re.IGNORECASE)
_BETWEEN_CLAUSES = re.compile(r"(?<=[,:;.!?])\s+")
_OF_REST = re.compile(
    r"(?:en |maar |and |but )?(?:bij|vd|van|over|verder|de rest|the rest|of the|about)\b", re.IGNORECASE
)
_NOT_SAID = re.compile(
    r"\b(?:heb ik niet gezegd|zei ik niet|niet gezegd heb|did not say|didn't say|never said)\b", re.IGNORECASE
)
"""A sentence to the guide on what it heard wrongly: without its beginning the rest says the opposite."""

_IS_MISSING = re.compile(
    r"^[^:.;!?]{0,60}\b(?:ontbreekt|mist|mis ik|vergeten|missing|forgot)\b[^:.;!?]{0,20}:\s*", re.IGNORECASE
)
"""How one begins to name what was not in the list: 'het belangrijkste ontbreekt: …'."""

_HANGING = re.compile(
    r"(?:(?:maar|en|but|and)\s+)?(?:wie|wat|hoe|waar|of|wanneer|who|what|how|where|if)\b.*,$", re.IGNORECASE
)
"""A clause that says nothing without the one behind it."""
_SPEECH = re.compile(
    r"(?<!\w)(?:'(?!(?:t|s|n|m|k)\b)[^'\n]*(?:(?<=\w)'\w[^'\n]*)*'|‘[^’\n]*’|\"[^\"\n]*\"|“[^”\n]*”)(?!\w)"
)
"""What somebody is quoted to have said; the mark in 't and zo'n quotes nothing."""
_HELD = "\ue000"
_SHORT = 7
"""The most words at an end of a sentence that are only said to the guide."""
APART = "(…)"
"""Between words of one ask that were said at two moments."""

_NEEDS_MORE = re.compile(
    r"(?:(?:alleen|maar|only|but)\s+)*(?:dat|that)\s+(?:de|het|een|die|ze|wij|we|ik|the|a|they|i)\b", re.IGNORECASE
)
"""How a sentence begins that says nothing without its end."""
_GOES_ON = re.compile(r"(?:en |and )?[^\W\d]+ (?:ik|we|wij|ze|zij|hij|het|je|jij|er)\b", re.IGNORECASE)
"""How a sentence begins of which the beginning was cut off: 'mis ik mijn gesprekken', 'zijn het de cijfers'."""
_SAYS_MORE = 5
"""So many words say something by themselves."""
_ONLY_NAMES = 2
_FEW = 3
"""So many words say no more than in what it differs: 'per leerjaar dus'."""
_STORY = 10
"""So many words tell how it goes, and more of it than a description does."""
_AT_LENGTH = 15
"""So many words are a story of their own with a choice, too, and beside that one does not know something."""
_CLAUSE_ENDS = re.compile(r"[,.;:!?–]|\s-\s")


@once
def is_reserved(view: "SchoolView", component: Component) -> bool:
    """Whether the words with an answer hold a reservation, such as 'maar de helft slaat het over'.

    They may take some of it back, or tell that it is hard for who says so. A group says none.
    """
    quote = "" if view.manner.answering.is_vote else own_words(view, component)
    return takes_back(view, component) or any(says(view.base, feeling, quote) for feeling in _HARD)


def keeps_back(base: KnowledgeBase, text: str) -> bool:
    """Whether words with a yes hold a reservation, or deny some of it; 'daar is niks geheims aan' does not."""
    clauses = (clause for clause in _BETWEEN_CLAUSES.split(text) if not says(base, "no_objection", clause))
    return begins(base, "reservation", text) or any(says(base, "denied", clause) for clause in clauses)


@once
def takes_back(view: "SchoolView", component: Component) -> bool:
    """Whether words keep back, deny or do not know some of an answer: all of them, or those that came with the yes.

    So do words that began with a no, before one chose among all descriptions after all: 'nee, ik heb niks klaargelegd'.
    """
    if view.manner.answering.is_vote:
        return False
    quote, base = own_words(view, component), view.base
    is_reserved_first = begins(base, "reservation", quote) and not _only_adds(base, quote)
    if is_reserved_first or (not view.quote(component) and begins(base, "no", quote)):
        return True
    sentences = sentences_of(_replied(view, component, quote))
    return any(keeps_back(base, one) or says(base, "unknown", one) for one in sentences)


def _only_adds(base: KnowledgeBase, quote: str) -> bool:
    """Whether words that begin with 'al is' take nothing back: 'al is wie ze konden bellen altijd: mij'."""
    return begins(base, "conceding", quote) and not any(
        says(base, one, quote) for one in ("denied", "partly", "others")
    )


def _replied(view: "SchoolView", component: Component, quote: str) -> str:
    """The words that came with the yes to what was heard; the last of all words where nothing was heard."""
    if (stem := _heard_from(view, component)) and quote.startswith(stem):
        return quote[len(stem) :].strip(" ;.,")
    return last_said(quote) if view.quote(component) and last_said(quote) != quote else ""


def _heard_from(view: "SchoolView", component: Component) -> str:
    """The words that an answer was heard in; empty if it was chosen by itself."""
    asked = situation(component)
    return next((heard_in(before) for before in reversed(view.state.history) if before.ask == asked), "")


def heard_in(before: UndoRecord) -> str:
    """The words that an answer was heard in, by what it changed; empty if it was chosen by itself."""
    told = before.standing.quote if before.standing and before.standing.heard else ""
    return (before.proposed.words if isinstance(before.proposed, Proposal) else told).rstrip(" .;,")


def own_words(view: "SchoolView", component: Component) -> str:
    """The words that came with the answer, or that were typed before it was chosen; empty if there are none."""
    return view.quote(component) or _words_at(view, situation(component))


@once
def in_own_words(view: "SchoolView", component: Component) -> str:
    """What one told of a component in one's own words, of an answer that was heard in these or that none fits.

    So it is where one told it before one chose the description that comes closest. Empty where one only chose, and
    with a group. What was only said to the guide stands elsewhere, as do questions, and that one does not know.
    """
    if view.manner.answering.is_vote or component in view.taken_in or not view.is_answered(situation(component)):
        return ""
    if view.described(component) and _heard_from(view, component):
        return what_is_told(view.base, own_words(view, component))
    if view.described(component) and not _denies(view, component) and not _told_first(view, component):
        return ""
    told = what_is_told(view.base, _all_words(view, situation(component), of_component(component, BETWEEN)), "unknown")
    return told if len(told.split()) >= _FEW else ""


def _told_first(view: "SchoolView", component: Component) -> bool:
    """Whether one told at length how it goes before one chose, or at more length as one did.

    The latter not in documents of earlier versions, where it was not asked whether that may be shown.
    """
    notes = [note.text for note in view.state.notes if note.own_words and note.ask == situation(component)]
    before = sum(_told_in(view.base, text) for text in notes)
    least = _AT_LENGTH if any(says(view.base, "unknown", text) for text in notes) else _STORY
    with_choice = _told_in(view.base, view.quote(component)) if view.header.shows_sentences else 0
    return before >= least or with_choice >= _AT_LENGTH


def _told_in(base: KnowledgeBase, text: str) -> int:
    """How many words of a text tell how it goes; a wish and what one does not know say nothing of it."""
    told = sentences_of(what_is_told(base, text))
    if not told or says(base, "unknown", told[0]):
        return 0
    how = (one for one in told if not says(base, "wish", one) and not says(base, "unknown", one))
    return sum(len(one.split()) for one in how)


@once
def told_instead(view: "SchoolView", component: Component) -> str:
    """What one told of a component in own words, but for what one said beside that one does not know.

    Who told it, and found that no answer fits, or not the one that was heard in it, does know.
    """
    standing = view.state.answers.get(situation(component))
    is_skipped = standing is not None and standing.skipped
    told = standing.quote if standing else ""  # words of one's own stand as a quote
    knows_not = is_skipped and (not told or says(view.base, "unknown", told))
    return "" if knows_not and not _told_first(view, component) else in_own_words(view, component)


def said_beside(view: "SchoolView", component: Component) -> str:
    """What one told of a component beside an answer that one chose, or that one does not know; empty if that is little.

    Who answers 'weet niet, maar het dossier is een lege huls' told that of the dossier.
    """
    words = _all_words(view, situation(component), of_component(component, BETWEEN))
    sentences = sentences_of(what_is_told(view.base, words, "unknown"))
    told = " ".join(one for one in sentences if not says(view.base, "guess", one))
    return told if len(told.split()) >= _FEW else ""


def with_doubts(view: "SchoolView", component: Component, story: str) -> str:
    """A story with what its sentences say that one does not know: 'iemand belt wel, maar wie dat is weet ik niet'."""
    said = sentences_of(
        what_is_told(view.base, _all_words(view, situation(component), of_component(component, BETWEEN)))
    )
    told = (one.rstrip(" .;,…") for one in sentences_of(story))
    return " ".join(next((whole for whole in said if whole.startswith(one)), _ended(one)) for one in told)


def doubted(view: "SchoolView", component: Component) -> str:
    """What one said at the end of a story that one does not know of the rest: 'bij de rest weet ik het niet'."""
    told = sentences_of(what_is_told(view.base, _all_words(view, situation(component))))
    last = told[-1] if len(told) > 1 else ""
    return last if _OF_REST.match(last) and says(view.base, "unknown", last) else ""


def is_chosen(view: "SchoolView", component: Component) -> bool:
    """Whether one chose a description by itself: then words with it add to that, and do not stand instead of it."""
    return bool(view.described(component)) and not _heard_from(view, component) and not _denies(view, component)


def story_of(view: "SchoolView", component: Component) -> str:
    """What one told of a component in own words, and of what one said of the answer beside it what stands by itself.

    The rest makes sense to who saw that answer only: 'en bij 2 mis ik mijn gesprekken'.
    """
    told, asked = told_instead(view, component), situation(component)
    of_it = (before for before in reversed(view.state.history) if before.ask == asked)
    heard = (what_is_told(view.base, heard_in(before)).rstrip(" .;,") for before in of_it)
    story = next((story for story in heard if story and told.startswith(story)), told)
    behind = (one for one in sentences_of(told[len(story) :].lstrip(" .;,")) if not _GOES_ON.match(one))
    more = [one for one in behind if len(one.split()) >= _SAYS_MORE]
    return " ".join((_ended(story), *more)) if more else story


def what_goes_well(view: "SchoolView") -> str:
    """What one named oneself that goes well, without a sentence on what does not, or could be better.

    All of it where nothing else is left.
    """
    first, *others = _named_as_good(view) or [""]
    apart = could_be_better(view)
    return " ".join((first, *(one for one in others if one not in apart))).strip()


def could_be_better(view: "SchoolView") -> list[str]:
    """The sentences on what does not go well, behind what does: 'Alleen de vakdocenten doen weinig'."""
    base, (_, *others) = view.base, _named_as_good(view) or [""]
    return [
        one for one in others if says(base, "better", one) or (_sets_apart(base, one) and says(base, "denied", one))
    ]


def _named_as_good(view: "SchoolView") -> list[str]:
    said = one_line(str(view.state.value(ALSO) or ""))
    return sentences_of(capital(_IS_MISSING.sub("", said)) if view.header.shows_sentences else said)


def _sets_apart(base: KnowledgeBase, sentence: str) -> bool:
    return begins(base, "singling", sentence) or begins(base, "reservation", sentence)


def is_talked_about(view: "SchoolView", component: Component) -> bool:
    """Whether anything is known of a component: an answer, that nothing happens, own words.

    Of one that was not asked about, also who does some of it.
    """
    if component in view.known or view.is_absent(component) or told_instead(view, component):
        return True
    return view.is_shared_out(component) and not view.is_answered(situation(component))


def said_with(view: "SchoolView", ask: str) -> str:
    """What one told of an answer, before one gave it and with it, if that is more than a few words; else empty."""
    told = what_is_told(view.base, _all_words(view, ask))
    return told if len(told.split()) >= _FEW else ""


def _denies(view: "SchoolView", component: Component) -> bool:
    """Whether words with an answer that was chosen deny some of what it says: '2, maar die papieren kregen ze niet'."""
    quote, base = view.quote(component), view.base
    is_said = any(says(base, "denied", one) or says(base, "without", one) for one in sentences_of(quote))
    return is_said and takes_back(view, component)


def _all_words(view: "SchoolView", *asks: str) -> str:
    """All that one typed at these asks beside an answer, in its order and each once: the story first, then more.

    What was said at another moment does not go on from what stands before it.
    """
    notes = [note.text for note in view.state.notes if note.own_words and note.ask in asks]
    quotes = [standing.quote for ask in asks if (standing := view.state.answers.get(ask)) and standing.quote]
    if view.header.shows_sentences:  # what was put right since has the same words
        notes = [text for text in notes if not any({*words_of(text)} <= {*words_of(quote)} for quote in quotes)]
    told = [capital(one_line(text).rstrip(" ;,.")) for text in dict.fromkeys((*notes, *quotes))]
    return f" {APART} ".join([*map(_ended, told[:-1]), *told[-1:]])


def _ended(text: str) -> str:
    """A text with a mark at its end."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def is_corrected(view: "SchoolView", component: Component) -> bool:
    """Whether an answer that was heard in words was taken back in part: then it is told in these words alone."""
    return bool(_heard_from(view, component)) and takes_back(view, component)


def plain_clashes(view: "SchoolView") -> list[tuple[Description, Description]]:
    """The answers that contradict each other and that were both chosen: who told it in own words said neither."""
    of = view.base.components_by_id
    return [pair for pair in view.clashes() if not any(in_own_words(view, of[subject_of(one.id)]) for one in pair)]


def where_in_words(view: "SchoolView", component: Component) -> str:
    """How an answer differs, if one told more of it than in what; else empty."""
    words = what_is_told(view.base, _words_at(view, of_component(component, WHERE)))
    return words if view.is_between(component) and len(words.split()) > _FEW else ""


def _words_at(view: "SchoolView", ask: str) -> str:
    """The words that came with the answer to an ask, or else those that were typed there last."""
    standing = view.state.answers.get(ask)
    typed = (note.text for note in reversed(view.state.notes) if note.own_words and note.ask == ask)
    return one_line((standing.quote if standing else "") or next(typed, ""))


def what_is_told(base: KnowledgeBase, text: str, *besides: Meaning) -> str:
    """What a text tells, without questions and what is only said to the guide: 'nee', 'dat zei ik al'.

    Nor clauses that say one of `besides`. What is said to the guide goes as a whole sentence, or at either end of one:
    within a sentence, and in what somebody is quoted to have said, every word stands.
    """
    left, is_cut = list[str](), False
    said = sentences_of(without_questions(_held_together(text)))
    said = [one for one in said if not _only_differs(base, one)] or said
    sentences = (_without_talk_around(base, one) for one in said)
    for one in (clause for clauses in sentences for clause in _without_rest(base, clauses, besides)):
        if any(says(base, meaning, one) for meaning in besides):
            while left and _HANGING.match(left[-1]):  # 'maar wie het advies geeft, weet ik niet'
                left.pop()
            if left and one.endswith((".", "!")) and not left[-1].endswith((".", "!")):
                left[-1] = f"{left[-1].rstrip(' ,;:')}."
            is_cut = bool(left)
        elif one:
            text = capital(one) if left and left[-1].endswith((".", "!")) else one
            left.append(f"… {text}" if is_cut else text)
            is_cut = False
    return capital(" ".join(left).rstrip(" ;,:")).replace(_HELD, " ")


def _only_differs(base: KnowledgeBase, sentence: str) -> bool:
    """Whether a sentence only names the answer that what stands beside it explains: 'verschilt', 'dat wisselt'."""
    return len(sentence.split()) <= _ONLY_NAMES and says(base, "differing", sentence)


def _without_rest(base: KnowledgeBase, clauses: Sequence[str], besides: Sequence[Meaning]) -> Sequence[str]:
    """The clauses of a sentence, without small words that nothing is left beside: 'geen idee, eerlijk gezegd'."""
    left = [one for one in clauses if not any(says(base, meaning, one) for meaning in besides)]
    known = ways(base)
    is_small = all(known.fillers.issuperset(without(words_of(one), known.phrases)) for one in left)
    return [one for one in clauses if one not in left] if len(left) < len(clauses) and is_small else clauses


def _held_together(text: str) -> str:
    """A text in which no blank stands within what somebody is quoted to have said, so that it is not divided."""
    return _SPEECH.sub(lambda found: re.sub(r"\s", _HELD, found[0]), text)


def _without_talk_around(base: KnowledgeBase, sentence: str) -> list[str]:
    """The clauses of a sentence without those at its ends that are only said to the guide; none if all of it is."""
    clauses = [clause for clause in _BETWEEN_CLAUSES.split(sentence) if clause]
    if all(_is_talk(base, clause) for clause in clauses) or _NOT_SAID.search(sentence):
        return []
    ends = sentence[-1:] if sentence.endswith((".", "!", ";")) else ""
    while clauses and _is_short_talk(base, clauses[0]):
        clauses.pop(0)
    is_needed = bool(_NEEDS_MORE.match(sentence))  # 'alleen dat de leerling zelf kiest, dat klopt wel'
    while (
        len(clauses) > 1
        and not is_needed
        and _is_short_talk(base, clauses[-1])
        and not _takes_back_all(base, clauses[-1])
    ):
        clauses.pop()
        clauses[-1] = f"{clauses[-1].rstrip(' ,:')}{ends}"
    return clauses


def _is_short_talk(base: KnowledgeBase, clause: str) -> bool:
    return len(clause.split()) <= _SHORT and _is_talk(base, clause)


def _takes_back_all(base: KnowledgeBase, clause: str) -> bool:
    """Whether a clause is a no: at the end of a sentence that denies the sentence, 'dat die het wist, nou nee'."""
    known = ways(base)
    return known.lines.get(known.bare(clause)) == "no" or "no" in {
        known.lines.get((word,)) for word in words_of(clause)
    }


def _is_talk(base: KnowledgeBase, clause: str) -> bool:
    """Whether words agree or not, or talk to the guide; what one said to others is told, as is what these said."""
    known, bare = ways(base), _SPEECH.sub("", clause)
    is_said = known.lines.get(known.bare(bare)) in ("yes", "no") or says(base, "of_talk", bare)
    return (is_said and not says(base, "to_others", bare)) or is_only(base, NONE_FITS, bare)


def is_only(base: KnowledgeBase, meanings: tuple[Meaning, ...], part: str) -> bool:
    """Whether a part says one of these and else nothing but small words: not 'geen van beide ouders'."""
    known, words = ways(base), words_of(part)
    said = (way for meaning in meanings for way in known.within.get(meaning, ()) if stands_in(way, words))
    longest = max(said, key=len, default=())
    small = {word for meaning in _SMALL for way in known.within.get(meaning, ()) for word in way} | known.fillers
    return bool(longest) and small.issuperset(without(words, [longest]))


def is_whole(base: KnowledgeBase, meaning: Meaning, text: str) -> bool:
    """Whether a line says this and no more, or says so before its first mark."""
    known = ways(base)
    said = {known.bare(words) for words in (text, _CLAUSE_ENDS.split(text.strip())[0])}
    return any(known.bare(" ".join(way)) in said for way in known.within.get(meaning, ()))


def behind_lead(base: KnowledgeBase, meaning: Meaning, text: str) -> str:
    """What stands behind the words with which a text says this at its beginning; all of it if it does not."""
    words = text.split()
    leads = set(ways(base).within.get(meaning, ()))
    ends = [end for end in range(1, len(words) + 1) if words_of(" ".join(words[:end])) in leads]
    if not ends:
        return text
    rest = " ".join(words[ends[-1] :])
    return behind_lead(base, meaning, rest) if begins(base, meaning, rest) else rest


def begins(base: KnowledgeBase, meaning: Meaning, text: str) -> bool:
    """Whether a text begins in one of these ways; where a way has '…', it also ends as that does."""
    words = words_of(text)
    return any(
        words[: len(start)] == start and words[len(words) - len(end) :] == end
        for start, end in ways(base).ends.get(meaning, ())
    )


def is_uncounted(base: KnowledgeBase, text: str) -> bool:
    """Whether words say that something was not counted, or that one does not know how many there are."""
    bare = " ".join(ways(base).bare(text))
    return says(base, "unknown", text) or says(base, "uncounted", text) or says(base, "uncounted", bare)


def is_counted(base: KnowledgeBase, text: str) -> bool:
    """Whether words say how many there are; a sentence without any number tells of it, and counts nothing."""
    return not is_uncounted(base, text) and (_FIGURE.search(text) is not None or says(base, "counted", text))


def is_bare_count(base: KnowledgeBase, text: str) -> bool:
    """Whether words are a number and no more, 'nul' or 'geen één': that tells nothing of anybody."""
    return len(text.split()) <= _FEW - 1 and is_counted(base, text)
