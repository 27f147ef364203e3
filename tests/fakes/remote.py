"""A walk through a workshop with the keys of a presenter's remote at random, and what no press of one may do."""

from random import Random
from typing import Any, NamedTuple

from textual.events import Key

from lobgids.log.ask_ids import UNDERSTOOD
from lobgids.session.file_session import FileSession
from lobgids.tui.projector.choices import Choices
from lobgids.tui.projector.counts import Counts
from lobgids.tui.projector.screen import ProjectorScreen
from lobgids.tui.widgets.words import Words
from tests.conftest import sensible
from tests.fakes.app import AppPilot, rows

REMOTE = ("pagedown",) * 6 + ("enter",) * 3 + ("pageup",) * 2 + ("full_stop", "b", "escape")
"""The keys, the ones that are pressed most more often."""

CHARACTERS = {"full_stop": ".", "b": "b"}
PAUSE = "picture.go_on"
MODELS = ("vakkenschool", "activerende", "flexibele")
BEFORE_THE_PICTURE = ("welcome", "pillar", "roles")
BEFORE_THE_REVEAL = ("situation", "count", "reveal")
VOTES, WRONG = ("31", "17", "43", "0"), ("31", "58", "43", "0")
"""Votes of 91 people that stand nowhere else, and more votes than people."""


class Moment(NamedTuple):
    """What is on the projector at a moment, and what is kept."""

    ask: str
    page: str
    is_covered: bool
    events: int
    answers: dict[str, Any]


class RemoteWalk:
    """Presses keys at random; `clock` tells the app how late it is, which two presses at once do not move."""

    def __init__(self, pilot: AppPilot, session: FileSession, seed: int, clock: list[float]) -> None:
        self.pilot, self.session, self.random, self.clock = pilot, session, Random(seed), clock
        stage = pilot.app.screen
        assert isinstance(stage, ProjectorScreen)
        self.stage = stage
        self.given = ""
        """What the remote answered last: what it may take back."""

    async def step(self) -> None:
        """Let a person type what a remote cannot, then press a key, now and then twice at once."""
        await self._type()
        before, key = self._moment(), self.random.choice(REMOTE)
        self.clock[0] += 1
        for _ in range(self.random.choice((1, 1, 1, 2))):
            self.pilot.app.post_message(Key(key, CHARACTERS.get(key)))
        await self.pilot.pause()
        await self.pilot.pause()
        self._look_at_what_is_kept(before, key)
        self._look_at_the_screen()

    async def _type(self) -> None:
        """Type counts, a sentence or a day into what is empty, or point at another option; not each time."""
        focused, ask = self.pilot.app.focused, self.stage.ask
        if ask is None or self._is_covered or self.random.random() < 0.3:
            return
        if isinstance(focused, Counts) and focused.is_empty:
            votes = self.random.choice((*[VOTES] * 4, WRONG))
            for count in votes * max(1, len(ask.groups)):
                await self.pilot.press(*count, "right")
        elif isinstance(focused, Words) and not focused.text:
            await self.pilot.press(*(sensible(ask) if ask.kind == "date" else "Iets"))
        elif isinstance(focused, Choices) and ask.id != PAUSE and self.random.random() < 0.3:
            await self.pilot.press("down")
        await self.pilot.pause()

    @property
    def _is_covered(self) -> bool:
        return self.pilot.app.screen is not self.stage

    def _moment(self) -> Moment:
        ask, answers = self.stage.ask, self.session.conversation.view.state.answers
        kept = {name: (answer.value, answer.skipped) for name, answer in answers.items()}
        return Moment(ask.id if ask else "", self.stage.page.kind, self._is_covered, len(self.session.events), kept)

    def _look_at_what_is_kept(self, before: Moment, key: str) -> None:
        """One press keeps at most one answer, to the question that was on the screen, and takes back only its own."""
        after, kept = self._moment(), self.session.events[before.events :]
        names = {*before.answers, *after.answers}
        changed = {name for name in names if before.answers.get(name) != after.answers.get(name)}
        told = f"{key} at {before.ask} ({before.page}) after {self.given}: {kept}, {changed}"
        assert sum(event.kind != "jumped" for event in kept) <= 1, told
        if not kept:
            assert not changed, told
        elif kept[0].kind == "taken_back":
            assert (key, changed) == ("pageup", {self.given}), told
            self.given = ""
        else:
            assert key in ("pagedown", "enter"), told
            assert (before.page, before.is_covered) == ("answer", False), told
            is_jump = kept[0].kind == "jumped"  # back to the votes, which stand until they are counted anew
            asked = before.ask.removesuffix(f".{UNDERSTOOD}")  # what one understood is the answer to what was asked
            assert changed <= (set() if is_jump else {before.ask, asked, *kept[0].drops}), told
            assert is_jump or kept[0].ask in (before.ask, asked), told
            self.given = kept[0].ask if changed else ""

    def _look_at_the_screen(self) -> None:
        """No votes before they are shown, and no model before the picture."""
        ask = self.stage.ask
        if ask is None or self._is_covered:
            return
        page = " ".join(rows(self.pilot.app)[1:-1]).lower()  # the agenda above and the keys below have numbers
        if ask.chapter in BEFORE_THE_PICTURE:
            assert not [name for name in MODELS if name in page], ask.id
        if ask.component and ask.id.split(".")[1] in BEFORE_THE_REVEAL:
            assert not [count for count in (*VOTES[:3], WRONG[1]) if f" {count} " in f" {page} "], ask.id
