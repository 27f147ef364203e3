"""What the guide says back right after an answer."""

from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.days.spoken import kept_day
from lobgids.dialogue.asserted import told_in
from lobgids.dialogue.brief import NO_BRIEF, may_try_again
from lobgids.dialogue.chapters.mentor.practice import to_promise
from lobgids.dialogue.draft import NoSuchQuestionError
from lobgids.dialogue.felt import FREE_TEXTS, felt
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.kinds.kind import Kind
from lobgids.dialogue.leaving import is_left
from lobgids.dialogue.mending import mends
from lobgids.dialogue.none_fits import NONE
from lobgids.dialogue.period import as_said
from lobgids.dialogue.phrasing import NODS, place, say
from lobgids.dialogue.placed import is_later
from lobgids.dialogue.proposals import ASKING, NAMING, NO_PLUS, listed
from lobgids.dialogue.protocol import Ask, Say
from lobgids.dialogue.school_name import TALK
from lobgids.dialogue.settling import is_left_open
from lobgids.dialogue.spoken import FEELINGS, beside_unknown, request
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.telling import after_skip, conclusion
from lobgids.dialogue.told_beforehand import AMOUNTS
from lobgids.dialogue.view import View
from lobgids.kb.sayings import says
from lobgids.log.ask_ids import (
    BASIS,
    FORM,
    GO_ON,
    KEEP_EDIT,
    LISTS,
    LOOK_BACK,
    OTHERWISE,
    OWN_ACTIONS,
    PART,
    PICTURE,
    PLACED,
    SEEN,
    SHARED,
    SITUATION,
    WHO,
    answered_at,
    is_ambition,
    is_of_plan,
    is_understood,
    name_of,
    planned,
)
from lobgids.log.events import Event, choice_of
from lobgids.log.state import Edit, Proposal
from lobgids.school.sayings import begins
from lobgids.text import one_line

UNKNOWN = "unknown"
HARDLY = 3
"""So few words beside that one does not know tell nothing."""

BECAUSE = ("wish", "unplaced", "question", "not_so", "absent", "whose", "not_yet")
"""Why own words are not an answer, as the note says."""


def replies(before: View, after: View, ask: Ask | None, event: Event, *, finds_out: bool) -> Iterator[Say]:
    """What is said to one event, given the conversation before and after it."""
    seed = f"{after.header.seed}{event.ask}"
    if event.kind == "skipped":
        yield from _skipped(after, ask, event, finds_out=finds_out)
    elif event.kind == "noted":
        yield from _noted(after, ask, event)
    elif event.kind in ("language", "taken_back"):
        yield from _moved(before, after, event)
    elif event.kind == "confirmed" and event.ask == KEEP_EDIT:
        yield from _settled(before, after, event)
    elif event.kind == "edited" and after.state.proposed is None:
        is_same = before.state.answers.get(event.ask) == after.state.answers.get(event.ask)
        yield say(after.base, "edit.same" if is_same else "edit.noted", seed)
        yield from _asked_anew(before, after, event.ask)
    elif event.kind in ("voted", "revealed"):
        yield from _of_step(after, event)
    elif event.kind == "proposed" or is_understood(event.ask):
        yield from _of_proposal(before, after, event)
    elif event.kind in ("answered", "confirmed", "planned"):
        yield from _answered(after, ask, event)
    if _is_about_school(after, event) and before.dominant != after.dominant:
        yield conclusion(after)


def _skipped(view: View, ask: Ask | None, event: Event, *, finds_out: bool) -> Iterator[Say]:
    """Say that a question is passed by, or that all of the plan that is left stays open."""
    is_answered_before = event.same_turn and event.ask.endswith(f".{SHARED}")
    if is_answered_before or (is_left(event) and event.ask in LISTS):
        return  # who told it already, and what was put into the plan, gets an answer
    if is_left(event):
        yield say(view.base, "plan.left_open", f"{view.header.seed}{event.ask}")
    elif ask is not None and not ask.fields:  # what is left open there was not skipped
        yield from after_skip(view, ask, finds_out=finds_out)


def _of_proposal(before: View, after: View, event: Event) -> Iterator[Say]:
    """How words sound that wait to be confirmed; to a no the question in other words, or that the words are kept."""
    waited = before.state.proposed
    if is_later(event):
        yield from _told(after, event)
    elif isinstance(after.state.proposed, Proposal):
        yield from felt(after, after.state.proposed.words, before=waited.words if isinstance(waited, Proposal) else "")
        yield from to_promise(after, after.state.proposed.ask, after.state.proposed.words)
    elif isinstance(waited, Proposal) and NO_PLUS in waited.doubts:
        yield say(after.base, "heard.no_plus", f"{after.header.seed}{event.ask}")
    elif isinstance(waited, Proposal) and (NAMING in waited.doubts or is_left_open(before, waited)):
        return  # then the skip gets an answer
    elif isinstance(waited, Proposal) and ASKING in waited.doubts:
        asked = waited.ask
        draft = draft_of(after, asked)
        yield from [Say(id=f"{asked}.example", text=draft.in_other_words)] if draft and draft.in_other_words else []
    elif choice_of(event.value) != event.value:
        yield say(after.base, "heard.other", sum(note.own_words for note in after.state.notes) - 1)


def _told(view: View, event: Event) -> Iterator[Say]:
    """A word back to what one told in own words, while one goes on: to how it sounds, or that it is written down."""
    standing = view.state.answers[event.ask]
    word_back = [*felt(view, standing.quote)]
    told = (asked for asked, given in view.state.answers.items() if given.quote and given.value is None)
    yield from word_back or [say(view.base, "heard.told", place(told, event.ask))]


def _is_about_school(view: View, event: Event) -> bool:
    """Whether an edit was confirmed or dropped, or, after the picture, something about a component was said anew."""
    is_of_school = view.component(event.ask) is not None or name_of(event.ask) in (SEEN, BASIS)
    is_anew = event.kind in ("answered", "skipped") and PICTURE in view.state.answers
    return event.ask == KEEP_EDIT or (is_of_school and is_anew)


def _settled(before: View, after: View, event: Event) -> Iterator[Say]:
    """Say whether the edit was kept, and what is asked again then."""
    yield say(after.base, "edit.kept" if choice_of(event.value) else "edit.dropped", f"{after.header.seed}{event.ask}")
    if choice_of(event.value) and isinstance(before.state.proposed, Edit):
        yield from _asked_anew(before, after, before.state.proposed.ask)


def _asked_anew(before: View, after: View, ask: str) -> Iterator[Say]:
    """Say that what the answer rests on is asked again: it was said of the answer before."""
    component = after.component(ask)
    if component and before.founding.is_settled(component) and not after.founding.is_settled(component):
        yield say(after.base, "edit.basis", f"{after.header.seed}{ask}")


def _of_words(ask: Ask | None, ask_id: str) -> str:
    """The id of what is said to own words: at a case that a way to act may come near, elsewhere that an answer may."""
    if ask_id.startswith(("opening.case", "practice.case.")):
        return "practice.own_words"
    return KINDS[ask.kind].own_words_phrase if ask else Kind.own_words_phrase


def _moved(before: View, after: View, event: Event) -> Iterator[Say]:
    """Say that one goes on in another language, or a question back."""
    seed = f"{after.header.seed}{event.ask}"
    if event.kind == "taken_back":
        yield say(after.base, "back.taken", seed)
    elif before.language.code != after.language.code:
        yield say(after.base, "language.switched", seed)


def _noted(view: View, ask: Ask | None, event: Event) -> Iterator[Say]:
    """What is said to a note; to own words whether they could be placed, and how they sound."""
    value = event.value if isinstance(event.value, dict) else {}
    if not value.get("own_words"):
        after = "note.mends" if mends(view, str(value.get("text", ""))) else "note.after"
        yield say(view.base, "note.kept" if event.ask else after, f"{view.header.seed}{event.ask}")
        return
    if event.same_turn and value.get("because", "") in ("", "unplaced", PLACED):  # it was said what becomes of it
        return
    if value.get("because") == TALK:
        yield from _to_talk(view, str(value.get("text", "")))
        return
    if value.get("because") == UNKNOWN and is_ambition(event.ask):
        return  # that the wish stands there in these words comes behind
    if value.get("because") == UNKNOWN and len(beside_unknown(view.base, str(value.get("text", ""))).split()) > HARDLY:
        yield say(view.base, "heard.some", sum(note.own_words for note in view.state.notes) - 1)
        return
    word_back = list(felt(view, str(value.get("text", ""))))
    yield from word_back
    yield from to_promise(view, event.ask, str(value.get("text", "")))
    before = sum(note.own_words for note in view.state.notes) - 1
    because = value.get("because")
    if because in NO_BRIEF:
        yield say(view.base, because, view.header.seed)
        yield from [say(view.base, "school.brief_again", view.header.seed)] if may_try_again(view) else []
    elif because not in (UNKNOWN, NONE) and not (
        because == "question" and word_back
    ):  # 'hoor je dat ik daar verdrietig van word?'  # then the skip gets an answer
        yield say(view.base, f"heard.{because}" if because in BECAUSE else _of_words(ask, event.ask), before)


def _to_talk(view: View, text: str) -> Iterator[Say]:
    """What is said to words for the guide where the name of the school was asked; that it is left out comes behind."""
    if request(view.base, text) in FEELINGS:
        to_end = view.language.gettext(view.track.concluding)
        yield say(view.base, "heard.tired", view.header.seed, quote=to_end)
        return
    yield from felt(view, text)


def _answered(view: View, ask: Ask | None, event: Event) -> Iterator[Say]:
    """What is said to an answer; which one it was heard as, if nothing else does and the words only name it."""
    said = list(_to_answer(view, ask, event))
    if not said or all(one.id == "heard.words" for one in said):
        said = list(_heard_as(view, ask, event)) or said
    yield from said
    quote = event.value["quote"] if event.value != choice_of(event.value) else ""
    if event.ask in (FORM, PART) and begins(view.base, "mending", quote):  # 'een kwartier. Maar het is mavo en havo'
        yield say(view.base, "heard.to_mend", view.header.seed)


def _heard_as(view: View, ask: Ask | None, event: Event) -> Iterator[Say]:
    """Which option a sentence was taken for that names it, so that one can take it back."""
    quote, chosen = event.value["quote"] if event.value != choice_of(event.value) else "", choice_of(event.value)
    if not quote or ask is None or ask.id != event.ask or not KINDS[ask.kind].may_be_meant or ask.id == GO_ON:
        return
    if chosen == []:  # people of whom no role is listed
        yield say(view.base, "heard.named", f"{view.header.seed}{event.ask}", quote=one_line(quote))
        return
    places = KINDS[ask.kind].places(ask.options, chosen)
    told = told_in(view.base, quote, ask.options).places
    is_named = says(view.base, "all", quote) or set(places) <= set(told)
    if places and is_named:
        texts = listed(view, ask.options, [ask.options[place].id for place in places])
        spoken = (asked for asked, given in view.state.answers.items() if given.quote and name_of(asked) != SITUATION)
        is_who = event.ask == WHO  # a person, and not all who have that role
        yield say(view.base, "heard.named", place(spoken, event.ask), quote=one_line(quote) if is_who else texts)


def _to_answer(view: View, ask: Ask | None, event: Event) -> Iterator[Say]:
    """What is said to an answer; first which day words say, or to words that came with several choices."""
    plain = replace(event, value=choice_of(event.value))
    if plain.value is None:
        yield from () if event.same_turn else _told(view, event)
        return
    if day := _day_read(view, ask, event) if ask else "":
        yield say(view.base, "date.is", f"{view.header.seed}{event.ask}", day=day)
    elif plain.value != event.value and not isinstance(plain.value, str):
        spoken = (asked for asked, given in view.state.answers.items() if given.quote)
        if word_back := [*felt(view, event.value["quote"])]:
            yield from word_back
        elif (nth := place(spoken, event.ask)) < NODS:
            yield say(view.base, "heard.words", nth)
    elif plain.value != event.value and name_of(event.ask) != SITUATION:  # which has its own
        yield from felt(view, event.value["quote"])
    is_beside = event.ask == LOOK_BACK and ask is not None and is_of_plan(ask.id)  # 'voor de zomer de eerste terugblik'
    if is_beside and (looks_back := kept_day(plain.value)):
        yield say(view.base, "closing.day", view.header.seed, day=view.language.date(looks_back))
    yield from _of_step(view, plain)
    if event.ask == OWN_ACTIONS:
        yield from _told_beforehand(view)
    if event.ask in FREE_TEXTS and isinstance(event.value, str):
        yield from felt(view, event.value, again=event.ask == OTHERWISE)


def _day_read(view: View, ask: Ask, event: Event) -> str:
    """The day that words say more of than its date, or that was said instead of another; empty if there is none."""
    given = kept_day(choice_of(event.value))
    quote = str(event.value.get("quote", "")) if isinstance(event.value, dict) else ""
    kind = KINDS[ask.kind]
    if given is None or not quote or not (_is_anew(ask, event) or (kind.is_day and kind.says_more(view, quote))):
        return ""
    return as_said(view, event.ask, given, quote)


def _is_anew(ask: Ask, event: Event) -> bool:
    """Whether something else was said than what was to be confirmed: 'nee, ik zei januari'."""
    return is_understood(ask.id) and answered_at(ask.id) == event.ask and event.kind != "confirmed"


def _told_beforehand(view: View) -> Iterator[Say]:
    """What was read in the line of an own action of when it begins, and of its hours and money."""
    for record in view.state.history[-view.state.last_turn :]:
        name, _ = planned(record.ask) if is_of_plan(record.ask) else ("", "")
        standing = view.state.answers.get(record.ask)
        if standing and name == "when" and (day := kept_day(standing.value)):
            yield say(view.base, "own.told.when", view.header.seed, day=as_said(view, record.ask, day, standing.quote))
        elif standing and name in AMOUNTS:
            yield say(view.base, f"own.told.{name}", view.header.seed, count=standing.value)


def _of_step(view: View, event: Event) -> Iterator[Say]:
    """What the step of a question says back; no reply to an answer whose question does not exist any more."""
    step = view.track.step_of(event.ask)
    try:
        yield from step.reply(view, event) if step else ()
    except NoSuchQuestionError as error:
        if error.ask != event.ask:
            raise
