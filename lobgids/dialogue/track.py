"""The record of a track: the route of its conversations and what differs between tracks. Each stands in `tracks/`."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Literal

from msgspec import Struct

from lobgids.dialogue.overview import Stop
from lobgids.dialogue.protocol import Ask, MentorResult, Result, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.dialogue.workshop.guidance import Guidance
from lobgids.kb.schema.school import Component
from lobgids.log.ask_ids import key_of
from lobgids.log.events import Form, TrackName
from lobgids.school.answering import Answering

RouteRow = tuple[str, str, str | None]
"""From, to, and on what condition; the first that applies is taken."""

LAST = "finished"
"""The step in which nothing is asked any more."""


class Track(Struct, frozen=True, kw_only=True, dict=True):
    """A track as data, and as functions of a view where it differs in what is said.

    `route`: what follows on what; its first row begins the conversation. `beginning`: the steps that a jump, or what
    was given beforehand, may have passed by. `form`: the one that it always has, empty if one chooses. `answering`: how
    an answer about a component is given and read. `speaker`: the role that answers, empty if several do. `asks_school`:
    it asks for the stage of a school, by its pillars. `has_direction`: one sees beside the questions which way the
    answers point. `takes_brief`: it takes what a decaan agreed on. `stops`: the
    chapters that one can go to by their names. `unstaged`: the chapters in which no model is named. `agenda`: its
    components in order; None if it takes next what says most. `foreseen`: about how many asks are still to come.
    `look_back`: the ask on which day one looks back, `days` those for the days before it, `deadline` the last day for
    these, None if there is none. `concluding` and `unnamed`: how one asks for the end, and what a conversation is
    called of which no school is known. `group`: what only a group has, for the result. `guidance`: the notes for a
    facilitator, None if there is none.
    """

    name: TrackName
    steps: tuple[Step, ...]
    route: tuple[RouteRow, ...]
    answering: Answering
    beginning: tuple[str, ...] = ()
    form: Form | Literal[""] = ""
    speaker: str = ""
    asks_school: bool = True
    has_direction: bool = False
    takes_brief: bool = False
    stops: tuple[str, ...] = ()
    unstaged: frozenset[str]
    agenda: Callable[[View], list[Component]] | None = None
    foreseen: Callable[[View], int]
    look_back: str
    days: Callable[[View], Collection[str]]
    deadline: Callable[[View, date], date | None]

    greeting: tuple[str, ...] = ()
    opening: Callable[[View, Ask | None, Ask], Iterator[Say]]
    skipped: Callable[[View, Ask], Say | None]
    ending: Callable[[View], Iterator[Say]]
    concluding: str
    unnamed: str
    outcome: Callable[[View, bool], Result | MentorResult]
    group: Callable[[View], dict[str, Any]]
    path: Callable[[View, Ask | None], Iterable[Stop]]
    chapters: Callable[[View, Ask | None], Iterable[Stop]]
    guidance: Callable[[View, Ask], Guidance] | None = None

    @cached_property
    def by_name(self) -> Mapping[str, Step]:
        """Its steps by their names."""
        return {step.name: step for step in self.steps}

    def step_of(self, ask: str) -> Step | None:
        """The step that an ask belongs to, by its id; None if the track has none."""
        return self._by_key.get(ask) or self._by_key.get(key_of(ask))

    def chapter_of(self, ask: str) -> str:
        """The chapter that an ask belongs to; empty if it belongs to no step (any more)."""
        step = self.step_of(ask)
        return step.chapter if step else ""

    @property
    def first(self) -> str:
        """The name of the step that it begins with."""
        return self.route[0][0]

    @property
    def stages(self) -> list[str]:
        """The names of its steps, in the order in which the route names them, with the last."""
        return list(dict.fromkeys(name for source, to, _ in self.route for name in (source, to)))

    @cached_property
    def _by_key(self) -> Mapping[str, Step]:
        return {key: step for step in self.steps for key in step.keys or (step.name,)}
