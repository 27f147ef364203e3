"""The sign for how a component stands; its words stand beside it, never colour alone."""

from lobgids.dialogue.overview import ComponentState, Stop
from lobgids.tui.glyphs import Glyphs


def sign_of(component: ComponentState, glyphs: Glyphs) -> str:
    """One sign for how far a component is."""
    if component.is_present:
        return glyphs.present
    if component.clashes:
        return glyphs.clash
    if component.is_unseen:
        return glyphs.unseen
    unknown = glyphs.unknown  # a wish tells nothing of how it is
    return {"open": glyphs.open, "answered": glyphs.answered, "wished": unknown, "unknown": unknown}[component.state]


def sign_of_stop(stop: Stop, glyphs: Glyphs) -> str:
    """One sign for a stop on a way."""
    return {"open": glyphs.open, "present": glyphs.present, "done": glyphs.answered}[stop.state]


def founded_sign(component: ComponentState, glyphs: Glyphs) -> str:
    """One sign for how well founded an answer is; nothing where there is none."""
    if component.is_present:
        return ""
    signs = {"impression": glyphs.impression, "heard": glyphs.heard, "seen": glyphs.seen}
    return signs.get(component.founded, "")
