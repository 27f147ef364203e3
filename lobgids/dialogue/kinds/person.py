"""Who takes the lead, as people say it: a role, with the name of whoever has it before or behind it."""

import re
from collections.abc import Mapping, Sequence

from lobgids.dialogue.kinds.kind import OpenAsk, Said, Together
from lobgids.dialogue.lists import Begun, picked
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says, ways, words_of
from lobgids.log.ask_ids import is_of_plan, plan, planned
from lobgids.text import without_questions

_BEFORE_ROLE = frozenset({"de", "een", "het", "mijn", "onze", "ons", "van", "is", "the", "a", "an", "my", "our", "of"})
"""What stands between a name and the role behind it, as in 'Karin, mijn teamleider'."""

_IN_NAMES = frozenset({"van", "de", "der", "den", "het", "ten", "ter", "von", "el", "al", "la"})
"""What may be small within a name."""

_NO_NAMES = frozenset(
    {"niet", "geen", "misschien", "ook", "of", "en", "met", "samen", "later", "eerst", "straks", "nog"}
    | {"not", "no", "maybe", "perhaps", "also", "or", "and", "with", "together", "first", "yet"}
)
"""What says something else than a name: then the words are not read here."""

_MOST_WORDS, _MOST_SMALL = 4, 2
"""Of how many words a name is at most, and of how many if it has no capitals."""

_WITH = re.compile(r"\s*,?\s+(?:samen met|met|together with|with|(?P<and>en|and))\s+", re.IGNORECASE)
"""What stands before who helps."""

_MYSELF = frozenset({"mij", "me", "mijzelf", "mezelf", "myself"})
_COUNT = re.compile(r"\b(?:\d+|één)\s*$")
_OWN = frozenset({"ik", "i", "i'll"})
_CLAUSE = re.compile(r"[,.;:!?]|\s(?:maar|but)\s", re.IGNORECASE)
_BESIDES = re.compile(r"[,.;:!?]+|\s(?:maar|but|en|and)\s", re.IGNORECASE)
_NO = re.compile(r"(?:nee|no|nou|well|ja|yes)\b[\s,.!]*", re.IGNORECASE)

_AND_ONESELF = re.compile(
    r"(?:(?:samen|together)[,:]?\s+)?(?P<name>[^\W\d_][\w'’-]*)\s+(?:en|and)\s+(?:ik|i|mij|me)"
    r"(?:,?\s+(?:samen|zelf|together))?",
    re.IGNORECASE,
)
_ENGLISH = frozenset({"and", "together"})
_TOGETHER_WITH = re.compile(
    r"(?:(?:ik|i)\s+)?(?:samen met|met|together with|with)\s+(?P<name>[^\W\d_][\w'’-]*)(?:\s+(?:samen|together))?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,.;!?]+\s*")
_NAMED = re.compile(r"[\s,:]+[^\W\d_a-z][^\W\d_]+\b")
_THAT = re.compile(r"\b(?:dat|that)\s+", re.IGNORECASE)
_WE = re.compile(r"\b(?:wij|we)\s+(?:samen|together|both)\b", re.IGNORECASE)
_TWO = 2

_SET_APART = re.compile(r"[,;:(]")
_SIGNS = " \t,;:()."


def said(asked: OpenAsk, typed: str) -> Said | None:
    """The role that the words name, and the name with it, or who does it with that; None if they say anything else."""
    called = asked.draft.called
    if not called or picked(typed, asked.options):
        return None
    if whole := _person(called, typed):
        return whole
    if oneself := _oneself(asked.view.base, called, typed) or _and_oneself(called, typed):
        return oneself
    found = _WITH.search(typed)
    behind = typed[found.end() :].strip() if found else ""
    if found is None or _roles(called, behind):  # 'ik samen met Joris, de mentor': two roles, and the name is not mine
        return None
    person = _person(called, typed[: found.start()])
    # Without a name before it, 'samen met' stays: 'ik, samen met Joost' is no Joost who begins.
    is_named = bool(person and person.quote and found["and"])
    beside = behind if is_named else typed[found.start() :].strip(_SIGNS)
    return (
        person._replace(quote=("; " if is_named else ", ").join(filter(None, (person.quote, beside))))
        if person
        else None
    )


def names_nobody(asked: OpenAsk, typed: str) -> bool:
    """Whether words say that nobody does something yet, at a question of the plan who does, and name no role."""
    is_who = is_of_plan(asked.id) and planned(asked.id)[0] in ("who", "helps")
    if not is_who or not says(asked.view.base, "nobody", typed) or picked(typed, asked.options):
        return False
    named = {role for role, start, end in _roles(asked.draft.called, typed) if typed[start:end].casefold() not in _OWN}
    return not named and not says(asked.view.base, "only_me", typed)


def names_beginner(asked: OpenAsk, typed: str) -> bool:
    """Whether words say of somebody by name that this one begins, and name no role: 'Joris begint, ik help hem'."""
    base, called = asked.view.base, asked.draft.called
    is_who = is_of_plan(asked.id) and planned(asked.id)[0] == "who"
    if not is_who or not called or picked(typed, asked.options):
        return False
    head = _NO.match(typed)
    clauses = [clause.strip() for clause in _BESIDES.split(typed[head.end() :] if head else typed) if clause.strip()]
    if any(not says(base, "oneself", typed[start:end]) for _, start, end in _roles(called, typed)):
        return False
    is_helped = any(says(base, "helping", clause) and says(base, "oneself", clause) for clause in clauses[1:])
    is_first = is_helped and _is_somebody(base, clauses[0])  # 'Joris, en ik help'
    return is_first or any(_begins(base, clause) for clause in clauses)


def _begins(base: KnowledgeBase, clause: str) -> bool:
    """Whether a clause says by name who begins: 'Joris begint', 'dat doet Joris'."""
    words = clause.split()
    verbs = {way[0] for way in ways(base).within.get("begins", ())}
    place = next((place for place, word in enumerate(words) if word.casefold() in verbs), 0)
    before, behind = _THAT.split(" ".join(words[:place]))[-1], words[place + 1 :]  # 'ik denk dat Joris begint'
    is_pointing = words_of(before) in ways(base).within.get("named_thing", ())
    return place > 0 and (_is_somebody(base, before) or (is_pointing and _is_somebody(base, " ".join(behind[:1]))))


def _is_somebody(base: KnowledgeBase, text: str) -> bool:
    return bool(text) and _is_name(text, is_apart=False) and not says(base, "no_name", text)


def of_two(asked: OpenAsk, typed: str) -> Said | Together | None:
    """Who begins and who helps, where a line names two roles that do it together: 'de teamleider en ik'.

    Only who begins where it says of the other that it is not: 'ik ben de decaan, niet de mentor'. None for any other.
    """
    name, action = planned(asked.id) if is_of_plan(asked.id) else ("", "")
    if name != "who" or not asked.draft.called:
        return None
    if chosen := picked(typed, asked.options):
        return _lead_and_help(asked, plan("helps", action), chosen)
    told = "; ".join(part for part in _PARTS.split(typed) if part and not says(asked.view.base, "not", part))
    named = _roles(asked.draft.called, told)
    roles = list(dict.fromkeys(role for role, _, _ in named))
    if len(roles) == 1 and {role for role, _, _ in _roles(asked.draft.called, typed)} > {*roles}:
        return Said(roles[0], typed)
    if len(roles) != _TWO or not _are_together(asked, told, named):
        return None
    if _WE.search(typed) and asked.view.header.shows_sentences and asked.view.manner.speaker in roles:
        # In 'wij samen, de mentor en ik' one begins oneself.
        roles.sort(key=lambda role: role != asked.view.manner.speaker)
        lead = Said(roles[0], typed)
        return Together({asked.id: lead, plan("helps", action): Said(roles[1:])})
    (_, _, end), behind = named[0], told[named[0][2] :].strip(_SIGNS)
    lead = Said(roles[0], behind if _NAMED.match(told[end:]) else typed)
    return Together({asked.id: lead, plan("helps", action): Said(roles[1:])})


def _lead_and_help(asked: OpenAsk, helps: str, chosen: Begun) -> Together | None:
    """Who begins and who helps, where two are chosen by number: '1 en 4'; None of one, or of more."""
    if len(chosen.places) != _TWO or asked.view.track.answering.is_vote:  # a group asks nobody who helps
        return None
    lead, help_ = (asked.options[place].id for place in chosen.places)
    return Together({asked.id: Said(lead, chosen.quote), helps: Said([help_])})


def _are_together(asked: OpenAsk, told: str, named: Sequence[tuple[str, int, int]]) -> bool:
    """Whether two roles are joined, or it is said that one helps."""
    second = next(start for role, start, _ in named if role != named[0][0])
    between = f" {_without_small(_COUNT.sub('', told[named[0][2] : second]))} "
    return bool(_WITH.fullmatch(between)) or says(asked.view.base, "helping", told)


def _oneself(base: KnowledgeBase, called: Mapping[str, Sequence[str]], typed: str) -> Said | None:
    """Oneself, where a line begins with that one begins: 'ik begin zelf, met de mentoren van 3 havo'."""
    told = without_questions(typed) or typed
    head = _NO.match(told)
    text = told[head.end() :] if head else told
    clause = _CLAUSE.split(text)[0]
    words = clause.casefold().replace("’", "'").split()
    verbs = {way[0] for way in ways(base).within.get("beginning", ())}
    # 'Ik begin', and 'daar begin ik mee'.
    turned = (word for word, before in zip(words[1:], words, strict=False) if before in verbs and word in _OWN)
    oneself = words[0] if words and words[0] in _OWN else next(turned, "")
    role = next((role for role, said in called.items() if oneself and oneself in map(str.casefold, said)), "")
    is_said = role and says(base, "beginning", clause) and {name for name, _, _ in _roles(called, clause)} == {role}
    return Said(role, text[len(clause) :].strip(_SIGNS)) if is_said else None


def _and_oneself(called: Mapping[str, Sequence[str]], typed: str) -> Said | None:
    """Oneself with somebody, who is named first or alone: 'Joris en ik', 'samen met Joris'."""
    found = _AND_ONESELF.fullmatch(typed.strip(_SIGNS)) or _TOGETHER_WITH.fullmatch(typed.strip(_SIGNS))
    role = next((role for role, ways in called.items() if _OWN.intersection(map(str.casefold, ways))), "")
    is_people = bool(found and _roles(called, found["name"]))
    if not found or not role or is_people or not _is_name(found["name"], is_apart=True):
        return None
    if found["name"].casefold() in _MYSELF:
        return Said(role)
    is_english = bool(_ENGLISH.intersection(found[0].casefold().split()))
    return Said(role, f"{'together with' if is_english else 'samen met'} {found['name']}")


def _person(called: Mapping[str, Sequence[str]], typed: str) -> Said | None:
    roles = _roles(called, typed)
    if len(roles) != 1:
        return None
    ((role, start, end),) = roles
    before, behind = _without_small(typed[:start]), typed[end:].strip(_SIGNS)
    if before and behind:
        return None
    name, around = before or behind, typed[:start] if before else typed[end:]
    return Said(role, name) if not name or _is_name(name, is_apart=bool(_SET_APART.search(around))) else None


def _roles(called: Mapping[str, Sequence[str]], typed: str) -> list[tuple[str, int, int]]:
    """Each role that is named, with where it begins and ends; the longest word at a place counts.

    None where a question does not say how roles are called, as for who helps.
    """
    if not called:
        return []
    roles = {word.casefold(): role for role, words in called.items() for word in words}
    words = "|".join(re.escape(word) for word in sorted(roles, key=len, reverse=True))
    found = re.finditer(rf"(?<![\w-])(?:{words})(?![\w-])", typed, re.IGNORECASE)
    return [(roles[match[0].casefold()], match.start(), match.end()) for match in found]


def _without_small(text: str) -> str:
    """What stands before a role, without the small words that belong to the role."""
    words = text.strip(_SIGNS).split()
    while words and words[-1].strip(_SIGNS).casefold() in _BEFORE_ROLE:
        words.pop()
    return " ".join(words).strip(_SIGNS)


def _is_name(text: str, *, is_apart: bool) -> bool:
    """Whether words can be a name: with capitals, or a few words that are set apart."""
    words = text.split()
    is_plain = all(re.fullmatch(r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*", word) for word in words)
    if not is_plain or len(words) > _MOST_WORDS or _NO_NAMES & {word.casefold() for word in words}:
        return False
    has_capitals = words[-1][0].isupper() and all(word[0].isupper() or word in _IN_NAMES for word in words)
    return has_capitals or (is_apart and len(words) <= _MOST_SMALL)
