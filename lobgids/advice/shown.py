"""Which own words stand in papers for others: the lines that make these one's own, and those that one says may."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice, pairwise

from lobgids.advice.own import OWN, own_lines
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says, ways, without, words_of
from lobgids.kb.schema.school import Component
from lobgids.log.ask_ids import (
    ACTIONS,
    ALSO,
    GO_ON,
    MAY_SHOW,
    OTHERWISE,
    OTHERWISE_AGAIN,
    OWN_ACTIONS,
    PICTURE,
    PICTURE_AGAIN,
    SCHOOL,
    SHARED,
    SITUATION,
    ambition,
    counted_action,
    is_ambition,
    is_named,
    is_of_plan,
    of_theme,
    plan,
    planned,
    reworded,
    situation,
)
from lobgids.school.absent import without_absent
from lobgids.school.sayings import (
    APART,
    begins,
    doubted,
    is_bare_count,
    said_beside,
    said_with,
    story_of,
    what_goes_well,
    what_is_told,
    with_doubts,
)
from lobgids.school.view import SchoolView
from lobgids.text import beginning, capital, joined, one_line, sentences_of

_BY_NUMBER = re.compile(
    r"\b(?:buurt van|tussen|mix van|zou ik zeggen|zou ik|zit|vooral|mostly|stuk van|"
    r"(?:ga|kies|ben|zit) voor|lijkt op|kom op|like|optie|nummer|option|number|answer|antwoord"
    r"|(?:lijkt|past|closest to)) \d\b|\b(?:bij|to) \d\b(?! (?:havo|vwo|vmbo|mavo|en \d|and \d))"
    r"|^(?:\(…\) )?\d (?:wel|dan|dus)\b[ ,]*"
    r"|(?<!klas )(?<!leerjaar )(?<!year )\b\d (?:klopt|past|is het|komt|lijkt|fits|is it|comes|is right)\b",
    re.IGNORECASE,
)
_LEADS_BY_NUMBER = re.compile(
    r"^(?:nummer|optie|antwoord|nr|number|option|answer)?\s*\d\b[^:.;!?]{0,40}:\s+"
    r"|^(?:dus|dan|so|then)\s+\d,?\s+(?=(?:zonder|maar|met|alleen|without|but|with|only)\b)"
    r"|^(?P<apart>\(…\) )?(?:(?:dus|dan|so)\s+)?(?:(?:een beetje|iets|meer|a bit|more)\s+)?"
    r"(?:(?:richting|naar|optie|of|towards?|van)\s+)?\d(?:\s*(?:,|en|and)\s*\d)*"
    r"(?: dan| denk ik| dus| niet| wel| misschien| wrs| waarschijnlijk| i suppose| i think| not| maybe| probably)*[,.]"
    r"(?!\d)\s*(?:(?:maar|want|but|because)\s+)?",
    re.IGNORECASE,
)
"""How a sentence begins with the number of an answer: 'Richting 2 denk ik, maar klein hoor', 'Nummer 1 past: één …'."""

_CHOOSES_WITHIN = re.compile(
    r",\s*(?:dus|so) \d(?=\s*[.!;]|\s*$)|"
    r",\s*\d (?:misschien|wrs|waarschijnlijk|denk ik|dan|dus|i think|maybe|probably)\b(?=[,.;]|$)",
    re.IGNORECASE,
)
"""An answer that is named by its number within a sentence: 'ik doe het dus zelf, 3 wrs, maar …'."""

_NOTHING = frozenset(["maar", "dan", "dat", "nog", "dus", "but", "then", "that", "still", "so"])
_IF = re.compile(r"\b(?:als|mits|hangt|if|provided|depends)\b(?! het (?:even )?kan\b)", re.IGNORECASE)
_BUT = re.compile(r"^(?:maar|but)\s+(?:(?:dan|wel|then)\s+)*", re.IGNORECASE)

_THAT_WAY = re.compile(
    r"\b(?:naar|richting|op den duur|towards?|to) (?:optie |nummer |option |number )?\d\b(?! ?(?:havo|vwo|vmbo|mavo))",
    re.IGNORECASE,
)
"""A wish that names an answer by its number, which only the guide knows: 'een stapje naar 2'."""
_WANTS_NUMBER = re.compile(
    r"\b(?P<wants>zou|zou graag|wil|wil graag|kies|would like|want|choose) \d"
    r"(?![.,]\d)(?=\s*(?:[.,;:!?]|$|(?:willen|graag|wel|dan|maar|want|omdat|but|because|then)\b))",
    re.IGNORECASE,
)
"""The same behind what one wants: 'ik wil 2, want …'; in 'ik wil 2 gesprekken per jaar' the number is one's own."""

_ENGLISH = frozenset(["would like", "want", "choose"])
_AND_SO = re.compile(r"^(?:maar|want|dus|en|but|because|so|and)\s+", re.IGNORECASE)
_CORRECTS = re.compile(
    r"(?:\(…\) )?(?:(?:oh?|nou|sorry|wacht|ho)\b[ ,]*)*(?:nee|no|wacht|wait|ik bedoel|i mean|sorry)\b", re.IGNORECASE
)
"""How a sentence begins that puts the one before it right: without it that one is not so."""

_GOES_ON = re.compile(r"(?:en|maar|want|dus|and|but|because|so)\b", re.IGNORECASE)

NUMBER = re.compile(r"(?<![\w-])\d{1,2}(?![\w-])")
"""The number of a line that is shown; the 3 of '3mavo' is none."""

_NO = re.compile(r"^(?:(?:nee|no|ja|yes)\b[\s,.!]*)+", re.IGNORECASE)
COUNTS = frozenset(["twee", "drie", "vier", "vijf", "alle", "enkele", "two", "three", "four", "five", "all", "some"])
_MOST_HELPING = 14
"""More words than these tell more than who helps."""

_CLAUSES = re.compile(r"[.,;:!?\n]+|\s+(?=(?:maar|but)\b)", re.IGNORECASE)

ALL, NONE = "show.all", "show.none"
"""The options that all of it may stand there, or nothing."""

MORE_LINES = "show.more"
"""The option that something is missing in the list, which one types then."""

ANEW = "show.words."
"""What stands before the id of a line that may stand there in other words, which are asked then."""

AGREED = "picture.yes"
"""That one recognises the picture; what one says with it may add to that."""

MOST_LINES = 24
"""How many lines there are to choose from: each has a letter, as have all of them and none."""

_WITH_MORE = 23
"""The same where one can also say that something is missing."""

_SAYS_SOMETHING = 2
"""So many words of a wish say something by themselves."""

_once = lru_cache(maxsize=4)
"""A view never changes, and a paper asks for each of its lines what may stand there."""

_SHORT_WORD = 3
"""A word of so many letters tells little of what a sentence is about, and so do so many words beside a role."""

FEWEST = 6
"""A sentence of fewer words says little by itself."""

LONGEST_TOLD = 480
"""The most characters of what was told of a component: a part of a cell in the table for leadership."""


@_once
def to_show(view: SchoolView) -> Mapping[str, str]:
    """The lines that make a paper one's own, by their ids: what was told of the school, what goes well, own actions.

    So does what was said of who does what, and so do the wish in own words, and what one sees otherwise than the
    picture. A line has the id of its ask, a sentence of what was told its number behind that, an action its own; a
    group has minutes instead. Where one wants other words for a line, it has those.
    """
    return {line: _in_other_words(view, line) or words for line, words in as_told(view).items()}


@_once
def as_told(view: SchoolView) -> Mapping[str, str]:
    """The same lines as they were told; none of what one said oneself to keep off paper."""
    if not view.header.shows_sentences:
        return dict(islice(_lines(view), MOST_LINES))
    told = _in_sentences(dict(islice(_lines(view), _WITH_MORE)))
    return {line: words for line, words in told.items() if not says(view.base, "off_paper", words)}


def to_word_anew(view: SchoolView) -> list[str]:
    """The lines that may stand there in other words."""
    told = as_told(view)
    return [line for chosen in view.ids(MAY_SHOW) if (line := chosen.removeprefix(ANEW)) != chosen and line in told]


def _in_other_words(view: SchoolView, line: str) -> str:
    """The words that one wants for a line; empty if one wants none."""
    words = view.state.value(reworded(line))
    return one_line(words) if isinstance(words, str) else ""


def has_lines(view: SchoolView) -> bool:
    """Whether there is any such line."""
    return next(_lines(view), None) is not None


def _lines(view: SchoolView) -> Iterator[tuple[str, str]]:
    if view.manner.answering.is_vote:
        return
    first = (_told, _of_picture, _wished, _actions, _of_plan, _of_roles)  # of a long list the roles are left out first
    for of_kind in (
        first if view.header.shows_sentences else (_told, _of_roles, _of_picture, _wished, _actions, _of_plan)
    ):
        yield from ((line, words) for line, words in of_kind(view) if words)


def _in_sentences(lines: Mapping[str, str]) -> dict[str, str]:
    """The lines, and of what was told each sentence by itself: the longest stories first, as far as there is room."""
    room, apart = _WITH_MORE - len(lines), dict[str, list[str]]()
    told = [line for line in lines if is_named(line, SITUATION) or line == ALSO or is_ambition(line)]
    for line in sorted(told, key=lambda line: -len(lines[line])):
        sentences = _joined(sentences_of(lines[line]))
        if 1 < len(sentences) <= room + 1:
            apart[line], room = sentences, room + 1 - len(sentences)
    parts = (
        [(f"{line}.{number}", one) for number, one in enumerate(apart[line], 1)] if line in apart else [(line, words)]
        for line, words in lines.items()
    )
    return dict(chain.from_iterable(parts))


def _told(view: SchoolView) -> Iterator[tuple[str, str]]:
    """Yield what was told of how it goes at each component; a wish within it is no part of that."""
    for component in view.base.components:
        story = story_of(view, component) or (said_beside(view, component) if view.header.shows_sentences else "")
        story = with_doubts(view, component, story) if story and view.header.shows_sentences else story
        sentences = sentences_of(_without_numbers(view.base, story))
        how = [one for one in sentences if not says(view.base, "wish", one)]
        doubt = doubted(view, component) if how and view.header.shows_sentences else ""
        yield situation(component), beginning(" ".join(filter(None, (*(how or sentences), doubt))), LONGEST_TOLD)


def _of_roles(view: SchoolView) -> Iterator[tuple[str, str]]:
    """Yield what was said of who does a theme, and of who does which part of it.

    In documents of earlier versions a yes to all was none to these.
    """
    if not view.header.shows_sentences:
        return
    for theme in view.base.themes:
        shared = of_theme(theme, SHARED)
        beside = said_with(view, theme.id)
        yield theme.id, beside if len(_without_roles(view, beside)) >= _SHORT_WORD else ""  # not 'de decaan, ik dus'
        yield shared, one_line(str(view.state.value(shared) or ""))


def _without_roles(view: SchoolView, words: str) -> list[str]:
    """The words beside a role without those that name one, oneself, or nothing: 'als ze durven' is left with one."""
    known = ways(view.base)
    around = (*known.within.get("oneself", ()), *known.within.get("around", ()))
    small = known.fillers | {way[0] for way in around if len(way) == 1}
    roles = {word for answer in view.base.answers if answer.group == "doer" for word in words_of(answer.text)}
    return [word for word in words_of(words) if word not in small and word not in roles]


def _joined(sentences: Sequence[str]) -> list[str]:
    """The sentences, each of a few words with the one before it, and the first of a few words with the next.

    So is one that goes on with the one before: 'En zonder mijn uren gaat het niet'.
    """
    found = list[str]()
    for one in sentences:
        is_short = bool(found) and min(len(one.split()), len(found[0].split())) < FEWEST
        is_bound = bool(found) and (is_short or bool(_GOES_ON.match(one)) or bool(_CORRECTS.match(one)))
        if is_bound:
            found[-1] = f"{found[-1]} {one}"
        else:
            found.append(one)
    return found


def _of_picture(view: SchoolView) -> Iterator[tuple[str, str]]:
    """Yield what goes well by oneself, what one sees otherwise than the picture, and what one said with a yes to it."""
    yield ALSO, what_goes_well(view)
    otherwise = ((ask, one_line(str(view.state.value(ask) or ""))) for ask in (OTHERWISE, OTHERWISE_AGAIN))
    yield from (
        (ask, what_is_told(view.base, words) if view.header.shows_sentences else words) for ask, words in otherwise
    )
    agreed = (ask for ask in (PICTURE, PICTURE_AGAIN) if view.state.value(ask) == AGREED)
    yield from ((ask, said_with(view, ask)) for ask in agreed)
    if view.header.shows_sentences:
        beside = said_with(view, GO_ON)  # 'ja, maar ik mis de stage nog', and not 'kom maar op'
        yield GO_ON, beside if len(beside.split()) >= FEWEST - 1 or says(view.base, "missing", beside) else ""


def _wished(view: SchoolView) -> Iterator[tuple[str, str]]:
    """Yield what was said of the wish, without the 'maar' that it begins with behind a choice: 'maar heel klein'."""
    for ask in map(ambition, (SCHOOL, *(one.id for one in view.base.pillars))):
        words = said_with(view, ask)
        words = _WANTS_NUMBER.sub(_wants_that, words) if view.header.shows_sentences else words
        words = _THAT_WAY.sub(_that_way, _without_numbers(view.base, words))
        yield ask, _without_but(words) if view.header.shows_sentences else words


def _wants_that(found: re.Match[str]) -> str:
    return f"{found['wants']} {'that' if found['wants'].lower() in _ENGLISH else 'dat'}"


def _that_way(found: re.Match[str]) -> str:
    if found[0].lower().startswith("op den duur"):
        return f"{found[0][:11]} die kant op"
    return "that way" if found[0].lower().startswith("to") else "die kant op"


def wish_in_words(view: SchoolView) -> str:
    """What was said of the wish for the school, as it may stand in papers; empty if nothing was."""
    return dict(_wished(view)).get(ambition(SCHOOL), "")


def _without_but(words: str) -> str:
    """Words without the 'maar' that they begin with, where enough is left of their first sentence without it."""
    bare = capital(_BUT.sub("", words))
    first = next(iter(sentences_of(bare)), "")
    return bare if len(first.split()) >= _SAYS_SOMETHING else words


def _actions(view: SchoolView) -> Iterator[tuple[str, str]]:
    """Yield one's own actions; and what was said at the list of actions, as far as it is none of these."""
    lines = own_lines(view.state.value(OWN_ACTIONS))
    yield from ((f"{OWN}.{number}", line) for number, line in enumerate(lines, 1))
    if not lines:
        yield ACTIONS, said_with(view, ACTIONS)
    elif view.header.shows_sentences:  # 'Meer werk wil ik er niet bij'
        taken = _long_words(" ".join(lines))
        yield ACTIONS, " ".join(one for one in sentences_of(said_with(view, ACTIONS)) if _is_beside(taken, one))


def _is_beside(taken: frozenset[str], sentence: str) -> bool:
    """Whether a sentence tells something else than own actions of these words: less than half of its own are there."""
    long = _long_words(sentence)
    return len(long & taken) * 2 < len(long)


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word for word in words_of(text) if len(word) > _SHORT_WORD)


@_once
def shown(view: SchoolView) -> frozenset[str]:
    """The ids of the lines that one said may stand there: nothing that one takes back, or that changed since."""
    answer, lines = view.state.answers.get(MAY_SHOW), to_show(view)
    if answer is None or answer.skipped:
        return frozenset()
    chosen = {*view.ids(MAY_SHOW)}
    is_all = ALL in chosen and not takes_some_back(view.base, answer.quote)
    # A line that was shown as a whole may be in sentences by now.
    allowed = lines.keys() if is_all else [line for line in lines if chosen & {line, line.rpartition(".")[0]}]
    as_it_was = {line for line in allowed if not _has_changed(view, line)}
    return frozenset(as_it_was | {line for line in to_word_anew(view) if _in_other_words(view, line)})


def is_beside_question(view: SchoolView, component: Component) -> bool:
    """Whether what may stand there of a component does not answer its question: one does not know, or typed it anew."""
    ask = situation(component)
    standing = view.state.answers.get(ask)
    knows_not = standing is not None and standing.skipped and not standing.quote
    is_anew = any(
        _in_other_words(view, line) for line in to_word_anew(view) if line.rpartition(".")[0] == ask or line == ask
    )
    return view.header.shows_sentences and (knows_not or is_anew)


def shown_at(view: SchoolView, asked: str) -> str:
    """What was told at an ask in own words, as far as it may stand there; ' … ' where a sentence is left out."""
    allowed = shown(view)
    lines = [(line, words) for line, words in to_show(view).items() if line == asked or line.startswith(f"{asked}.")]
    text, is_cut = "", False
    for line, words in lines:
        if line in allowed:
            text = f"{text} … {words}".lstrip() if is_cut else joined(text, words) if text else words
        is_cut = line not in allowed
    return text


def takes_some_back(base: KnowledgeBase, quote: str) -> bool:
    """Whether words with a yes to all hold some back: 'maar dat ene niet', and not 'ik heb niks te verbergen'."""
    clauses = (clause for clause in _CLAUSES.split(quote) if not says(base, "no_objection", clause))
    return any(
        says(base, "denied", clause) or says(base, "holding_back", clause) or begins(base, "singling", clause)
        for clause in clauses
    )


def held_in_part(base: KnowledgeBase, typed: str) -> list[int]:
    """The numbers of the lines of which one would leave a part out: '2 mag wel, maar dat over de rector moet eruit'.

    A line stands there as a whole or not at all.
    """
    held: list[int] = []
    for sentence in sentences_of(typed):
        clauses = [clause for clause in _CLAUSES.split(sentence) if clause.strip()]
        for before, clause in pairwise(clauses):
            is_of_it = not NUMBER.findall(clause) and not says(base, "others", clause) and not says(base, "all", before)
            if is_of_it and says(base, "leaving_out", clause):
                held += map(int, NUMBER.findall(before))
    return held


def _without_numbers(base: KnowledgeBase, words: str) -> str:
    """Words without the sentences that name an answer by its number, which only the guide knows: 'dat lijkt op 3'.

    Nor those that only choose one: 'dat komt nog het dichtst in de buurt'.
    """
    known = ways(base)
    told = (
        _LEADS_BY_NUMBER.sub(lambda found: found["apart"] or "", _CHOOSES_WITHIN.sub("", one))
        for one in sentences_of(words)
        if known.lines.get(known.bare(one)) != "skip" and not says(base, "hurry", one)
    )
    told = (_behind_number(one) if _BY_NUMBER.search(one) else one for one in told)
    left = [one for one in told if one and not _only_chooses(base, one)]
    follows = zip(["", *left], left, strict=False)  # what stands before each of them
    return " ".join(one if before.endswith(";") else capital(one) for before, one in follows)


def _behind_number(sentence: str) -> str:
    """What a sentence that names an answer by its number tells beside that: 'lijkt op 2, maar ik doe alles alleen'."""
    found = _BY_NUMBER.search(sentence)
    start, end = found.span() if found else (0, 0)
    before = sentence[:start].rpartition(",")[0].strip()
    after = _AND_SO.sub("", sentence[end:].partition(",")[2].strip())
    told = [one for one in (before, after) if len(one.split()) >= FEWEST and not _BY_NUMBER.search(one)]
    return capital(", ".join(told))


def _only_chooses(base: KnowledgeBase, sentence: str) -> bool:
    """Whether a sentence behind words that were said before it says no more than that one chooses."""
    known = ways(base)
    small = sorted((*known.within.get("choosing", ()), *known.phrases), key=len, reverse=True)
    left = without(words_of(sentence.removeprefix(APART)), small)
    return sentence.startswith(APART) and (known.fillers | _NOTHING).issuperset(left)


def _of_plan(view: SchoolView) -> Iterator[tuple[str, str]]:
    """Yield what one typed of an action: for whom it is, what gives way, what will be seen, how many are now, and who.

    With who begins that is what one said beside a role: 'ik vraag het, Karin doet het'.
    """
    asked = [ask for ask in view.state.answers if ask.startswith(plan("who", ""))]
    yield from ((ask, _of_who(view, ask)) for ask in asked)
    if view.header.shows_sentences:
        helping = (plan("helps", planned(ask)[1]) for ask in asked)
        yield from ((ask, who_helps(view, ask)) for ask in helping)
        when = (plan("when", planned(ask)[1]) for ask in asked)
        yield from ((ask, on_what_it_hangs(view, ask)) for ask in when)
    details = tuple(plan(name, "") for name in ("whom", "off", "sign"))
    given = {ask: standing.value for ask, standing in view.state.answers.items() if isinstance(standing.value, str)}
    if view.header.shows_sentences:
        yield from _amounts_in_words(view)
    counts = {ask: text for ask, text in given.items() if counted_action(ask) and bare_count(view, text) != text}
    yield from ((ask, one_line(text)) for ask, text in given.items() if ask.startswith(details) or ask in counts)


def _amounts_in_words(view: SchoolView) -> Iterator[tuple[str, str]]:
    """Yield what one typed of hours and money that is no number: 'drie middagen, denk ik', 'bijna niks'."""
    for note in view.state.notes:
        name, action = planned(note.ask) if is_of_plan(note.ask) else ("", "")
        if note.own_words and name in ("hours", "money") and view.state.value(note.ask) is None and action:
            yield note.ask, one_line(note.text)


def _of_who(view: SchoolView, ask: str) -> str:
    """What one said beside who begins, be it only a name: 'de mentor, Joris'."""
    told, standing = without_absent(view.base, said_with(view, ask)), view.state.answers[ask]
    is_name = view.header.shows_sentences and standing.quote[:1].isupper()
    return told or (one_line(standing.quote) if is_name else "")


def who_helps(view: SchoolView, ask: str) -> str:
    """Who helps, as one said it, if that says more than a role: 'twee mentoren, en Fatima'; else empty."""
    standing = view.state.answers.get(ask)
    if standing and standing.value == []:  # people of whom no role is listed
        return next(iter(sentences_of(what_is_told(view.base, _NO.sub("", standing.quote)))), "").rstrip(" .!")
    said = one_line(_NO.sub("", standing.quote)).rstrip(" .!") if standing else ""
    says_more = any(word[:1].isupper() for word in said.split()[1:]) or any(word in COUNTS for word in words_of(said))
    return said if says_more and len(said.split()) <= _MOST_HELPING else ""


def has_condition(words: str) -> bool:
    """Whether words say on what something hangs: 'alleen als er uren voor komen'."""
    return _IF.search(words) is not None


def on_what_it_hangs(view: SchoolView, ask: str) -> str:
    """What who begins or its day hangs on, as one said it: 'dinsdag, als Joost het goed vindt'; empty if on nothing."""
    standing = view.state.answers.get(ask)
    return one_line(standing.quote) if standing and _IF.search(standing.quote) else ""


def bare_count(view: SchoolView, count: str) -> str:
    """How many there are, where that is said in a bare number, which needs no permission: 'Nul. Zo is het al jaren'.

    Empty if it is not, and in documents of earlier versions: there one was asked for that, too.
    """
    first = count if is_bare_count(view.base, count) else next(iter(sentences_of(count)), "")
    return first if view.header.shows_sentences and is_bare_count(view.base, first) else ""


def _has_changed(view: SchoolView, line: str) -> bool:
    """Whether the words of a line were changed after one saw it: a yes is for the words that were shown."""
    asked = [record.ask for record in view.state.history]
    if MAY_SHOW not in asked:
        return True
    since = view.state.history[len(asked) - asked[::-1].index(MAY_SHOW) :]
    if line.startswith(OWN):
        before = next((record.standing for record in since if record.ask == OWN_ACTIONS), None)
        return before is not None and to_show(view)[line] not in own_lines(before.value)
    component = view.component(line)
    return any(record.ask.startswith(f"{component.id}." if component else line) for record in since)
