"""The sign for the state of a component or a stop; its words stand beside it, so it is never colour alone."""

from lobgids.dialogue.overview import ComponentState, Stop
from lobgids.tui.glyphs import Glyphs


def sign_of(component: ComponentState, glyphs: Glyphs) -> str:
    """Return the sign for how far a component is."""
    if component.is_present:
        return glyphs.present
    if component.clashes:
        return glyphs.clash
    if component.is_unseen:
        return glyphs.unseen
    unknown = glyphs.unknown  # a wish says nothing of how it is
    signs = {"open": glyphs.open, "wished": unknown, "absent": glyphs.answered, "unknown": unknown}
    return signs.get(component.state, glyphs.answered)


def sign_of_stop(stop: Stop, glyphs: Glyphs) -> str:
    """Return the sign for a stop on the way."""
    return {"open": glyphs.open, "present": glyphs.present, "done": glyphs.answered}[stop.state]


def founded_sign(component: ComponentState, glyphs: Glyphs) -> str:
    """Return the sign for how well founded an answer is; empty if there is none."""
    if component.is_present:
        return ""
    signs = {"impression": glyphs.impression, "heard": glyphs.heard, "seen": glyphs.seen}
    return signs.get(component.founded, "")
