"""The models, the pillars and the components with their descriptions."""

from typing import Annotated

from msgspec import Meta, Struct

from lobgids.kb.schema.base import (
    Asked,
    ComponentNumber,
    DescriptionId,
    EchoText,
    Entry,
    Frequency,
    ModelNumber,
    OptionText,
    OutsideText,
    PillarId,
    RoleId,
    Statement,
    StrengthText,
    Text,
    Word,
)
from lobgids.kb.schema.hearing import Meaning


class Way(Entry, frozen=True, kw_only=True):
    """What the way of a model would mean, for a pillar or a whole school: two answers to what one wishes.

    `move` is the wish to go that way and `stay` the wish to go on in it. What `stay` says of the school is true where
    the components that its facts are about were answered so. `practice` says how it goes in that way, without naming
    the model: its readers do not know the models.
    """

    model: ModelNumber
    move: Text
    stay: Text
    practice: Text


class Model(Entry, frozen=True, kw_only=True):
    """A stage of development; the three models are stages that a school is in, not marks that it gets.

    `everyday` says how such a school does LOB before it names it, for who never heard of it. `gains` says what students
    gain from LOB in this stage, without naming it: its readers do not know the models.
    """

    model: ModelNumber
    name: Text
    everyday: Text
    way: Way
    characterisation: tuple[Statement, ...]
    principles: tuple[Statement, ...]
    strengths: tuple[Statement, ...]
    organisation: tuple[Statement, ...]
    gains: Annotated[tuple[Statement, ...], Meta(min_length=2)]
    language: Text
    words: tuple[Word, ...]


class Pillar(Entry, frozen=True, kw_only=True):
    """One of the four parts that the LOB-scan divides LOB into."""

    name: Asked
    introduction: Asked
    ways: Annotated[tuple[Way, ...], Meta(min_length=3, max_length=3)]


class Fits(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often a school of each model would give this answer."""

    model1: Frequency
    model2: Frequency
    model3: Frequency


class Clash(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another description that contradicts this one; both name each other."""

    description: DescriptionId
    because: Asked


class Description(Entry, frozen=True, kw_only=True):
    """One of the three everyday descriptions of a situation question, and the stage that it stands for.

    `text` is shown while the question is open and names no model; `heard` is how the guide repeats the answer (it
    follows "Je vertelde dat"); `stage` is shown from the picture on.
    `strength` is what is good about it for students or colleagues, as a fact of a school that is so: it follows
    from `text` and says no more; empty if there is nothing. `your_strength` says it to a decaan alone where it
    speaks of the decaan. `told` says the answer back to a decaan alone, in whole sentences and in the second person.
    It and `heard` hold what sets the description apart, and nothing that a school that is so may lack: they also stand
    beside what was told in own words. `echo` says what it means, right after it, and is empty where that adds nothing.
    `school_guide` tells the same to parents and students, in
    whole sentences for the school guide; only the components that stand there have it. Words that say one of `unless`
    (see `sayings.yaml`) are never heard as it, however much they resemble it.
    """

    model: ModelNumber
    text: OptionText
    heard: Asked
    strength: StrengthText = ""
    your_strength: EchoText = ""
    told: Asked
    echo: EchoText = ""
    school_guide: OutsideText = ""
    stage: Text
    fits: Fits
    clashes: tuple[Clash, ...] = ()
    unless: tuple[Meaning, ...] = ()


class Whom(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A role to ask, and the question to ask."""

    role: RoleId
    question: Asked


class FindOutHints(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How to find out what is answered with 'dat weet ik nog niet': what to look at and whom to ask."""

    look_at: Annotated[tuple[Asked, ...], Meta(min_length=1)]
    ask: Annotated[tuple[Whom, ...], Meta(min_length=1)]


class ProbeOption(Entry, frozen=True, kw_only=True):
    """An answer to a probe."""

    text: OptionText
    fits: Fits


class Probe(Entry, frozen=True, kw_only=True):
    """A question that is asked if two models are close; `between` names the two."""

    between: Annotated[tuple[ModelNumber, ...], Meta(min_length=2, max_length=2)]
    question: Asked
    options: Annotated[tuple[ProbeOption, ...], Meta(min_length=2)]


class Component(Entry, frozen=True, kw_only=True):
    """One of the twelve components of LOB, with its situation question.

    Its `name` is shorter than the one that it has in the publication (`published`), which stands where one looks it up.
    `absent` tells that no such thing happens, to who said so.
    """

    number: ComponentNumber
    pillar: PillarId
    name: Asked
    published: Text
    introduction: Asked
    question: Asked
    in_other_words: Asked
    example: Asked
    why: Asked
    descriptions: Annotated[tuple[Description, ...], Meta(min_length=3, max_length=3)]
    absent: Asked
    recent: Asked
    probes: Annotated[tuple[Probe, ...], Meta(min_length=1)]
    find_out: FindOutHints


class Context(Entry, frozen=True, kw_only=True):
    """One of the four contexts in which a teacher works."""

    name: Text
    about: Text
