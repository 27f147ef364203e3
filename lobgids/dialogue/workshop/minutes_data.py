"""What the minutes of a workshop are made of, as plain data: who was there, the votes, what was agreed and parked."""

from msgspec import Struct

from lobgids.dialogue.chapters import setup, votes
from lobgids.dialogue.chapters.closing import ROUND
from lobgids.dialogue.protocol import Tally
from lobgids.dialogue.view import View
from lobgids.dialogue.workshop import agenda, groups
from lobgids.log import ask_ids
from lobgids.log.ask_ids import AGREED
from lobgids.school.votes import VoteCounts


class Voted(Struct, frozen=True, kw_only=True):
    """A component that the group voted on: the rounds, whether groups differ, and the sentence it agreed on."""

    component: int
    name: str
    rounds: tuple[Tally, ...]
    apart: str
    agreed: str


class Talked(Struct, frozen=True, kw_only=True):
    """A theme that was talked over: who does it, and the sentence on what was agreed."""

    theme: str
    name: str
    by: tuple[str, ...]
    agreed: str


class MinutesData(Struct, frozen=True, kw_only=True):
    """The whole workshop; `people` is 0 if it was not said, and `parked` is in the order in which it came up."""

    people: int
    roles: VoteCounts
    minutes: int
    voted: tuple[Voted, ...]
    talked: tuple[Talked, ...]
    differences: tuple[str, ...]
    parked: tuple[str, ...]
    last_round: str


def minutes_data(view: View) -> MinutesData:
    """The data for the minutes of this workshop, without votes that were not shown."""
    return MinutesData(
        people=view.people,
        roles=setup.present(view),
        minutes=agenda.time_available(view),
        voted=tuple(
            Voted(component=component.number, name=component.name, rounds=votes.tallies(view, component),
                  apart=votes.apart(view, component), agreed=view.quote(component))
            for component in agenda.in_order(view)
            if view.votes(component)
        ),
        talked=tuple(
            Talked(theme=theme.id, name=theme.name, by=tuple(view.doers(theme)),
                   agreed=str(view.state.value(ask_ids.of_theme(theme, AGREED)) or ""))
            for theme in view.base.themes
            if view.doers(theme) or view.state.value(ask_ids.of_theme(theme, AGREED))
        ),
        differences=tuple(groups.sentences(view)),
        parked=tuple(note.text for note in view.state.notes if not note.own_words),
        last_round=str(view.state.value(ROUND) or ""),
    )  # fmt: skip
