"""What follows from the answers, as plain data.

`because` has the asks whose answers something rests on, `facts` the ids of the facts of the publication: with these
each piece of advice can be traced.
"""

from typing import Literal

from msgspec import Struct

from lobgids.kb.schema.base import ActionKind, Origin
from lobgids.school.stage import ToDo

TaskState = Literal["done", "unasked", "open", "elsewhere", "unknown"]


class SourcedText(Struct, frozen=True, kw_only=True):
    """A sentence or two with the facts that it rests on."""

    text: str
    facts: tuple[str, ...] = ()


class TaskAdvice(Struct, frozen=True, kw_only=True):
    """A task of a role in the stage that is worked toward there, and whether it happens in this school.

    It is done if that was said of this very task; unasked if its theme lies with the role, and that is all that was
    said, or if it has no theme (then `theme` is empty); open (the theme lies with nobody), elsewhere (with another
    role) or unknown. `by` has who does the theme: ids of roles, `someone_else` or `nobody`. `to_do` is what there
    is to do about the component, and `is_assumed` says that nothing was said of that: in schools of the leading
    stage it is often so. `title` is that of the function with this task, where the role has two in that stage.
    """

    id: str
    text: str
    short: str
    theme: str
    component: int
    model: int
    state: TaskState
    to_do: ToDo
    is_assumed: bool
    title: str
    by: tuple[str, ...]
    facts: tuple[str, ...]


class AdvisedForm(Struct, frozen=True, kw_only=True):
    """A form of professionalisation; `is_wanted` if it was picked, or suits how the decaan likes to learn."""

    id: str
    text: str
    is_wanted: bool
    facts: tuple[str, ...]


class RoleAdvice(Struct, frozen=True, kw_only=True):
    """What is said to one role, for the present stage and the one that is worked toward.

    `present` is what the role is in the leading stage, `way` in the stages on the way, the last one worked toward;
    it is empty if the school stays. `staff` is said to the decaan only. `competences` has statements by head,
    hands, heart and team; `in_house` has in words how much is in house, by head, hands and heart; `stars` has how
    far each competence applies, without empty cells. `not_given` has sentences on what the publication leaves out
    for this role. `first_step` is empty if no task of the role is open.
    """

    role: str
    name: str
    present: str
    way: tuple[str, ...]
    staff: str
    tasks: tuple[TaskAdvice, ...]
    competences: dict[str, tuple[SourcedText, ...]]
    in_house: dict[str, str]
    stars: dict[str, int]
    content: tuple[SourcedText, ...]
    forms: tuple[AdvisedForm, ...]
    not_given: tuple[str, ...]
    first_step: str
    because: tuple[str, ...]
    facts: tuple[str, ...]


class Condition(Struct, frozen=True, kw_only=True):
    """Something that learning needs and that can be asked for; `topic` is leadership, culture, time or the like."""

    topic: str
    text: str
    facts: tuple[str, ...]


class Front(Struct, frozen=True, kw_only=True):
    """One of the fronts on which a school changes when it moves: how it is now, and how it is then."""

    name: str
    now: str
    then: str
    facts: tuple[str, ...]


class NextStep(Struct, frozen=True, kw_only=True):
    """A step to a neighbouring stage: what changes, what may cause friction, and what shows that it was made."""

    start: int
    goal: int
    text: str
    tension: str
    milestone: str
    facts: tuple[str, ...]


class Direction(Struct, frozen=True, kw_only=True):
    """Where the school wants to go: an aim for each pillar (or for the school), as stages.

    `now` is the leading stage, `aimed` the one that the school as a whole works toward, `next` the first one on the
    way there; all three are the same if the school stays where it is, or if the pillars move apart (`is_apart`).
    `wishes` has the aims, None to stay: the nearer step where that was taken, while `later` has what is wished for
    after it. What was `skipped` counts as staying. `steps` has the steps to each aim, the nearest first; `fronts`
    what changes on the way to `next`.
    """

    now: int | None
    next: int | None
    aimed: int | None
    is_apart: bool
    wishes: dict[str, int | None]
    skipped: tuple[str, ...]
    later: dict[str, int]
    whose: tuple[str, ...]
    steps: tuple[NextStep, ...]
    fronts: tuple[Front, ...]


class Action(Struct, frozen=True, kw_only=True):
    """Something that can go into the plan.

    `model` is the stage that it belongs to, 0 if it belongs to none. One that is `further` is not among the first that
    are offered; one that `is_step` begins something, while the others make stronger what is there. `role` is whom it
    is for, `owner` who would take the lead. `how` says how to begin, `success` what can be seen when it worked, and
    `count` asks for a number that shows it; these are the guide's own, whatever the `origin` of the action, and one's
    own action has none. `facts` are where the publication says it or, if its origin is the guide, what it fits;
    `since` is what changed about it after the publication.
    """

    id: str
    kind: ActionKind
    title: str
    how: str
    success: str
    count: str = ""
    role: str
    owner: str
    theme: str = ""
    model: int = 0
    further: bool = False
    is_step: bool = False
    because: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    origin: Origin
    since: tuple[SourcedText, ...] = ()


class Planned(Struct, frozen=True, kw_only=True):
    """An action in the plan: the role that does it, the person's name if known, and from when (YYYY-MM-DD, or empty).

    `until` is its last day, `helps` has the roles that help. `hours` (a year) and `money` (in euros) are None if not
    known. `whom` (which students or colleagues it is for) and `off` (what need not be done any more in return) are in
    one's own words; so is `success`, what can be seen when it worked, of one's own action. `is_step`, `origin` and
    `since` are those of the action.
    """

    action: str
    kind: ActionKind
    title: str
    how: str
    success: str
    owner: str
    name: str = ""
    date: str
    until: str = ""
    whom: str = ""
    helps: tuple[str, ...] = ()
    hours: int | None = None
    money: int | None = None
    off: str = ""
    is_step: bool = False
    because: tuple[str, ...]
    facts: tuple[str, ...]
    origin: Origin
    since: tuple[SourcedText, ...]


class Effort(Struct, frozen=True, kw_only=True):
    """What actions take together: hours a year and euros, and of how many actions each is not known."""

    hours: int = 0
    money: int = 0
    hours_unknown: int = 0
    money_unknown: int = 0


class Sign(Struct, frozen=True, kw_only=True):
    """How to see whether an action works: what to count, how it is now, and on which days it is counted again.

    `count` is the question whose answer is a number; it is empty of one's own action, which has its `success` in the
    plan instead. `now` is the answer in one's own words, empty if it has to be counted first. `day` is that of the
    look-back, or else the action's last one, and `later` a year after the start; both are days of school (YYYY-MM-DD),
    or empty if they are not known.
    """

    action: str
    count: str
    now: str = ""
    day: str = ""
    later: str = ""


class Evaluation(Struct, frozen=True, kw_only=True):
    """An evaluation question about an action: whom to ask, when, and in which form it is answered.

    It stands under the action's title. `respondent` is a role, `participants` or `students`, and `how_many` says in
    words how many of them. `moment` says when in words; `day` is about that day (YYYY-MM-DD), empty if the action has
    no day. `form` is a scale where one compares and an open question where one listens. `collector` is the role that
    gathers the answers, and `goes_to` says where they go.
    """

    id: str
    action: str
    text: str
    respondent: str
    moment: str
    form: Literal["scale", "open"] = "open"
    day: str = ""
    how_many: str = ""
    collector: str = "decaan"
    goes_to: str = ""
    origin: Origin = "guide"
    facts: tuple[str, ...] = ()


class Tension(Struct, frozen=True, kw_only=True):
    """Something that may cause friction, in a sentence; `kind` names why it was noticed."""

    kind: str
    text: str
    because: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


class FindOut(Struct, frozen=True, kw_only=True):
    """Something to find out: the question, and what to look at or whom to ask."""

    ask: str
    question: str
    how: tuple[str, ...]


class Conclusions(Struct, frozen=True, kw_only=True):
    """All that follows from the answers; `decide_by` is the day on which what needs a decision has to be known."""

    direction: Direction
    roles: tuple[RoleAdvice, ...]
    conditions: tuple[Condition, ...]
    actions: tuple[Action, ...]
    plan: tuple[Planned, ...]
    decide_by: str
    signs: tuple[Sign, ...]
    evaluation: dict[str, tuple[Evaluation, ...]]
    tensions: tuple[Tension, ...]
    find_out: tuple[FindOut, ...]
