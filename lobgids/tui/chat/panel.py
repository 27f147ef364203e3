"""The side panel: the state of each component, and from the picture on which way the answers point."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from lobgids.dialogue.overview import ComponentState, Overview, PillarState
from lobgids.dialogue.protocol import Result
from lobgids.i18n import Language
from lobgids.session.showing.picture import certainty_in_words
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.signs import founded_sign, sign_of, sign_of_stop
from lobgids.tui.widgets.marked_text import Line, MarkedText

BAR = 10
"""Cells of a whole bar."""

BESIDE_BAR = 21
"""Cells of a model's name that still fit beside its bar; a longer name stands above it."""


class Panel(VerticalScroll, can_focus=True):
    """Shows what is known so far, as the engine gives it; it works nothing out."""

    def compose(self) -> ComposeResult:
        yield Static(id="standing", markup=False)

    def show(self, overview: Overview, result: Result | None, language: Language, glyphs: Glyphs) -> None:
        """Show the state of everything; with a result also the direction."""
        lines = list(_direction(overview, result, language, glyphs)) if result else []
        lines += _way(overview, language, glyphs) if overview.path else _standing(overview, glyphs)
        self.query_one("#standing", Static).update(MarkedText(lines))


def _way(overview: Overview, language: Language, glyphs: Glyphs) -> Iterator[Line]:
    """Yield the stops below each other, each with its sign."""
    yield _heading(language.gettext("De weg"))
    for stop in overview.path:
        style = "bold" if stop.state == "present" else "" if stop.state == "open" else "$muted-text"
        yield Line(Content(f"{sign_of_stop(stop, glyphs)} "), Content.styled(stop.name, style))


def _standing(overview: Overview, glyphs: Glyphs) -> Iterator[Line]:
    """Yield each component with its sign, how well founded it is, and the same in words."""
    for pillar in overview.pillars:
        yield _heading(pillar.name)
        for component in pillar.components:
            yield from _component(component, glyphs)
        yield _blank()


def _component(component: ComponentState, glyphs: Glyphs) -> Iterator[Line]:
    mark = Content(f"{sign_of(component, glyphs)} {component.number:>2} ")
    name = Content.styled(component.name, "bold" if component.is_present else "")
    yield Line(mark, name)
    if component.state != "open" or component.is_present:
        founded = f"{founded_sign(component, glyphs)} {component.in_words}".strip()
        yield Line(Content(" " * mark.cell_length), Content.styled(founded, "$muted-text"))


def _direction(overview: Overview, result: Result, language: Language, glyphs: Glyphs) -> Iterator[Line]:
    """Yield the bars of the three models, for the school and for each pillar of which something is known.

    They have no figures beside them: those would sound surer than the words.
    """
    _ = language.gettext
    yield _heading(_("Het beeld tot zover"))
    yield Line(Content(""), Content(certainty_in_words(result.school["certainty"], language)))
    yield from _bars(overview, result.school["posterior"], glyphs)
    yield _blank()
    for pillar in overview.pillars:
        if _is_known(pillar):
            yield _heading(pillar.name)
            yield from _bars(overview, result.pillars[pillar.id]["posterior"], glyphs)
            yield _blank()


def _bars(overview: Overview, posterior: dict[str, float], glyphs: Glyphs) -> Iterator[Line]:
    for model in overview.models:
        share = posterior[str(model.number)]
        full = min(round(share * BAR), BAR - 1)  # never quite full, for no answer makes it so
        bar = Content.styled(glyphs.bar_full * full, f"$model{model.number}") + Content.styled(
            glyphs.bar_empty * (BAR - full), "$muted-text"
        )
        if len(model.name) > BESIDE_BAR:
            yield Line(Content(""), Content(model.name))
            yield Line(bar + " ", Content(""))
        else:
            yield Line(bar + " ", Content(model.name))


def _is_known(pillar: PillarState) -> bool:
    return any(component.state == "answered" for component in pillar.components)


def _heading(text: str) -> Line:
    return Line(Content(""), Content.styled(text, "bold $heading-text"))


def _blank() -> Line:
    return Line(Content(""), Content(""))
