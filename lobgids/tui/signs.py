"""The sign and the words for the state of a component or a stop; never colour alone."""

from lobgids.dialogue.overview import ComponentState, Stop
from lobgids.i18n import Language
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
    return {"open": glyphs.open, "answered": glyphs.answered, "wished": unknown, "unknown": unknown}[component.state]


def sign_of_stop(stop: Stop, glyphs: Glyphs) -> str:
    """Return the sign for a stop on the way."""
    return {"open": glyphs.open, "present": glyphs.present, "done": glyphs.answered}[stop.state]


def founded_sign(component: ComponentState, glyphs: Glyphs) -> str:
    """Return the sign for how well founded an answer is; empty if there is none."""
    if component.is_present:
        return ""
    signs = {"impression": glyphs.impression, "heard": glyphs.heard, "seen": glyphs.seen}
    return signs.get(component.founded, "")


def founded_in_words(component: ComponentState, language: Language) -> str:
    """Return the state of a component in a few words."""
    _ = language.gettext
    if component.is_present:
        return _("hier ben je nu")
    if component.clashes:
        return _("wringt met een ander antwoord")
    if component.is_unseen:
        return _("nog niet in de praktijk gezien")
    if component.state == "answered":
        words = {"impression": _("een indruk"), "heard": _("gehoord of gelezen"), "seen": _("gezien")}
        return words.get(component.founded, _("beantwoord"))
    words = {"wished": _("een wens"), "unknown": _("weet ik nog niet"), "open": _("nog open")}
    return words[component.state]
