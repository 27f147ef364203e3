"""Ways in which people say something that holds at any question: a request, yes or no, a wish, how they feel."""

from typing import Annotated, Literal

from msgspec import Meta

from lobgids.kb.schema.base import EchoText, Entry, EntryId

Meaning = Literal[
    "skip", "back", "example", "why", "source", "pause", "conclude", "done", "remove", "minutes", "tired",
    "yes", "no",
    "wish", "not", "unknown", "uncounted", "counted", "all", "question", "meaning", "filler", "reservation", "none",
    "nameless", "take_out", "adding", "own_action", "new_thing", "doing_with", "named_thing", "remark",
    "promise", "around", "leave_open", "leave_rest", "enough", "nobody", "only_me", "no_name", "helping",
    "beginning", "begins", "not_yet", "ought", "unasked", "would_be", "being_it", "guess", "thinking",
    "some_of_it", "most_of_it",
    "protest", "previous", "mending", "turning", "going_to", "told_wrong", "conceding", "settling", "off_paper",
    "training", "may_in", "of_one_thing", "finding_out", "not_said", "closest",
    "denied", "hedge", "choosing", "absent", "absent_before", "oneself", "own_time", "one_case",
    "differing", "part", "everywhere", "no_difference", "to_guide", "of_talk", "partly", "without", "fits", "misplaced",
    "others", "no_objection", "holding_back", "leaving_out", "missing", "keeping", "letting_in",
    "first_part", "last_part", "latest", "done_by", "none_fits", "none_of_two",
    "to_others", "of_guide", "locating",
    "only_wanting", "already", "double", "not_here", "heard_me", "school_name", "cut_hours", "new_here", "how_many",
    "as_if", "to_picture", "to_plan", "tag",
    "introducing", "talking", "clarify", "singling", "better", "only_mine", "not_so", "school_word",
    "option", "aside",
    "alone", "no_time", "no_support", "heavy", "scared", "hurry", "proud", "keen", "tears", "relieved",
    "resistance",
]  # fmt: skip
Spoken = Annotated[tuple[Annotated[str, Meta(min_length=1)], ...], Meta(min_length=1)]


class Saying(Entry, frozen=True, kw_only=True):
    """How people say one thing, in each language; whatever the conversation's language, both are understood.

    From `skip` to `no` a whole line is meant, the others may stand anywhere in a sentence; but a `question`, a
    `protest`, what is `mending`, `turning` or `going_to` and one for a `meaning` begin so, a part of a sentence begins
    or ends with what is `unknown`, with a `reservation` or what is `conceding` words begin (and end as behind
    '…'), `none` is a whole line, or all before its first mark, and `enough` a whole part of one. Capitals, accents and
    marks do not matter, nor do the words of `filler`. Those that mean an `option` are other ways to say the option of
    this id; an `aside` is a question to the guide itself, with its `answer`, and need not be said in just these words.
    """

    means: Meaning
    option: EntryId | Literal[""] = ""
    answer: EchoText = ""
    nl: Spoken
    en: Spoken
