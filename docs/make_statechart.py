"""Write docs/statechart.md: the conversation's machine as a Mermaid chart."""

import logging
from pathlib import Path

from transitions.extensions import GraphMachine

from lobgids.dialogue.machine import STEPS, TRACKS, first_step, steps_of
from lobgids.dialogue.protocol import Track

PAGE = Path(__file__).parent / "statechart.md"
HEAD = """# The conversation as a state machine

Made from the tables in `lobgids/dialogue/machine.py` by `python docs/make_statechart.py`. A step in which nothing is
open is passed through; a jump, an edit and 'back' go to a step directly. The steps between *situation* and *clash* are
walked for each component. A track is a list of chapters of this one machine.
"""


def page() -> str:
    """The page as text."""
    logging.getLogger("transitions").setLevel(logging.ERROR)
    return HEAD + "".join(f"\n## The track `{track}`\n\n{_chart(track)}" for track in TRACKS)


def _chart(track: Track) -> str:
    rows = [
        {"trigger": "advance", "source": source, "dest": dest, "conditions": condition}
        for source, dest, condition in TRACKS[track]
    ]
    steps = steps_of(track)
    chart = GraphMachine(
        model=_Model(), states=steps, transitions=rows, initial=first_step(track), auto_transitions=False,
        graph_engine="mermaid", show_conditions=True, title="title: lobgids",
    )  # fmt: skip
    drawn = str(chart.get_combined_graph().draw(None)).strip()
    chapters = "\n".join(f"| {step} | {STEPS[step]} |" for step in steps)
    return f"```mermaid\n{drawn}\n```\n\n| step | chapter |\n| --- | --- |\n{chapters}\n"


class _Model:
    """What the conditions are asked of; the chart only shows their names."""

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
