"""What is filled in for each word in braces: its kind tells where in a sentence it may stand.

A name or a title is never a part of a sentence: where a sentence needs one, the content has a form made for it, as a
role has `one` and `many`.
"""

from enum import Enum


class Kind(Enum):
    """What a word in braces is filled with."""

    COUNT = "count"
    """A number, an amount, a letter of an answer, or a row of these."""
    DAY = "day"
    """A day, or words for when."""
    PHRASE = "phrase"
    """Words made to stand within a sentence: a noun with its article, such as a role or a model, or an adverb."""
    CLAUSE = "clause"
    """What somebody said, made to follow 'dat', as the `heard` of a description is."""
    SENTENCES = "sentences"
    """One or more whole sentences, or a list with a line each."""
    NAME = "name"
    """A name or a title, or more of them joined by semicolons."""
    QUOTE = "quote"
    """Words that somebody typed."""


_WORDS = {
    Kind.COUNT: (
        "agree all amount amounts answered available count counted example last least letter letters minutes most "
        "number open people split stars total year years"
    ),
    Kind.DAY: "day decided free moment start until",
    Kind.PHRASE: (
        "aimed certainty group holiday issuer later model models next now one other regions role roles "
        "school seen spread then usual who whom"
    ),
    Kind.CLAUSE: "earlier heard",
    Kind.SENTENCES: (
        "about agenda asked camps conclusion form how introduction learn lines listed practice present question "
        "scene sentence sign stage statements step strength strengths success task tension text told votes ways when"
    ),
    Kind.NAME: (
        "action actions after answer answers basis choice component components grounds here kind label level name part "
        "pillar pillars places section shifts source subject subjects tasks theme themes title titles what where"
    ),
    Kind.QUOTE: "quote",
}
_OF_ENTRY = {
    "ask.clash.earlier": Kind.SENTENCES,
    "ask.clash.later": Kind.SENTENCES,
    "ask.clash_department.earlier": Kind.SENTENCES,
    "ask.clash_department.later": Kind.SENTENCES,
    "ask.clash_partly.earlier": Kind.SENTENCES,
    "ask.clash_partly.later": Kind.SENTENCES,
    "ask.summary.heard": Kind.SENTENCES,
    "evaluation.now.count": Kind.SENTENCES,
    "picture.clash.one": Kind.SENTENCES,
    "picture.clash.other": Kind.SENTENCES,
    "picture.clash_partly.one": Kind.SENTENCES,
    "picture.clash_partly.other": Kind.SENTENCES,
    "picture.seen_and_heard.heard": Kind.PHRASE,
    "report.talk.clash.one": Kind.CLAUSE,
    "report.talk.clash.other": Kind.CLAUSE,
    "report.uncertain.clash.one": Kind.CLAUSE,
    "report.uncertain.clash.other": Kind.CLAUSE,
    "school.heard.heard": Kind.PHRASE,
    "tension.clash.one": Kind.CLAUSE,
    "tension.clash.other": Kind.CLAUSE,
    "tension.clash_partly.one": Kind.CLAUSE,
    "tension.clash_partly.other": Kind.CLAUSE,
    "who.nothing.roles": Kind.SENTENCES,
    "who.talk_first.roles": Kind.SENTENCES,
    "workshop.picture.clash.one": Kind.CLAUSE,
    "workshop.picture.clash.other": Kind.CLAUSE,
    "workshop.picture.clash_partly.one": Kind.CLAUSE,
    "workshop.picture.clash_partly.other": Kind.CLAUSE,
}
"""The words that are filled otherwise in one entry than in the others, by the entry's id for a decaan."""

KINDS = {**{word: kind for kind, words in _WORDS.items() for word in words.split()}, **_OF_ENTRY}
