"""The entries of the knowledge base: one structure for each kind of thing that is known.

A file `content/NAME.yaml` holds the field NAME of `KnowledgeBase`; a folder `content/NAME/` holds one entry a file, or
a file for each track (see `files`).
All structures are frozen: content never changes while a conversation runs.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

from msgspec import Meta, Struct

from lobgids.kb.files import fields_heard

# What the type of a string says of it (see `walk`).
TRANSLATED = "translated"
ASKED = "asked"
THIRD_PERSON = "third_person"
REFERS_TO = "refers_to"
TURN_MARK = "turn"

# What a person reads: extracted for translators and looked up in the catalogue when shown.
Text = Annotated[str, Meta(min_length=1, extra={TRANSLATED: True})]
# A text that is seen before the picture: no model is named in it, and words come from one list.
Asked = Annotated[str, Meta(min_length=1, extra={TRANSLATED: True, ASKED: True})]
# An answer to choose from: it is read aloud in a room too, so it speaks of nobody present.
OptionText = Annotated[str, Meta(min_length=1, extra={TRANSLATED: True, ASKED: True, THIRD_PERSON: True})]
# What the guide says to a mentor in one turn: at most three sentences.
TurnText = Annotated[str, Meta(min_length=1, extra={TRANSLATED: True, TURN_MARK: True})]
OptionalText = Annotated[str, Meta(extra={TRANSLATED: True})]

Id = Annotated[str, Meta(pattern=r"^[a-z0-9_]+([.-][a-z0-9_]+)*$")]
FactId = Annotated[str, Meta(extra={REFERS_TO: "Fact"})]
PillarId = Annotated[str, Meta(extra={REFERS_TO: "Pillar"})]
ThemeId = Annotated[str, Meta(extra={REFERS_TO: "Theme"})]
PreferenceId = Annotated[str, Meta(extra={REFERS_TO: "Preference"})]
ContextId = Annotated[str, Meta(extra={REFERS_TO: "Context"})]
DescriptionId = Annotated[str, Meta(extra={REFERS_TO: "Description"})]
EntryId = Annotated[str, Meta(extra={REFERS_TO: "Entry"})]

ModelNumber = Literal[1, 2, 3]
ComponentNumber = Annotated[int, Meta(ge=1, le=12)]
RoleId = Literal["leadership", "deputy", "team_leader", "decaan", "mentor", "subject_teacher"]
DoerId = Literal[RoleId, "someone_else", "nobody"]
Frequency = Literal["zelden", "soms", "vaak", "bijna altijd"]
ActionKind = Literal["talk", "find_out", "task", "learn"]
IsoDay = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Stars = Annotated[int, Meta(ge=0, le=5)]


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anything that can be cited, translated and shown on its own.

    `origin` says where it comes from: the publication (then it, or an entry in it, has `facts`), the guide itself, or
    a later year. `remark` tells the reader where the source is two-sided or uncertain; `translators` speaks to
    translators.
    """

    id: Id
    facts: tuple[FactId, ...] = ()
    origin: Literal["publication", "guide", "later"] = "publication"
    remark: OptionalText = ""
    translators: str = ""


class Statement(Entry, frozen=True, kw_only=True):
    """One thing that is known, in a sentence or two; `models` is empty where it holds apart from the models."""

    text: Text
    models: tuple[ModelNumber, ...] = ()


class Fact(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of the index of the publication: where a statement stands and what it is about, without its text."""

    id: str
    section: str
    kind: str
    models: tuple[ModelNumber, ...] = ()
    role: str = ""
    component: int = 0


class Named(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An id with the words for it."""

    id: str
    name: Text


class WordChoice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that questions and descriptions avoid, and the one they use for it."""

    instead_of: str
    use: str


class Publication(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The source that the facts come from."""

    title: str
    issuer: str
    year: int


class LeftOut(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fact that carries nothing over, and why."""

    fact: FactId
    because: str


class About(Entry, frozen=True, kw_only=True):
    """The knowledge base itself: its name and version, its source, and the words it keeps to."""

    version: str
    name: Text
    publication: Publication
    sections: tuple[Named, ...]
    kinds: tuple[Named, ...]
    words: tuple[WordChoice, ...]
    labels: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()


class Word(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a model says what other schools call otherwise."""

    usual: Text
    here: Text


class Model(Entry, frozen=True, kw_only=True):
    """A stage of development; the three models are stages a school is in, not marks that it gets.

    `gains` tell what students have from LOB in this stage, without naming it: they are read by who does not know it.
    """

    model: ModelNumber
    name: Text
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


class Fits(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often a school of each model would give this answer."""

    model1: Frequency
    model2: Frequency
    model3: Frequency


class Clash(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another description that is hard to rhyme with this one; named on both sides."""

    description: DescriptionId
    because: Asked


class Description(Entry, frozen=True, kw_only=True):
    """One of the three everyday descriptions of a situation question, and the stage that it stands for.

    `text` is shown while the question is open and names no model; `heard` is how the guide says the answer back
    (it follows "Je vertelde dat"); `stage` is shown from the picture on; `own_words` are ways to say the same.
    """

    model: ModelNumber
    text: OptionText
    heard: Asked
    stage: Text
    own_words: Annotated[tuple[Text, ...], Meta(min_length=3)]
    fits: Fits
    clashes: tuple[Clash, ...] = ()


class Whom(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who may know, and what to ask them."""

    role: RoleId
    question: Asked


class FindOutHints(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to do with 'dat weet ik nog niet': what to look at and whom to ask."""

    look_at: Annotated[tuple[Asked, ...], Meta(min_length=1)]
    ask: Annotated[tuple[Whom, ...], Meta(min_length=1)]


class ProbeOption(Entry, frozen=True, kw_only=True):
    """An answer to a probe."""

    text: OptionText
    fits: Fits


class Probe(Entry, frozen=True, kw_only=True):
    """A question asked where two models are close; `between` names the two."""

    between: Annotated[tuple[ModelNumber, ...], Meta(min_length=2, max_length=2)]
    question: Asked
    options: Annotated[tuple[ProbeOption, ...], Meta(min_length=2)]


class Component(Entry, frozen=True, kw_only=True):
    """One of the twelve components of LOB, with its situation question."""

    number: ComponentNumber
    pillar: PillarId
    name: Asked
    introduction: Asked
    question: Asked
    in_other_words: Asked
    example: Asked
    why: Asked
    descriptions: Annotated[tuple[Description, ...], Meta(min_length=3, max_length=3)]
    recent: Asked
    probes: Annotated[tuple[Probe, ...], Meta(min_length=1)]
    find_out: FindOutHints


class Task(Statement, frozen=True, kw_only=True):
    """A task of a role in a model, and the theme in which the guide asks after it."""

    theme: ThemeId


class LearningForm(Statement, frozen=True, kw_only=True):
    """A form of professionalisation, also as an action in a plan.

    `title` is the action's name; `subject` is how one speaks of it within a sentence, with its article ('de training
    op school'); `success` is what one can see when it worked. `preferences` are the learning preferences that it
    suits: the guide's own reading.
    """

    title: Text
    subject: Text
    success: Text
    preferences: tuple[PreferenceId, ...] = ()


class RolePart(Entry, frozen=True, kw_only=True):
    """What a role is in one model: its LOB role, tasks, competences and professionalisation.

    An empty list means that the publication gives nothing there, and the guide says so.
    """

    model: ModelNumber
    title: Text
    text: Text
    tasks: tuple[Task, ...] = ()
    head: tuple[Statement, ...] = ()
    hands: tuple[Statement, ...] = ()
    heart: tuple[Statement, ...] = ()
    team: tuple[Statement, ...] = ()
    content: tuple[Statement, ...] = ()
    forms: tuple[LearningForm, ...] = ()


class Role(Entry, frozen=True, kw_only=True):
    """One of the six roles, with its part in each model (a deputy has two parts in model 2)."""

    id: RoleId
    name: Text
    one: Text
    many: Text
    about: Text
    parts: Annotated[tuple[RolePart, ...], Meta(min_length=3)]


class DoneBy(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which roles do it in each model."""

    model1: Annotated[tuple[DoerId, ...], Meta(min_length=1)]
    model2: Annotated[tuple[DoerId, ...], Meta(min_length=1)]
    model3: Annotated[tuple[DoerId, ...], Meta(min_length=1)]


class ThemeFit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often a school of each model would name this doer."""

    doer: DoerId
    model1: Frequency
    model2: Frequency
    model3: Frequency


class Theme(Entry, frozen=True, kw_only=True):
    """Something in LOB that somebody does: 'wie doet dit meestal?'; `short` ones are asked in the short form too."""

    name: Asked
    question: Asked
    in_other_words: Asked
    why: Asked
    component: ComponentNumber
    short: bool = False
    done_by: DoneBy
    fits: Annotated[tuple[ThemeFit, ...], Meta(min_length=8, max_length=8)]


class StarRow(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far a competence applies to a role's LOB work in a model; 0 is an empty cell: "niet ingevuld"."""

    model: ModelNumber
    team_leader: Stars = 0
    decaan: Stars = 0
    mentor: Stars = 0
    subject_teacher: Stars = 0


class Competence(Entry, frozen=True, kw_only=True):
    """One of the seven SBL competences of 2011."""

    number: Annotated[int, Meta(ge=1, le=7)]
    name: Text
    about: Text
    context: ContextId
    stars: Annotated[tuple[StarRow, ...], Meta(min_length=3, max_length=3)]


class Context(Entry, frozen=True, kw_only=True):
    """One of the four contexts in which a teacher works."""

    name: Text
    about: Text


class Professionalisation(Entry, frozen=True, kw_only=True):
    """How a school of one model professionalises its people for LOB."""

    model: ModelNumber
    description: tuple[Statement, ...]
    characteristics: tuple[Statement, ...]


class Preference(Entry, frozen=True, kw_only=True):
    """One of the five learning preferences of Ruijters and Simons."""

    name: Text
    about: tuple[Statement, ...]
    forms: tuple[Statement, ...]
    limits: tuple[Statement, ...] = ()


class ConditionEntry(Statement, frozen=True, kw_only=True):
    """What a school has to provide for learning to work."""

    topic: Literal["leadership", "culture", "vision", "time", "money", "coherence", "support"]


class Approach(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An action as one would write it in a plan: its name, and how to begin with it."""

    title: Text
    how: Text


class ThemeAction(Entry, frozen=True, kw_only=True):
    """What to do about a theme in one model: to `begin` with it, or to make it `stronger` where it happens already.

    `subject` is how one speaks of it within a sentence, with its article; `success` is what one can see when it
    worked; `owner` is the role that would take the lead. No model is named: plans are read by others.
    """

    theme: ThemeId
    owner: RoleId
    subject: Text
    begin: Approach
    stronger: Approach
    success: Text


class ModelActions(Entry, frozen=True, kw_only=True):
    """What can be done in a school of one model, theme by theme in the order in which one would do it."""

    model: ModelNumber
    actions: Annotated[tuple[ThemeAction, ...], Meta(min_length=1)]


class Transition(Entry, frozen=True, kw_only=True):
    """From one stage to the next, or to the one before.

    `text` tells what changes, `tension` what may chafe on the way, and `milestone` how one sees the step was made.
    """

    start: ModelNumber
    goal: ModelNumber
    text: Text
    tension: Text
    milestone: Text


class Pattern(Entry, frozen=True, kw_only=True):
    """An evaluation question for an action of the plan.

    `{subject}` (the action, with its article), `{role}` (who it is for, in the plural) and `{date}` are filled in. It
    fits actions of these `kinds` (none: of every kind), and only those on one of these `themes` where there are any.
    """

    text: Text
    respondent: Literal["participants", "leadership", "team_leader", "decaan", "mentor", "subject_teacher", "students"]
    moment: Text
    kinds: tuple[ActionKind, ...] = ()
    themes: tuple[ThemeId, ...] = ()


class Level(Entry, frozen=True, kw_only=True):
    """One of Kirkpatrick's four levels of evaluation."""

    number: Annotated[int, Meta(ge=1, le=4)]
    name: Text
    about: Text
    questions: Annotated[tuple[Pattern, ...], Meta(min_length=3)]


class Length(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long a chapter usually is: the words to read, and how many asks and seconds it takes to answer them.

    `form` is empty for a track that has no forms. Measured by `docs/make_lengths.py`, never written by hand.
    """

    track: Literal["decaan", "mentor"]
    form: Literal["", "short", "full"] = ""
    chapter: str
    words: Annotated[int, Meta(ge=0)]
    asks: Annotated[int, Meta(ge=1)]
    seconds: Annotated[int, Meta(ge=0)]


class Tip(Statement, frozen=True, kw_only=True):
    """A piece of advice; `topic` says when it is of use."""

    topic: Literal["start", "support", "learning"]


class TensionEntry(Entry, frozen=True, kw_only=True):
    """Something that may chafe, or a place where the publication itself is two-sided."""

    kind: Literal["tension", "warning", "two-sided"]
    name: Text
    text: Text
    about: tuple[EntryId, ...] = ()


class Explanation(Entry, frozen=True, kw_only=True):
    """What the guide tells about itself, the models and the chapters, in a few statements."""

    title: Text
    statements: tuple[Statement, ...]


class SharedAnswer(Entry, frozen=True, kw_only=True):
    """An answer that many questions share, such as what an answer rests on; `together` is how a group says it.

    One that stands `alone` goes with no other answer.
    """

    group: Literal["situation", "basis", "recency", "doer"]
    text: Asked
    together: OptionalText = ""
    alone: bool = False


class Term(Entry, frozen=True, kw_only=True):
    """A word that a newcomer may not know; `also` lists other forms by which a text may name it."""

    term: Text
    meaning: Text
    also: tuple[Text, ...] = ()


class Addition(Entry, frozen=True, kw_only=True):
    """What changed after the publication, with its year; 0 for what is of no one year."""

    year: int = 0
    text: Text
    about: Annotated[tuple[EntryId, ...], Meta(min_length=1)]
    certainty: Literal["certain", "likely"]


class Facilitation(Entry, frozen=True, kw_only=True):
    """What the facilitator of a workshop may ask about a component, and listen for; seen by nobody else.

    The entries stand in the order in which a workshop takes the components: first what everyone has seen.
    """

    component: ComponentNumber
    ask: Annotated[tuple[Text, ...], Meta(min_length=2)]
    listen: Annotated[tuple[Text, ...], Meta(min_length=2)]


class QuestionOption(Entry, frozen=True, kw_only=True):
    """An answer to choose at a question of the guide; one that stands `alone` goes with no other answer."""

    text: Asked
    alone: bool = False


class Question(Entry, frozen=True, kw_only=True):
    """A question of the guide apart from the situations: what one is welcomed with, the assignment, the ambition.

    `id` is the ask's id. `fill` names what stands in braces in its texts. With `optional`, an empty answer goes on.
    `find_out` is kept as something to find out when the answer is 'dat weet ik nog niet'.
    """

    kind: Literal["choice", "multi", "text", "number", "date", "votes", "confirm", "scale"]
    text: Text
    in_other_words: Text
    why: Text
    fill: tuple[str, ...] = ()
    options: tuple[QuestionOption, ...] = ()
    optional: bool = False
    find_out: OptionalText = ""


class Phrase(Entry, frozen=True, kw_only=True):
    """Something the guide says; one of the variants is taken, always the same one at the same place.

    `fill` names what stands in braces in the variants.
    """

    variants: Annotated[tuple[Text, ...], Meta(min_length=1)]
    fill: tuple[str, ...] = ()


class SaidIn(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said in a school of one model instead of what is said everywhere."""

    model: ModelNumber
    text: TurnText


class Way(Entry, frozen=True, kw_only=True):
    """A way to act in a case, with feedback that says what it brings and asks; never a mark.

    `by_model` is said instead of `feedback` where the models differ and the school's is known.
    """

    text: TurnText
    feedback: TurnText
    by_model: tuple[SaidIn, ...] = ()


class Saying(Entry, frozen=True, kw_only=True):
    """Something that the guide tells a mentor, in one turn."""

    text: TurnText


class Case(Entry, frozen=True, kw_only=True):
    """A short scene from a mentor's week, made up for this guide; the `opening` one begins the conversation.

    `lob` says why it is LOB. `everywhere` is said after any way, in every school: a case that has it is about safety
    and does not differ per model. `later` is what changed since the publication, with its year.
    """

    name: Text
    opening: bool = False
    scene: TurnText
    question: TurnText
    lob: TurnText
    ways: Annotated[tuple[Way, ...], Meta(min_length=3, max_length=3)]
    everywhere: tuple[Saying, ...] = ()
    later: tuple[Saying, ...] = ()


class Scene(Entry, frozen=True, kw_only=True):
    """One school day in a school of a model, without naming it; `heard` follows 'Je school lijkt op'."""

    model: ModelNumber
    text: Annotated[str, Meta(min_length=1, extra={TRANSLATED: True, ASKED: True, TURN_MARK: True})]
    heard: Asked


class NewcomerOption(Entry, frozen=True, kw_only=True):
    """What a newcomer may have seen or heard."""

    model: ModelNumber
    text: OptionText
    fits: Fits


class NewcomerQuestion(Entry, frozen=True, kw_only=True):
    """A question about the school that one can answer in the first weeks; `ask_whom` is kept where one cannot."""

    question: Asked
    in_other_words: Asked
    why: Asked
    options: Annotated[tuple[NewcomerOption, ...], Meta(min_length=3, max_length=3)]
    ask_whom: Asked


class LobTurn(Saying, frozen=True, kw_only=True):
    """One of the five turns on LOB in a school: `topic` is the same word in each of them."""

    topic: Literal["what_for", "when", "who", "how", "parents"]
    title: Text


class MentorTask(Saying, frozen=True, kw_only=True):
    """A task of a mentor, said to the mentor; `first` ones are those to begin with. `theme` is the theme it is of."""

    theme: ThemeId
    first: bool = False


class OfRole(Saying, frozen=True, kw_only=True):
    """What somebody beside the mentor does, or what to ask them."""

    role: RoleId


class Skill(Saying, frozen=True, kw_only=True):
    """What the work asks of a mentor, by head, hands or heart."""

    aspect: Literal["head", "hands", "heart"]


class Orientation(Entry, frozen=True, kw_only=True):
    """What a new mentor is told of a school of one model; model 0 is a school that one does not know yet.

    `small` says that the mentor's part is small, where it is; `short` tells of such a school to a mentor elsewhere.
    `skills` with `asked` aspects are asked about; `forms` tell which ways of learning there are.
    """

    model: Literal[0, 1, 2, 3]
    turns: Annotated[tuple[LobTurn, ...], Meta(min_length=5, max_length=5)]
    short: tuple[Saying, ...] = ()
    small: tuple[Saying, ...] = ()
    tasks: Annotated[tuple[MentorTask, ...], Meta(min_length=3)]
    not_yours: tuple[OfRole, ...] = ()
    beside: Annotated[tuple[OfRole, ...], Meta(min_length=3)]
    referral: Saying
    asked: tuple[Literal["head", "hands", "heart"], ...]
    skills: Annotated[tuple[Skill, ...], Meta(min_length=3, max_length=3)]
    forms: Saying
    talk_to: Annotated[tuple[OfRole, ...], Meta(min_length=2)]


class Liking(Entry, frozen=True, kw_only=True):
    """An answer to an either-or question, and the learning preference that it points to."""

    text: Text
    preference: PreferenceId


class EitherOr(Entry, frozen=True, kw_only=True):
    """A question with two ways to go about something, both good."""

    question: TurnText
    options: Annotated[tuple[Liking, ...], Meta(min_length=2, max_length=2)]


class Learned(Saying, frozen=True, kw_only=True):
    """What the either-or questions come to: a preference (none: something of each), and where that does not suffice."""

    name: Text
    preferences: tuple[PreferenceId, ...] = ()
    limits: TurnText


class OwnEvaluation(Saying, frozen=True, kw_only=True):
    """A question to look back with in autumn, on one of Kirkpatrick's levels, to oneself or to students."""

    level: Literal["reaction", "learning", "behaviour", "result"]
    respondent: Literal["self", "students"]


class Autumn(Entry, frozen=True, kw_only=True):
    """What a mentor can put on the sheet for the weeks until the autumn holiday."""

    questions: tuple[Statement, ...]
    evaluation: Annotated[tuple[OwnEvaluation, ...], Meta(min_length=4)]


class Span(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The first and the last free day of a year's holiday, in some regions or (where none are named) everywhere."""

    year: int
    begins: IsoDay
    ends: IsoDay
    regions: tuple[Literal["noord", "midden", "zuid"], ...] = ()


class Holiday(Entry, frozen=True, kw_only=True):
    """When schools are free; nothing is known of years that are not there.

    `name` stands within a sentence; `called` is how somebody names it in any language that is read, without capitals.
    A `public` one is a day on which not every school is closed.
    """

    name: Text
    called: tuple[str, ...]
    kind: Literal["school", "public"]
    source: str
    spans: Annotated[tuple[Span, ...], Meta(min_length=1)]


class KnowledgeBase:
    """Everything that is known, in the order in which the guide uses it; looked up by id or number.

    `unpack` gives a part by its name when it is first used: a conversation needs half of them, a question a few. A
    lookup raises `KeyError` for what is not there. Indexes are made when they are first used.
    """

    about: About
    explanations: tuple[Explanation, ...]
    models: Annotated[tuple[Model, ...], Meta(min_length=3, max_length=3)]
    pillars: Annotated[tuple[Pillar, ...], Meta(min_length=4, max_length=4)]
    components: Annotated[tuple[Component, ...], Meta(min_length=12, max_length=12)]
    answers: tuple[SharedAnswer, ...]
    questions_shared: tuple[Question, ...]
    questions_decaan: tuple[Question, ...]
    questions_workshop: tuple[Question, ...]
    questions_mentor: tuple[Question, ...]
    phrases_shared: tuple[Phrase, ...]
    phrases_decaan: tuple[Phrase, ...]
    phrases_workshop: tuple[Phrase, ...]
    phrases_mentor: tuple[Phrase, ...]
    report_shared: tuple[Phrase, ...]
    report_decaan: tuple[Phrase, ...]
    report_workshop: tuple[Phrase, ...]
    report_mentor: tuple[Phrase, ...]
    roles: Annotated[tuple[Role, ...], Meta(min_length=6, max_length=6)]
    themes: tuple[Theme, ...]
    contexts: tuple[Context, ...]
    competences: Annotated[tuple[Competence, ...], Meta(min_length=7, max_length=7)]
    professionalisation: Annotated[tuple[Professionalisation, ...], Meta(min_length=3, max_length=3)]
    preferences: Annotated[tuple[Preference, ...], Meta(min_length=5, max_length=5)]
    conditions: tuple[ConditionEntry, ...]
    actions: Annotated[tuple[ModelActions, ...], Meta(min_length=3, max_length=3)]
    transitions: Annotated[tuple[Transition, ...], Meta(min_length=4)]
    facilitation: Annotated[tuple[Facilitation, ...], Meta(min_length=12, max_length=12)]
    moments: tuple[Phrase, ...]
    levels: Annotated[tuple[Level, ...], Meta(min_length=4, max_length=4)]
    tips: tuple[Tip, ...]
    tensions: tuple[TensionEntry, ...]
    additions: tuple[Addition, ...]
    cases: Annotated[tuple[Case, ...], Meta(min_length=11)]
    scenes: Annotated[tuple[Scene, ...], Meta(min_length=3, max_length=3)]
    newcomer: Annotated[tuple[NewcomerQuestion, ...], Meta(min_length=6, max_length=6)]
    orientations: Annotated[tuple[Orientation, ...], Meta(min_length=4, max_length=4)]
    either_or: Annotated[tuple[EitherOr, ...], Meta(min_length=5, max_length=5)]
    learned: Annotated[tuple[Learned, ...], Meta(min_length=6, max_length=6)]
    autumn: Autumn
    lengths: tuple[Length, ...]
    holidays: tuple[Holiday, ...]
    glossary: tuple[Term, ...]
    facts: tuple[Fact, ...]

    def __init__(self, unpack: Callable[[str], Any]) -> None:
        self._unpack = unpack

    if not TYPE_CHECKING:  # there is nothing but the parts above

        def __getattr__(self, name: str) -> Any:
            if name not in PARTS:
                raise AttributeError(name)
            part = self.__dict__[name] = self._unpack(name)
            return part

    def parts(self) -> Iterator[object]:
        """All parts, in their order."""
        return (getattr(self, name) for name in PARTS)

    def component(self, number: int) -> Component:
        """The component with this number, wherever it stands."""
        return self._components[number]

    def model(self, number: int) -> Model:
        """The model with this number."""
        return self._models[number]

    def pillar(self, pillar_id: str) -> Pillar:
        """The pillar with this id."""
        return self._pillars[pillar_id]

    def role(self, role_id: str) -> Role:
        """The role with this id."""
        return self._roles[role_id]

    def theme(self, theme_id: str) -> Theme:
        """The theme with this id."""
        return self._themes[theme_id]

    def phrase(self, phrase_id: str) -> Phrase:
        """The phrase with this id, of the conversation or of the reports."""
        phrases = self._phrases
        return phrases[phrase_id] if phrase_id in phrases else self._report[phrase_id]

    def says(self, phrase_id: str) -> bool:
        """Whether the conversation has a phrase with this id."""
        return phrase_id in self._phrases

    def question(self, question_id: str) -> Question:
        """The question of the guide with this id."""
        return self._questions[question_id]

    @cached_property
    def components_by_id(self) -> dict[str, Component]:
        """The components by their ids, such as `c05`."""
        return {component.id: component for component in self.components}

    @cached_property
    def facts_by_id(self) -> dict[str, Fact]:
        """The facts by their ids, among which one that is cited may be missing."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def holidays_by_id(self) -> dict[str, Holiday]:
        """The holidays by their ids, of which an adapted knowledge base may lack one."""
        return {holiday.id: holiday for holiday in self.holidays}

    @cached_property
    def _components(self) -> dict[int, Component]:
        return {component.number: component for component in self.components}

    @cached_property
    def _models(self) -> dict[int, Model]:
        return {model.model: model for model in self.models}

    @cached_property
    def _pillars(self) -> dict[str, Pillar]:
        return {pillar.id: pillar for pillar in self.pillars}

    @cached_property
    def _roles(self) -> dict[str, Role]:
        return {role.id: role for role in self.roles}

    @cached_property
    def _themes(self) -> dict[str, Theme]:
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def _phrases(self) -> dict[str, Phrase]:
        return self._heard("phrases")

    @cached_property
    def _report(self) -> dict[str, Phrase]:
        return self._heard("report")

    @cached_property
    def _questions(self) -> dict[str, Question]:
        return self._heard("questions")

    def _heard(self, folder: str) -> dict[str, Any]:
        """All entries of `phrases`, `report` or `questions` by their ids; `tracks` chooses what one track hears."""
        return {entry.id: entry for field in fields_heard(folder) for entry in getattr(self, field)}


PARTS: dict[str, Any] = KnowledgeBase.__annotations__
"""The parts of a knowledge base, and what each of them has to be."""
