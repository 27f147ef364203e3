"""What is heard in a sentence, as lines to read: what would be proposed and by which examples."""

import textwrap
from collections.abc import Iterator

from lobgids.hearing.ear import Ear, Heard
from lobgids.i18n import N_, Language
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.school import Component

WIDTH = 78

KINDS = {
    "one": N_("één voorstel"),
    "two": N_("twee voorstellen"),
    "divided": N_("verschilt binnen de school"),
    "nothing": N_("geen voorstel"),
}


def heard_lines(ear: Ear, text: str, base: KnowledgeBase, number: int | None, language: Language) -> Iterator[str]:
    """What is heard at the component with a number; without one at each that proposes something, best first."""
    asked = [component for component in base.components if number in (None, component.number)]
    heard = [(component, ear.hear(component.id, text)) for component in asked]
    if number is None:
        heard = [pair for pair in heard if pair[1].kind != "nothing"]
        heard.sort(key=lambda pair: -pair[1].relevance)
    if not heard:
        yield language.gettext("Bij geen enkel onderdeel doet lobgids een voorstel.")
    for component, found in heard:
        yield from _lines(component, found, language)


def _lines(component: Component, heard: Heard, language: Language) -> Iterator[str]:
    """The component and the kind, each description that is proposed, the nearest examples, and the figures."""
    texts = {description.id: description.text for description in component.descriptions}
    yield f"{component.number:02} {component.name}: {language.gettext(KINDS[heard.kind])}"
    for key in heard.descriptions:
        yield from _wrapped(f"{key}  {texts.get(key, '')}", "  ")
    if heard.nearest:
        yield "  " + language.gettext("lijkt op:")
    for near in heard.nearest:
        name = near.description or language.gettext("past nergens bij")
        yield from _wrapped(f"{near.similarity:.2f}  {near.sentence} ({name})", "  - ")
    scores = "  ".join(f"{key} {score:.2f}" for key, score in heard.scores)
    figures = language.gettext("{scores}; verschil {margin}, gaat hierover {relevance}")
    margin, relevance = f"{heard.margin:.2f}", f"{heard.relevance:.2f}"
    yield from _wrapped(figures.format(scores=scores, margin=margin, relevance=relevance), "  ")


def _wrapped(text: str, indent: str) -> list[str]:
    further = " " * (len(indent) + 2)
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=further, break_long_words=False)
