"""The twelve situation questions on paper, for who cannot run a program at school or wants to ask colleagues first."""

from collections.abc import Iterator
from string import ascii_uppercase

from lobgids.dialogue.chapters.basis import of_answer
from lobgids.dialogue.chapters.pillars import situation
from lobgids.dialogue.order import shown_options
from lobgids.dialogue.tracks import track_of
from lobgids.dialogue.view import View
from lobgids.i18n import Language
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.phrasing import report_words
from lobgids.kb.schema.school import Component, Pillar
from lobgids.log import ask_ids
from lobgids.log.ask_ids import BASIS
from lobgids.log.events import FORMAT, Header
from lobgids.log.state import State
from lobgids.report.blocks import Blank, Block, Heading, Items, Paragraph, Report, ReportPart
from lobgids.report.compose import words_of

SEED = "paper"
"""Every printed form has the descriptions in one and the same mixed order."""


def form_of(base: KnowledgeBase, language: Language) -> Report:
    """Return the form, as a report without a conversation."""
    header = Header(
        lobgids=FORMAT, id=SEED, created="", track="decaan", seed=SEED, language=language.code,
        knowledge_base=base.about.id, knowledge_base_version=base.about.version,
    )  # fmt: skip
    view = View(base=base, language=language, header=header, track=track_of(header.track), state=State())
    opening = ReportPart(id="form", title=report_words(base, "form.how"), blocks=tuple(_opening(base)))
    return Report(
        title=report_words(base, "form.title"), name=report_words(base, "form.title"),
        subtitle=report_words(base, "form.subtitle"), language=language.code,
        date="", day="", notes=(report_words(base, "form.note"),), words=words_of(base),
        parts=(opening, *(_pillar(view, pillar) for pillar in base.pillars)),
    )  # fmt: skip


def _opening(base: KnowledgeBase) -> Iterator[Block]:
    """Yield how to fill it in, and room for the school, the part of it and the day."""
    yield Items(items=tuple(report_words(base, f"form.how.{number}") for number in (1, 2, 3, 4)), mark="number")
    for name in ("school", "part", "day"):
        yield Blank(text=report_words(base, f"form.{name}"))


def _pillar(view: View, pillar: Pillar) -> ReportPart:
    blocks: list[Block] = [Paragraph(text=pillar.introduction)]
    for component in view.components_of(pillar):
        blocks += _component(view, component)
    return ReportPart(id=pillar.id, title=pillar.name, blocks=tuple(blocks), on_new_page=True)


def _component(view: View, component: Component) -> Iterator[Block]:
    """Yield the question with its descriptions to tick, what the answer rests on, and room for a remark."""
    ask = ask_ids.situation(component)
    asked = situation(view, ask)
    yield Heading(text=f"{component.number}. {component.name}")
    yield Paragraph(text=asked.text, look="lead")
    lettered = zip(ascii_uppercase, shown_options(view, ask, asked), strict=False)
    yield Items(items=tuple(f"{letter}. {option.text}" for letter, option in lettered), mark="box")
    asked_basis = of_answer(view, ask_ids.of_component(component, BASIS))
    yield Paragraph(text=asked_basis.text)
    yield Items(items=tuple(option.text for option in asked_basis.options), mark="box")
    yield Blank(text=report_words(view.base, "form.words"))
