"""Questions that are answered with options: one, several, or yes and no."""

import re
from abc import abstractmethod
from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from lobgids.dialogue.asserted import told_in
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.kinds.kind import Kind, Limits, NotUnderstood, OpenAsk, Said, UnplacedWords
from lobgids.dialogue.kinds.known import known_places
from lobgids.dialogue.lists import Begun, is_list, named_among, picked, spread_out
from lobgids.dialogue.numbered import by_number, by_number_and_word, everything, hedged
from lobgids.dialogue.option_words import all_but, all_but_some, by_words, marked_within, with_others, without_repeated
from lobgids.dialogue.protocol import Ask, Option
from lobgids.dialogue.spoken import said_otherwise, says_nothing, without_talk, yes_or_no
from lobgids.dialogue.view import View
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import DOUBT, says, words_of
from lobgids.log.ask_ids import (
    BASIS,
    BETWEEN,
    SITUATION,
    UNDERSTOOD,
    UNKNOWN,
    is_named,
    name_of,
    of_component,
    subject_of,
)
from lobgids.text import uncapital

_BOTH = Option(id=f"both.{BETWEEN}", text="")
"""What stands for both options where words say that it is between them."""

SAME = "same"
"""What answers a basis with 'zelfde als net'."""

ENDS = (".", "!", "?")
"""What a sentence ends with."""


_ALSO_NUMBER = re.compile(
    r"\b(?:(?:ook|also)\s+(?P<behind>\d{1,2})(?![\w-]|\s+[^\W\d_])"
    r"|(?:en|and)\s+(?P<before>\d{1,2})\s+(?:(?:idd|inderdaad|eigenlijk|indeed|actually)\s+)?"
    r"(?:ook|too|also|as well)\b)",
    re.IGNORECASE,
)
"""An option that is added by its number: 'de mentor, en ook 5'; 'ook 3 havo' names a class."""
_LESSER_NUMBER = re.compile(
    r"(?P<class>\b(?:klas|leerjaar|year)\s+\d\s*(?:,|en|and)?\s*)?\b(?<!of )(?<!or )"
    r"(?:soms|af en toe|een enkele keer|beetje|deels|sometimes|now and then|occasionally|partly|bit|little)"
    r"\s+(?P<number>\d{1,2})(?![\w-]|\s+[^\W\d_])"
    r"|\b(?:en|and)\s+(?P<before>\d{1,2})\s+"
    r"(?:soms|af en toe|een enkele keer|deels|(?:een |n |'n )?(?:paar|beetje)|sometimes|now and then|a few|a bit)"
    r"\s*[.!]?$",
    re.IGNORECASE,
)
"""The same of a lesser part: '4, en soms 5'; in 'klas 3 en soms 4' both are classes."""
_CORRECTED = re.compile(
    r"^\s*\d{1,2}\s*[.,;:!]*\s*(?:(?:o+h?|nee|no|sorry|wacht|wait|of nee|ik bedoel|i mean)\b[\s,.:!]*)+(?=\d{1,2}\b)",
    re.IGNORECASE,
)
"""A number that is taken back for another one in the same line."""
_CLAUSES = re.compile(r"\s*[,;:]\s+")
_NUMBER_AND_WORDS = re.compile(r"(?P<number>\d{1,2})\s+[^\W\d]")
_LONG = 12
"""From so many words on a line tells something of its own, and is no list with a remark."""

_SENTENCE = 3
"""From so many words on it is no attempt at a yes or a no, but something to keep."""


class OfOptions(Kind):
    """What chooses among the options of the question, by letter, number or words."""

    def parse(self, asked: OpenAsk, typed: str) -> Said | UnplacedWords:
        """The options that the words name or begin with, the rest as a quote; else the words themselves."""
        if all_of_it := self._all_of_it(asked, typed):
            return all_of_it
        typed = spread_out(typed) if self._takes_some(asked.options) else typed
        typed = _CORRECTED.sub("", typed) if asked.view.header.shows_sentences else typed  # '3. nee wacht 1' is 1
        if asked.is_of_doers and self.takes_several and (divided := _divided(asked, typed)):
            return Said(self.value_at(asked.options, divided.places), divided.quote)
        if found := self._found(asked, typed):
            if self.takes_several and (more := marked_within(found.quote, asked.options, several=True)):
                found = Begun(tuple(dict.fromkeys((*found.places, *more.places))), more.quote)  # 'En 3 eigenlijk ook'
            if self.takes_several and (more_numbers := _numbers_too(found.quote)):
                added = [number - 1 for number in more_numbers if 0 < number <= len(asked.options)]
                found = Begun(  # 'in klas 3 ook 5'
                    tuple(dict.fromkeys((*found.places, *added))),
                    _without_numbers(found.quote, more_numbers, asked.options),
                )
            if self.takes_several and not found.quote and _tells_of_oneself(asked, typed):  # '5, en ik een beetje'
                found = found._replace(
                    quote=_without_numbers(typed, [place + 1 for place in found.places], asked.options)
                )
            if self.takes_several and (named := (*_named_too(asked, found.quote), *_by_name(asked, typed, found))):
                found = found._replace(places=tuple(dict.fromkeys((*found.places, *named))))
            quote = "" if says_nothing(asked.view.base, found.quote) else found.quote
            if not asked.draft.words_answer:  # a list of actions is divided
                quote = without_repeated(_as_said(quote, typed), asked.options, found.places)
            return Said(self.value_at(asked.options, found.places), quote)
        return self.not_found(asked.options, typed)

    def _all_of_it(self, asked: OpenAsk, typed: str) -> Said | None:
        """All that may be chosen together, where a line plainly says so and names nothing: not 'ik doe alles'."""
        if not self.takes_several or named_among(typed, asked.options, several=True):
            return None
        found = everything(asked.view.base, typed, asked.options)
        is_few = found is not None and (not asked.draft.limit or len(found.places) <= asked.draft.limit)
        return Said(self.value_at(asked.options, found.places), typed) if found and is_few else None

    def _found(self, asked: OpenAsk, typed: str) -> Begun | None:
        """The options that the words name, say otherwise or begin with; None if they do nothing of that."""
        base, options = asked.view.base, asked.options
        also, several = partial(_said_as_one, base, options), self._takes_some(options)
        otherwise = said_otherwise(base, typed, options)
        is_whole = otherwise is not None and not otherwise.quote
        return (
            by_number(base, typed, options, several=several, may_refuse=not self.is_yes_or_no)
            or by_number_and_word(base, typed, options)
            or picked(typed, options)
            or hedged(base, typed, options, several=several)
            or (all_but(typed, options) if several else None)
            or (None if is_whole else self._plainly(asked, typed))  # 'niemand, alleen ik' is no remark about niemand
            or (with_others(otherwise, options, also) if otherwise and several else otherwise)
            or by_words(typed, options, several=several, also=also)
            or (None if self._leaves_out(typed, options) else marked_within(typed, options, several=several))
            or self._beside_talk(base, typed, options)
            or _by_yes_or_no(base, typed, options)
        )

    def _beside_talk(self, base: KnowledgeBase, typed: str, options: Sequence[Option]) -> Begun | None:
        """The options that are named beside what is only said to the guide: '1 snel ik moet zo weg'."""
        bare, several = without_talk(base, typed), self._takes_some(options)
        if not bare or bare == typed or self._leaves_out(bare, options):
            return None
        return picked(bare, options) or marked_within(bare, options, several=several)

    def _leaves_out(self, typed: str, options: Sequence[Option]) -> bool:
        """Whether a line says 'all but some', where several are the answer; of one 'alle' says something else."""
        return self.takes_several and bool(all_but_some(typed, options))

    def _plainly(self, asked: OpenAsk, typed: str) -> Begun | None:
        """The options of which the words are made; a situation has descriptions, which words only resemble."""
        if name_of(asked.id) in (SITUATION, UNDERSTOOD):
            return None
        told = told_in(asked.view.base, typed, asked.options)
        is_one = len(told.places) == 1 or (self.takes_several and bool(told.places))
        quote = typed if asked.is_of_doers and says(asked.view.base, "thinking", typed) else ""  # 'de mentor denk ik'
        return Begun(told.places, quote) if told.is_plain and is_one else None

    def _takes_some(self, options: Sequence[Option]) -> bool:
        """Whether several may be named; a situation may be in between of two."""
        return self.takes_several or any(name_of(option.id) == BETWEEN for option in options)

    @abstractmethod
    def not_found(self, options: Sequence[Option], typed: str) -> Said | UnplacedWords:
        """What words are that name no option. Raises `NotUnderstood`."""

    def retell(self, _view: View, ask: Ask, value: Any) -> str:
        """The texts of what was chosen, in one line; as a list if they are sentences."""
        texts = [ask.options[index].text for index in self.places(ask.options, value)]
        if len(texts) > 1 and any(text.endswith(ENDS) for text in texts):
            return "\n".join(f"- {text}" for text in texts)
        return "; ".join(texts)

    def places(self, options: Sequence[Option], value: Any) -> tuple[int, ...]:
        """The places of the options that a value chooses: by id, as a place on a scale, or as yes and no."""
        if isinstance(value, int):
            index = (0 if value else 1) if isinstance(value, bool) else value - 1
            return (index,) if 0 <= index < len(options) else ()
        chosen = value if isinstance(value, list) else [value]
        return tuple(index for index, option in enumerate(options) if option.id in chosen)

    def named(self, ask: Ask, typed: str) -> tuple[int, ...]:
        """The places of the options that a whole line names."""
        several = self._takes_some(ask.options)
        return named_among(spread_out(typed) if several else typed, ask.options, several=several)


def _numbers_too(quote: str) -> list[int]:
    """The numbers of options that words behind a choice add, be it as a lesser part."""
    lesser = [found["number"] or found["before"] for found in _LESSER_NUMBER.finditer(quote) if not found["class"]]
    added = [found["behind"] or found["before"] for found in _ALSO_NUMBER.finditer(quote)]
    return [int(number) for number in (*added, *lesser)]


def _without_numbers(quote: str, numbers: Sequence[int], options: Sequence[Option]) -> str:
    """Words with the options that they add instead of their numbers, which nobody knows later: 'en soms de mentor'."""
    for number in numbers:
        if 0 < number <= len(options):
            quote = re.sub(rf"(?<![\w-]){number}(?![\w-])", uncapital(options[number - 1].text), quote, count=1)
    return quote


def _as_said(quote: str, typed: str) -> str:
    """A quote as it was said: where pieces of a long line are left out between its words, all of the line."""
    is_broken = quote not in typed and len(typed.split()) >= _LONG
    return typed if is_broken else quote


class ChoiceKind(OfOptions):
    """One option; two descriptions of a situation say that it is in between, both options of a probe that both are."""

    takes_quote: ClassVar[bool] = True
    may_be_meant: ClassVar[bool] = True

    def parse(self, asked: OpenAsk, typed: str) -> Said | UnplacedWords:
        """Also both options, where words say that it is between them."""
        both = None if asked.draft.if_several else said_otherwise(asked.view.base, typed, (_BOTH,))
        if both and not _names_one(asked, both.quote):
            return Said(self.value_at(asked.options, range(len(asked.options))), both.quote)
        return super().parse(asked, typed)

    def not_found(self, options: Sequence[Option], typed: str) -> Said | UnplacedWords:
        """One's own words."""
        return _own_words(options, typed, "problem.choice")

    def value_at(self, options: Sequence[Option], places: Sequence[int]) -> Any:
        """The id of one; of several a list, which only fits a situation."""
        ids = [options[index].id for index in places]
        return ids if len(ids) > 1 else ids[0]

    def check(self, asked: OpenAsk, said: Said) -> Said | None:
        """One id, or several at a situation; None at the option that says so."""
        chosen = _chosen(asked.options, said.value, "problem.choice")
        is_between = is_named(asked.id, SITUATION) or is_named(asked.id, UNDERSTOOD) or not asked.draft.if_several
        if len(chosen) > 1 and is_between:
            return said._replace(value=sorted(chosen))
        if len(chosen) > 1:
            raise NotUnderstood(asked.draft.if_several)
        if chosen[0] == of_component(subject_of(asked.id), UNKNOWN):
            return None
        return said._replace(value=chosen[0])


class MultiKind(OfOptions):
    """Several options."""

    takes_several: ClassVar[bool] = True
    takes_quote: ClassVar[bool] = True
    may_be_meant: ClassVar[bool] = True

    def not_found(self, options: Sequence[Option], typed: str) -> Said | UnplacedWords:
        """One's own words."""
        return _own_words(options, typed, "problem.multi")

    def value_at(self, options: Sequence[Option], places: Sequence[int]) -> list[str]:
        """Their ids, as they were named."""
        return [options[index].id for index in places]

    def limits(self, draft: Draft) -> Limits:
        """How many are chosen."""
        return Limits(least=draft.least, limit=draft.limit)

    def check(self, asked: OpenAsk, said: Said) -> Said:
        """As many ids as may be chosen; 'same' is what the answer before rested on."""
        value, draft = said.value, asked.draft
        if value in (SAME, [SAME]) and is_named(asked.id, BASIS):
            value = asked.view.last_basis() or value
        beside = [one for one in draft.beside if isinstance(value, list) and one in value]
        shown = [one for one in value if one not in beside] if beside else value
        chosen = [*_chosen(asked.options, shown, "problem.multi"), *beside] if shown or not beside else beside
        if len(chosen) < draft.least:
            raise NotUnderstood("problem.at_least", least=draft.least)
        if draft.limit and len(chosen) > draft.limit:
            raise NotUnderstood("problem.at_most", most=draft.limit)
        return said._replace(value=sorted(chosen) if draft.mixed else chosen)


class ConfirmKind(OfOptions):
    """Yes or no: the first option agrees."""

    takes_quote: ClassVar[bool] = True
    may_be_meant: ClassVar[bool] = True
    is_yes_or_no: ClassVar[bool] = True
    own_words_phrase: ClassVar[str] = "note.confirm"

    def parse(self, asked: OpenAsk, typed: str) -> Said | UnplacedWords:
        """Also a yes or a no in whatever form, with what was said behind it."""
        if self._found(asked, typed) is None and (answered := yes_or_no(asked.view.base, typed)):
            return Said(answered.agrees, answered.remark)
        return super().parse(asked, typed)

    def not_found(self, options: Sequence[Option], typed: str) -> Said | UnplacedWords:
        """A sentence of one's own: neither a yes nor a no. Raises `NotUnderstood` if it is less than that."""
        if len(typed.split()) < _SENTENCE:
            raise NotUnderstood("problem.confirm", last=letter(len(options) - 1))
        return _own_words(options, typed, "problem.confirm")

    def value_at(self, _options: Sequence[Option], places: Sequence[int]) -> bool:
        """Whether it is the first."""
        return the_one(places) == 0

    def check(self, _asked: OpenAsk, said: Said) -> Said:
        """A yes or a no."""
        if not isinstance(said.value, bool):
            raise NotUnderstood("problem.confirm")
        return said


def _named_too(asked: OpenAsk, quote: str) -> tuple[int, ...]:
    """The places of the roles that words behind a number name as well: '4, en in klas 3 de mentor'."""
    told = told_in(asked.view.base, quote, asked.options) if asked.is_of_doers else None
    if told is None or told.denied or not DOUBT.isdisjoint(words_of(quote)):
        return ()
    called = {place: words_of(asked.options[place].text)[-1] for place in told.places}
    is_new = asked.view.header.shows_sentences
    return tuple(
        place
        for place, name in called.items()
        if any(word.startswith(name) for word in words_of(quote))
        or (is_new and asked.options[place].id == f"doer.{asked.view.manner.speaker}")
    )


def _tells_of_oneself(asked: OpenAsk, typed: str) -> bool:
    """Whether a clause behind numbers says of oneself that one does it, too."""
    behind = _CLAUSES.split(typed)[1:] if asked.is_of_doers and asked.view.header.shows_sentences else []
    return any(
        says(asked.view.base, "oneself", clause) and not says(asked.view.base, "thinking", clause) for clause in behind
    )


def _by_name(asked: OpenAsk, typed: str, found: Begun) -> tuple[int, ...]:
    """The place of the role that a name beside the others was told with: 'Fatima en ik'."""
    is_more = asked.is_of_doers and found.quote and asked.view.header.shows_sentences
    return known_places(asked, typed) if is_more else ()


def _divided(asked: OpenAsk, typed: str) -> Begun | None:
    """The roles of a line that says in each clause of another who does a part: '5 in 4h, verder ik'; else None."""
    places: list[int] = []
    numbers: list[int] = []
    for clause in _CLAUSES.split(typed):
        numbered = _NUMBER_AND_WORDS.match(clause)
        told = told_in(asked.view.base, clause, asked.options)
        if numbered and 0 < (number := int(numbered["number"])) <= len(asked.options):
            numbers.append(number)
            places.append(number - 1)
        elif len(told.places) == 1 and not told.denied:
            places += told.places
        else:
            return None
    if not numbers or len(set(places)) == 1:
        return None
    somebody = [place for place in dict.fromkeys(places) if not asked.options[place].alone]  # '5 in 4h, verder niemand'
    return Begun(tuple(somebody), _without_numbers(typed, numbers, asked.options))


def _names_one(asked: OpenAsk, words: str) -> bool:
    """Whether the words behind 'allebei' still choose: 'allebei, maar vooral 2'."""
    return marked_within(words, asked.options, several=False) is not None


def the_one(places: Sequence[int]) -> int:
    """The only place. Raises `NotUnderstood` if there are more."""
    if len(places) > 1:
        raise NotUnderstood("problem.one")
    return places[0]


def _said_as_one(base: KnowledgeBase, options: Sequence[Option], text: str) -> int | None:
    found = said_otherwise(base, text, options)
    return found.places[0] if found and not found.quote else None


def _by_yes_or_no(base: KnowledgeBase, typed: str, options: Sequence[Option]) -> Begun | None:
    """The only option that says the same yes or no as the words, which stand behind it."""
    answered = yes_or_no(base, typed)
    alike = [place for place, option in enumerate(options) if answered and _agrees(base, option) == answered.agrees]
    return Begun((alike[0],), answered.remark) if answered and len(alike) == 1 else None


def _agrees(base: KnowledgeBase, option: Option) -> bool | None:
    """Whether an option says yes, or no; None if it says neither."""
    answered = yes_or_no(base, option.text)
    return answered.agrees if answered else None


def _own_words(options: Sequence[Option], typed: str, problem: str) -> UnplacedWords:
    """The words. Raises `NotUnderstood` if they only try to name options."""
    if not typed or typed.isdecimal() or is_list(typed):
        raise NotUnderstood(problem, last=letter(len(options) - 1))
    return UnplacedWords(typed)


def _chosen(options: Sequence[Option], value: Any, problem: str) -> list[str]:
    """The ids of the chosen options, in their order. Raises `NotUnderstood` if the options do not go together."""
    given = [value] if isinstance(value, str) else value
    chosen = [option for option in options if isinstance(given, list) and option.id in given]
    if not chosen or not set(given) <= {option.id for option in chosen}:
        raise NotUnderstood(problem, last=letter(len(options) - 1))
    if len(chosen) > 1 and (alone := next((option for option in chosen if option.alone), None)):
        raise NotUnderstood("problem.alone", answer=alone.text)
    return [option.id for option in chosen]


def letter(index: int) -> str:
    """The letter of the option with this index."""
    return chr(ord("a") + index)
