"""Which own words stand in papers for others: the lines that make these one's own, and those that one says may."""

from lobgids.advice.own import OWN, own_lines
from lobgids.kb.sayings import says
from lobgids.kb.schema.school import Component
from lobgids.log.ask_ids import ALSO, MAY_SHOW, OTHERWISE, OTHERWISE_AGAIN, OWN_ACTIONS, SCHOOL, ambition, situation
from lobgids.school.sayings import in_own_words, said_with
from lobgids.school.view import SchoolView
from lobgids.text import beginning, one_line

ALL = "show.all"
"""The option that all of it may stand there."""

LONGEST_TOLD = 180
"""The most characters of what was told of a pillar: a cell in the table for leadership."""


def to_show(view: SchoolView) -> dict[str, str]:
    """The lines that make a paper one's own, by their ids: what was told of each pillar, what goes well, own actions.

    So do the wish in own words, and what one sees otherwise than the picture. A line has the id of its ask, an action
    its own; a group has minutes instead.
    """
    if view.manner.answering.is_vote:
        return {}
    told = {situation(one): quote for pillar in view.base.pillars for one, quote in _told(view, pillar.id)}
    typed = {ask: one_line(str(view.state.value(ask) or "")) for ask in (ALSO, OTHERWISE, OTHERWISE_AGAIN)}
    wishes = {ask: said_with(view, ask) for ask in map(ambition, (SCHOOL, *(one.id for one in view.base.pillars)))}
    lines = own_lines(view.state.value(OWN_ACTIONS))
    actions = {f"{OWN}.{number}": line for number, line in enumerate(lines, 1)}
    return {line: words for line, words in (told | typed | wishes | actions).items() if words}


def shown(view: SchoolView) -> frozenset[str]:
    """The ids of the lines that one said may stand there: nothing that one takes back, or that changed since."""
    answer, lines = view.state.answers.get(MAY_SHOW), to_show(view)
    if answer is None or answer.skipped:
        return frozenset()
    chosen = view.ids(MAY_SHOW)
    is_all = ALL in chosen and not says(view.base, "denied", answer.quote)  # 'alles, maar dat ene niet' is not all
    allowed = lines.keys() if is_all else lines.keys() & {*chosen}
    return frozenset(line for line in allowed if not _has_changed(view, line))


def _told(view: SchoolView, pillar: str) -> list[tuple[Component, str]]:
    """The first component of a pillar that one told of in own words, with these; none if one told of none."""
    quotes = ((one, in_own_words(view, one)) for one in view.base.components if one.pillar == pillar)
    return [(component, beginning(quote, LONGEST_TOLD)) for component, quote in quotes if quote][:1]


def _has_changed(view: SchoolView, line: str) -> bool:
    """Whether the words of a line were changed after one saw it: a yes is for the words that were shown."""
    last = {record.ask: place for place, record in enumerate(view.state.history)}
    component = view.component(line)
    about = f"{component.id}." if component else OWN_ACTIONS if line.startswith(OWN) else line
    return any(place > last.get(MAY_SHOW, -1) for ask, place in last.items() if ask.startswith(about))
