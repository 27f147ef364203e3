"""Write docs/statechart.md: the conversation's machine as a Mermaid chart."""

import logging
from pathlib import Path

from transitions.extensions import GraphMachine

from lobgids.dialogue.track import Track
from lobgids.dialogue.tracks import TRACKS

PAGE = Path(__file__).parent / "statechart.md"
HEAD = """# The conversation as a state machine

Made from the routes in `lobgids/dialogue/tracks/` by `python docs/make_statechart.py`. A step in which nothing is
open is passed through; a jump, an edit and 'back' go to a step directly. The steps between *situation* and *clash* are
walked for each component. A track is a list of chapters of this one machine.
"""


def page() -> str:
    """Return the page in Markdown."""
    logging.getLogger("transitions").setLevel(logging.ERROR)
    return HEAD + "".join(f"\n## The track `{track.name}`\n\n{_chart(track)}" for track in TRACKS.values())


def _chart(track: Track) -> str:
    rows = [
        {"trigger": "advance", "source": source, "dest": dest, "conditions": condition}
        for source, dest, condition in track.route
    ]
    chart = GraphMachine(
        model=_Model(), states=track.stages, transitions=rows, initial=track.first, auto_transitions=False,
        graph_engine="mermaid", show_conditions=True, title="title: lobgids",
    )  # fmt: skip
    drawn = str(chart.get_combined_graph().draw(None)).strip()
    chapters = "\n".join(f"| {step} | {_chapter(track, step)} |" for step in track.stages)
    return f"```mermaid\n{drawn}\n```\n\n| step | chapter |\n| --- | --- |\n{chapters}\n"


def _chapter(track: Track, step: str) -> str:
    """Return the chapter of a step; a dash after the last step, when nothing is asked."""
    return track.by_name[step].chapter if step in track.by_name else "-"


class _Model:
    """A stand-in for the conversation, with the conditions that the chart names; they are never called."""

    def has_component_in_pillar(self) -> bool:
        return False

    def has_component(self) -> bool:
        return False

    def has_passed_by(self) -> bool:
        return False

    def has_item(self) -> bool:
        return False

    def has_second_vote(self) -> bool:
        return False


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
