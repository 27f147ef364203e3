"""How much of the publication reaches who holds a conversation; run as python benchmarks/reach.py.

For a school of each model that stays as it is, in Dutch and the full form: how many of the publication's facts are
told, which is that the text of an entry that cites them literally stands there. The columns: what is said and asked,
each report and sheet, all these together, with what `why`, `source` and an example say, and with all that one can look
up; then the facts that only stand in the content, and those that no entry cites. A little is undercounted. With
--missing the facts that neither conversation nor reports tell are listed, too.
"""

import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import Answer, Ask, Move, Say
from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.load import CONTENT, load
from lobgids.kb.lookup import all_entries
from lobgids.kb.schema.base import Entry, Fact
from lobgids.kb.schema.guide import Phrase
from lobgids.kb.schema.roles import ThemeAction, Transition
from lobgids.kb.topics import topics
from lobgids.log.events import Event, Header
from lobgids.report.blocks import Report
from lobgids.report.compose import ReportRequest, compose
from lobgids.report.editions import editions_of
from lobgids.session.transcript import TranscriptEntry, entries

Texts = dict[str, str]
"""What is shown, by where."""

COLUMNS = (
    "conversation",
    "my copy",
    "leadership",
    "talk",
    "reference",
    "together",
    "with why",
    "with explain",
    "only kb",
    "nowhere",
)
DERIVED = (ThemeAction, Transition)
"""Entries that follow from facts and do not tell them."""
MAIN = ("text", "stage", "about", "meaning", "language", "introduction", "in_other_words", "why")
"""The fields that tell a fact, for those entries that have them."""
NOON = "2026-11-23T12:00:00Z"
MOVES = ("why", "example", "source")


def main() -> None:
    for number in (1, 2, 3):
        shown = Shown(number)
        print(f"model {number}, stays: {', '.join(COLUMNS)}")
        for name, facts in groups(base(), number):
            print(f"  {name:<16} {len(facts):>4}  {'  '.join(row(shown, facts))}")
        if "--missing" in sys.argv:
            print("  not told:", *(f"\n    {fact.id}" for _, facts in groups(base(), number)
                                   for fact in facts if not shown.tells(fact, shown.together)))  # fmt: skip


class Shown:
    """All that is shown of a conversation of a school of a model."""

    def __init__(self, model: int) -> None:
        self.conversation, asides = held(model)
        self.texts: Texts = {"conversation": flat(said(self.conversation[1]))}
        for edition in editions_of("decaan").editions:
            made = compose(self.conversation[0], date(2026, 11, 23), ReportRequest(edition.readers))
            self.texts[edition.readers] = flat(strings(made))
        self.together = " ".join(self.texts.values())
        self.with_why = f"{self.together} {flat(asides)}"
        self.with_explain = f"{self.with_why} {flat(line for topic in topics(base()) for line in topic.lines)}"

    def tells(self, fact: Fact, where: str) -> bool:
        """Whether a fact stands in a text."""
        return any(pattern.search(where) for pattern in told_by().get(fact.id, ()))


def row(shown: Shown, facts: list[Fact]) -> Iterator[str]:
    """Yield the cells of a table's row."""
    places = (*(shown.texts[name] for name in ("conversation", "me", "leadership", "talk", "reference")),
              shown.together, shown.with_why, shown.with_explain)  # fmt: skip
    for place in places:
        count = sum(shown.tells(fact, place) for fact in facts)
        yield f"{count:>3} ({count / len(facts):>4.0%})"
    left = [fact for fact in facts if not shown.tells(fact, shown.with_explain)]
    yield f"{sum(fact.id in told_by() for fact in left):>3}"
    yield f"{sum(fact.id not in told_by() for fact in left):>3}"


def groups(content: KnowledgeBase, model: int) -> Iterator[tuple[str, list[Fact]]]:
    """Yield the facts of this model only, of several, and of none."""
    yield f"model {model} only", [fact for fact in content.facts if fact.models == (model,)]
    yield "several models", [fact for fact in content.facts if len(fact.models) > 1]
    yield "no model", [fact for fact in content.facts if not fact.models]


@cache
def told_by() -> dict[str, list[re.Pattern[str]]]:
    """Return for each fact that is cited the patterns of the texts that tell it."""
    found: dict[str, list[re.Pattern[str]]] = {}
    for entry in all_entries(base()):
        patterns = [] if isinstance(entry, DERIVED) else [*map(pattern_of, main_texts(entry))]
        for fact in entry.facts:
            found.setdefault(fact, []).extend(patterns)
    return found


def main_texts(entry: Entry) -> Iterator[str]:
    """Yield the texts of an entry that tell what it cites."""
    if isinstance(entry, Phrase):
        yield from entry.variants
    for name in MAIN:
        if isinstance(text := getattr(entry, name, ""), str) and text:
            yield text


def pattern_of(text: str) -> re.Pattern[str]:
    """Return what finds a text, whatever stands for what is in braces."""
    return re.compile(".{1,80}?".join(map(re.escape, re.split(r"\{\w+\}", flat([text])))))


def flat(texts: Iterable[str]) -> str:
    """Return texts in one line and in lower case, as they may begin a sentence or not."""
    return " ".join(" ".join(texts).split()).lower()


def held(model: int) -> tuple[tuple[Conversation, list[Event]], list[str]]:
    """Hold a conversation; return it with its events, and what was said beside it."""
    events: list[Event] = []
    one = begin(events)
    asides: list[str] = []
    while one.ask:
        for name in MOVES:
            asides += [output.text for output in one.take(Move(move=name)).says if isinstance(output, Say)]
        before = len(events)
        one.take(Answer(answer=answer(one.ask, model)))
        if len(events) == before:
            raise LookupError(one.ask.id)
    return (one, events), asides


def said(events: list[Event]) -> Iterator[str]:
    """Yield all that was said and asked, options included."""
    for entry in entries(begin([]), events):
        yield from texts_of(entry)


def texts_of(entry: TranscriptEntry) -> Iterator[str]:
    yield entry.text
    yield from entry.options


def begin(events: list[Event]) -> Conversation:
    header = Header(
        lobgids=1, id="made-up", created=NOON, track="decaan", seed="5eed", form="full", language="nl",
        knowledge_base="lobgids-vo", knowledge_base_version="1",
    )  # fmt: skip
    return Conversation(header, content_in=localized, keep=events.extend, now=lambda: NOON)


def answer(ask: Ask, model: int) -> Any:
    """Return what a school that fits a model answers, where everything happens and it stays as it is."""
    by_kind: dict[str, Any] = {"text": "Iets", "date": "2027-03-01", "confirm": True, "scale": 2, "number": 2}
    if ask.kind in by_kind:
        return by_kind[ask.kind]
    if ask.kind == "grid":
        return {row.id: doers(row.id, model) for row in ask.rows}
    if ask.kind == "fields":
        return {field.id: answer(field, model) for field in ask.fields}
    ids = [option.id for option in ask.options]
    if ask.id in {theme.id for theme in base().themes}:
        return doers(ask.id, model)
    if ask.id.startswith("tasks."):
        return [option.id for option in ask.options if not option.alone][: ask.limit or None]
    wanted = next((one for one in ids if one.endswith(f"{ask.id.split('.')[0]}.m{model}")), ids[0])
    return wanted if ask.kind == "choice" else [wanted]


def doers(theme: str, model: int) -> list[str]:
    """Return who does something in a school of a model."""
    return [f"doer.{role}" for role in getattr(base().theme(theme).done_by, f"model{model}")]


def strings(report: Report) -> Iterator[str]:
    """Yield every text in a report."""

    def within(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        for item in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
            yield from within(item)

    return within(msgspec.to_builtins(report))


@cache
def localized(code: str) -> LocalizedContent:
    language = Language(code or "nl", [catalogue_folder()])
    return LocalizedContent(language, load(CONTENT, language, Path(tempfile.mkdtemp())))


def base() -> KnowledgeBase:
    return localized("nl").base


if __name__ == "__main__":
    main()
