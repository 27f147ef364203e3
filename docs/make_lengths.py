"""Write lobgids/kb/content/lengths.yaml: how long each chapter is, measured by holding conversations.

A conversation of each form is held for a school of each model, in Dutch and in English. A length is the mean of these:
the words that are read, and the asks and seconds of what is answered.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from statistics import mean
from tempfile import mkdtemp
from typing import Any, Literal, NamedTuple

from lobgids.dialogue.chapters.mentor.school import HOW
from lobgids.dialogue.conversation import Conversation, Turn
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import Answer, Ask, Input, Move
from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.load import CONTENT, load
from lobgids.log.ask_ids import BASIS, SEEN, WHO, name_of
from lobgids.log.events import FORMAT, Form, Header, TrackName

PATH = Path(__file__).parent.parent / "lobgids" / "kb" / "content" / "lengths.yaml"
HEAD = "# Hoe lang elk hoofdstuk is: gemeten. Na een wijziging van teksten: python docs/make_lengths.py\n"

BEGUN = "2026-11-23T12:00:00Z"
"""When a conversation is held; days are proposed by it."""

SECONDS = {"choice": 7, "multi": 8, "confirm": 4, "scale": 5, "number": 6, "date": 12, "text": 15, "grid": 4}
"""About how many seconds it takes to choose, or to think of a few words and type them, once the question was read.

Those of a grid are for each of its rows.
"""

KINDS: tuple[tuple[TrackName, Form | Literal[""]], ...] = (("decaan", "short"), ("decaan", "full"), ("mentor", ""))


class Measurement(NamedTuple):
    """The words read, the asks and the seconds to answer them, by chapter."""

    words: Counter[str]
    asks: Counter[str]
    seconds: Counter[str]


def held(localized: LocalizedContent, track: TrackName, form: Form | Literal[""], model: int) -> Measurement:
    """Hold a whole conversation about a school of a model, and return what was measured."""
    measurement = Measurement(Counter(), Counter(), Counter())
    for turn in turns(localized, track, form, f"{model}", lambda ask: answer(ask, model)):
        if ask := turn.ask:
            measurement.words[ask.chapter] += words(turn)
            measurement.asks[ask.chapter] += answers_in(ask)
            measurement.seconds[ask.chapter] += seconds(ask)
    return measurement


def turns(
    localized: LocalizedContent, track: TrackName, form: Form | Literal[""], seed: str, given: Callable[[Ask], Input]
) -> Iterator[Turn]:
    """Yield each turn of a conversation in which `given` answers, the last one without an ask."""
    header = Header(
        lobgids=FORMAT, id="", created="", track=track, form=form, seed=seed, language=localized.language.code,
        hears_first=True,
        knowledge_base=localized.base.about.id, knowledge_base_version=localized.base.about.version,
    )  # fmt: skip
    conversation = Conversation(
        header, content_in=lambda _code: localized, keep=lambda _events: None, now=lambda: BEGUN
    )
    conversation.draw_grids(can=True)
    turn = conversation.begin()
    while ask := turn.ask:
        yield turn
        turn = conversation.take(given(ask))
    yield turn


def words(turn: Turn) -> int:
    """Return how many words are read before an answer."""
    return sum(len(text.split()) for text in texts(turn))


def texts(turn: Turn) -> Iterator[str]:
    """Yield what is read before an answer: what the guide says, the question, and what there is to choose."""
    yield from (output.text for output in turn.says)
    if ask := turn.ask:
        yield ask.text
        yield from (one.text for one in (*ask.options, *ask.rows, *ask.fields))


def seconds(ask: Ask) -> int:
    """Return about how many seconds it takes to answer."""
    return sum(map(seconds, ask.fields)) if ask.fields else SECONDS[ask.kind] * answers_in(ask)


def answers_in(ask: Ask) -> int:
    """Return how many answers a question asks for: each row of a grid or field of a form is one."""
    return len(ask.together) or 1


def answer(ask: Ask, model: int) -> Answer | Move:
    """Return what somebody at a school of this model may answer: seen half of the time, else heard from others."""
    if name_of(ask.id) == SEEN:
        return Answer(answer=[option.id for option in ask.options if not option.alone][::2])
    ids = [option.id for option in ask.options]
    fitting = next((id_ for id_ in ids if id_.endswith(f".m{model}")), ids[0] if ids else "")
    if name_of(ask.id) == BASIS:
        fitting = "colleagues"
    if ask.id == WHO and ask.kind == "multi":
        return Answer(answer=["who.decaan", "who.mentor"])
    given: dict[str, Any] = {
        "choice": "school.how.questions" if ask.id == HOW else fitting,
        "multi": ids[:3] if ask.id in ("plan.actions", "practice.choose", "autumn.tasks") else [fitting],
        "grid": {row.id: [fitting] for row in ask.rows},
        "confirm": True,
        "scale": 2,
    }
    return Answer(answer=given[ask.kind]) if ask.kind in given else Move(move="skip")


def measured(content_in: Callable[[str], LocalizedContent]) -> Iterator[dict[str, Any]]:
    """Yield the length of each chapter of each track and form, as a row of the file."""
    for track, form in KINDS:
        walks = [held(content_in(code), track, form, model) for code in ("nl", "en") for model in (1, 2, 3)]
        for chapter in dict.fromkeys(chapter for walk in walks for chapter in walk.words):
            sums = {name: round(mean(getattr(walk, name)[chapter] for walk in walks)) for name in Measurement._fields}
            yield {"track": track, **({"form": form} if form else {}), "chapter": chapter, **sums}


def content_of_file(content_in: Callable[[str], LocalizedContent]) -> str:
    """Return the content of the file, an entry a line."""
    rows = (", ".join(f"{name}: {value}" for name, value in row.items()) for row in measured(content_in))
    return HEAD + "".join(f"- {{{row}}}\n" for row in rows)


@cache
def _localized(code: str) -> LocalizedContent:
    language = Language(code, [catalogue_folder()])
    return LocalizedContent(language, load(CONTENT, language, Path(mkdtemp())))


if __name__ == "__main__":
    PATH.write_text(content_of_file(_localized), encoding="utf-8")
