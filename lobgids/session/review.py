"""Looking at a document without writing it: its conversation as it stands, its result in words, how far it is."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from lobgids.advice.conclusions import Planned
from lobgids.advice.evaluation import whole_title
from lobgids.advice.own import own_questions
from lobgids.dialogue import telling
from lobgids.dialogue.chapters import setup
from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.ending import objection
from lobgids.dialogue.mentor.orientation import not_known, to_mentor_result
from lobgids.dialogue.period import period
from lobgids.dialogue.protocol import Bar, Result, Say, Tally
from lobgids.dialogue.result import chosen_evaluation
from lobgids.dialogue.tracks import track_of
from lobgids.dialogue.view import View
from lobgids.dialogue.workshop.minutes_data import minutes_data
from lobgids.i18n import Language
from lobgids.log.ask_ids import PICTURE, evaluation
from lobgids.log.events import Contents, TrackName
from lobgids.session.error_messages import document_refused
from lobgids.session.session import ContentByLanguage, with_fallback
from lobgids.storage.errors import DocumentError
from lobgids.storage.port import HERE
from lobgids.storage.reading import outline, read
from lobgids.text import capital, clean, one_line

LARGEST_LISTED = 1_000_000
"""Bytes: a larger document is listed by its header alone.

Ninety times what we have ever seen. A conversation of that size takes 0.1 s to fold, the worst we could make 0.7 s.
"""


class Summary(NamedTuple):
    """A document as a list shows it.

    `progress` is how far it is, from 0 to 1; None if it is too large to be read for a list. `changed` is the day of its
    last event; None if that is not known.
    """

    path: Path
    school: str
    track: TrackName
    progress: float | None
    changed: date | None
    is_copy: bool = False

    @property
    def is_finished(self) -> bool:
        """Whether no question is left."""
        return self.progress == 1

    @property
    def is_unfinished(self) -> bool:
        """Whether a question is left for sure; not if nobody knows how far it is."""
        return self.progress is not None and self.progress < 1


def fresh(
    contents: Contents, content_in: ContentByLanguage, language: str = "", private: str = HERE.greeting
) -> Conversation:
    """Return the conversation of a document before its first event; with a `language` all of it is in that language.

    `private` is the phrase that is true of where it is kept.
    """
    written = with_fallback(content_in, contents.header, contents.events)
    return Conversation(
        contents.header,
        content_in=(lambda _code: content_in(language)) if language else written,
        keep=lambda _events: None,
        now=lambda: "",
        private=private,
    )


def reviewed(contents: Contents, content_in: ContentByLanguage, language: str = "") -> Conversation:
    """Return the conversation of a document as it stands."""
    conversation = fresh(contents, content_in, language)
    conversation.replay(contents.events)
    return conversation


def summary(path: Path, content_in: ContentByLanguage) -> Summary:
    """Return a document as a list shows it. Raises `DocumentError`."""
    head = outline(path)
    if head.size > LARGEST_LISTED:
        return Summary(path, "", head.header.track, None, datetime.fromtimestamp(head.changed, UTC).astimezone().date())
    return summed_up(path, read(path), content_in)


def summed_up(path: Path, contents: Contents, content_in: ContentByLanguage) -> Summary:
    """Return what was read of a document as a list shows it."""
    conversation = reviewed(contents, content_in)
    last = contents.events[-1].time if contents.events else contents.header.created
    return Summary(
        path=path,
        school=one_line(str(conversation.view.state.value("welcome.school") or "")),
        track=contents.header.track,
        progress=conversation.ask.progress if conversation.ask else 1,
        changed=day_of(last),
        is_copy=contents.header.shared,
    )


def summary_or_refusal(path: Path, content_in: ContentByLanguage, language: Language) -> Summary | str:
    """Return a document as a list shows it, or a sentence on why not: whatever is wrong with it, the list goes on."""
    try:
        return summary(path, content_in)
    except DocumentError as error:
        return document_refused(error, language)
    except Exception:  # a defect of ours that only this document brings out; opening it reports it in full
        sentence = language.gettext("Het gesprek {path} kan ik nu niet lezen. Er is niets aan veranderd.")
        return sentence.format(path=clean(str(path)))


def details(document: Summary, language: Language) -> str:
    """Return a conversation's school, its track, how far it is, and the day on which it changed last, in a line."""
    _ = language.gettext
    asks_school = track_of(document.track).asks_school
    school = [document.school or _("school zonder naam")] if document.school or asks_school else []
    return ", ".join([*(school if document.progress is not None else ()), document.track, how_far(document, language)])


def named(document: Summary, language: Language) -> str:
    """Return the name of a conversation: its school, or what it is if that has no name."""
    if document.progress is None:  # nobody read what the school is called
        return clean(document.path.name)
    return document.school or language.gettext(track_of(document.track).unnamed)


def how_far(document: Summary, language: Language) -> str:
    """Return how far a conversation is, and the day on which it changed last."""
    _ = language.gettext
    if document.progress is None:
        parts = [_("erg groot, dus nog niet gelezen")]
    else:
        percent = _("{percent} klaar").format(percent=f"{int(document.progress * 100)}%")
        parts = [_("af") if document.is_finished else percent]
    if document.is_copy:
        parts.append(_("kopie om te delen"))
    if document.changed:
        parts.append(_("laatst op {date}").format(date=language.date(document.changed)))
    return ", ".join(parts)


def day_of(time: str) -> date | None:
    """Return the local day of a time in a document; None if somebody wrote something else there."""
    try:
        return datetime.fromisoformat(time).astimezone().date()
    except (ValueError, OverflowError):
        return None


def result_in_words(conversation: Conversation) -> Iterator[Say]:
    """Yield the result for people: the picture, the advice, the plan and the questions to evaluate it with."""
    view = conversation.view
    if not view.track.asks_school:
        yield from _sheet(conversation)
        return
    if conversation.ask:
        sentence = view.language.gettext(
            "Het gesprek is nog niet af. Dit is het beeld tot zover. Als je het nu leest, kan dat je volgende "
            "antwoorden kleuren."
        )
        yield Say(id="result.interim", text=sentence)
    if view.track.answering.is_vote:
        yield from _group(view)
    yield from telling.picture(view)
    if otherwise := objection(view):
        yield Say(id="result.objection", text=otherwise)
    if PICTURE in view.state.answers and not view.track.answering.is_vote:
        yield from telling.advice(view)
    yield from _plan(view, conversation.result())
    if view.track.answering.is_vote:
        yield from _left(view)


def _group(view: View) -> Iterator[Say]:
    """Yield what a group agreed on, and what it voted on: each description with its letter, and how many chose it."""
    _, data = view.language.gettext, minutes_data(view)
    sentences = [(component.name, component.agreed) for component in data.voted]
    sentences += [(theme.name, theme.agreed) for theme in data.talked]
    agreed = [f"{name}: {sentence}" for name, sentence in sentences if sentence]
    yield from _listed("agreed", _("Jullie zinnen:"), agreed)
    for component in data.voted:
        bars = zip(*(tally.bars for tally in component.rounds), strict=True)
        lines = [_counted(view.language, row) for row in bars]
        lines += [_told(view.language, component.rounds)] if _is_few(component.rounds) else []
        lines += _told_of_groups(view, component.rounds)
        yield from _listed(f"votes.{component.component:02}", f"{component.name}:", lines)


def _counted(language: Language, bars: tuple[Bar, ...]) -> str:
    """Return a description with how many chose it, the first time and the second; without, if they are too few."""
    counts = [str(bar.count) for bar in bars if bar.count is not None]
    letter = f"{bars[0].letter}. " if bars[0].letter else ""
    number = f" ({_twice(language, counts)})" if len(counts) == len(bars) else ""
    return f"{letter}{bars[0].text}{number}"


def _is_few(rounds: Sequence[Tally]) -> bool:
    return any(tally.bars[0].count is None for tally in rounds)


def _told(language: Language, rounds: Sequence[Tally]) -> str:
    """Return how few people voted, in words, the first time and the second."""
    return capital(f"{_twice(language, [tally.told for tally in rounds])}.")


def _told_of_groups(view: View, rounds: Sequence[Tally]) -> Iterator[str]:
    """Yield how each group voted, in words; nothing if they are large enough to be drawn with their counts."""
    if all(tally.bars[0].groups for tally in rounds):
        return
    for group in rounds[-1].groups:
        told = _twice(view.language, [tally.groups[group] for tally in rounds if group in tally.groups])
        yield f"{capital(setup.group_name(view, group))}: {told}"


def _twice(language: Language, said: Sequence[str]) -> str:
    again = language.gettext("{first}, de tweede keer {second}").format(first=said[0], second=said[-1])
    return again if len(said) > 1 else said[0]


def _left(view: View) -> Iterator[Say]:
    """Yield what is to find out, what was parked, and what people took along."""
    _, data = view.language.gettext, minutes_data(view)
    unknown = [item.question for item in view.conclusions.find_out]
    yield from _listed("find_out", _("Nog uit te zoeken:"), unknown)
    yield from _listed("parked", _("Geparkeerd voor later:"), data.parked)
    yield from _listed("round", _("Wat jullie meenemen:"), [data.last_round])


def _listed(name: str, heading: str, texts: Iterable[str]) -> Iterator[Say]:
    """Yield lines under a heading; nothing if there are none."""
    if lines := [f"- {line}" for text in texts if (line := clean(text))]:
        yield Say(id=f"result.{name}", text="\n".join([heading, *lines]))


def _sheet(conversation: Conversation) -> Iterator[Say]:
    """Yield what a new mentor goes on with: to whom to refer, and what stands on the sheet so far."""
    view = conversation.view
    _, result = view.language.gettext, to_mentor_result(view, interim=conversation.ask is not None)
    if result.interim:
        yield Say(id="result.interim", text=_("Het gesprek is nog niet af. Dit staat er tot nu toe op je blad."))
    yield Say(
        id="result.referral", text=_("Bij wie je een leerling brengt: {text}").format(text=result.referral["text"])
    )
    plan = result.plan
    learn = [plan["learn"]["text"]] if plan["learn"] else []
    evaluation = [question for level in plan["evaluation"].values() for question in level]
    dated = [_dated(view.language, task["text"], task["date"]) for task in plan["tasks"]]
    parts = (
        ("tasks", _("Je eerste taken:"), dated),
        ("people", _("Met wie je gaat praten:"), [person["text"] for person in plan["people"]]),
        ("learn", _("Wat je wilt leren:"), learn),
        ("questions", _("Je vragen voor de decaan:"), plan["questions"]),
        ("find_out", _("Wat je nog uitzoekt:"), [text for _ask, text in not_known(view)]),
        ("evaluation", _("Waarmee je terugkijkt:"), evaluation),
    )
    for name, heading, lines in parts:
        yield from _listed(name, heading, lines)


def _dated(language: Language, text: str, iso: str) -> str:
    """Return a task with its day, if it has one."""
    day = day_of(iso)
    pattern = language.gettext("{task} Uiterlijk op {day}.")
    return pattern.format(task=text, day=language.date(day)) if day else text


def _plan(view: View, result: Result) -> Iterator[Say]:
    _ = view.language.gettext
    names = {str(role.id): role.one for role in view.base.roles}
    if lines := [_planned(view, item, names) for item in view.conclusions.plan]:
        yield Say(id="result.plan", text="\n".join([_("Het plan:"), *lines]))
    titles = {item["action"]: item["title"] for item in result.plan}
    # Where it was not asked what to evaluate with, the report has the questions.
    for level in (level for level in view.base.levels if view.is_answered(evaluation(level.id))):
        asked = chosen_evaluation(view, level.id)
        if lines := [f"- {titles.get(one.action) or whole_title(view, one.respondent)}: {one.text}" for one in asked]:
            yield Say(id=f"result.{level.id}", text="\n".join([f"{level.name}:", *lines]))
    yield from _listed("own_questions", _("Eigen vraag:"), own_questions(view))


def _planned(view: View, item: Planned, names: dict[str, str]) -> str:
    """Return an action of the plan, with who, and from when until when."""
    _, when = view.language.gettext, period(view, item)
    role, name = names.get(item.owner, ""), clean(item.name)
    who = _("{name} ({role})").format(name=name, role=role) if name else role
    pattern = _("- {action}: {who}, {day}") if when else _("- {action}: {who}")
    return pattern.format(action=item.title, who=who, day=when)
