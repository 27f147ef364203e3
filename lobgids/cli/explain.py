"""`lobgids explain`: shows what a word, a role, a model or a case is."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from lobgids.cli.context import CommandContext, shared_options
from lobgids.i18n import Language

if TYPE_CHECKING:
    from lobgids.kb.base import KnowledgeBase
    from lobgids.kb.topics import Topic

MOST_SOURCES = 6


def explain_command(context: CommandContext) -> click.Command:
    """Build the command."""
    _ = context.language.gettext

    @click.command("explain", help=_("Leg een woord, een rol, een model of een geval uit."),
                   options_metavar=_("[OPTIES]"))  # fmt: skip
    @click.argument("term", metavar=_("WOORD"), nargs=-1, required=True)
    @shared_options(context)
    def explain(term: tuple[str, ...]) -> None:
        _explain(context, " ".join(term))

    return explain


def _explain(context: CommandContext, typed: str) -> None:
    from lobgids.kb.authoring.structure import suggest
    from lobgids.kb.topics import named, resembling, topics
    from lobgids.lines.plain import write
    from lobgids.text import clean

    _, base = context.language.gettext, context.knowledge_base()
    found, alike = named(base, typed), resembling(base, typed)
    if not found and not alike:
        refusal = _("Over ‘{word}’ weet ik niets. Bedoel je {suggestion}?")
        names = [name for topic in topics(base) for name in (topic.name, *topic.also)]
        raise click.UsageError(refusal.format(word=clean(typed), suggestion=suggest(typed, names)))
    if not found and len(alike) > 1:
        write(sys.stdout, [_("Dat kan meer dan één ding zijn:"), *(f"- {topic.name}" for topic in alike)])
        return
    write(sys.stdout, (line for topic in found or alike for line in _lines(topic, base, context.language)))


def _lines(topic: "Topic", base: "KnowledgeBase", language: Language) -> Iterator[str]:
    """Yield a topic with what is told beside it, and its sources."""
    from lobgids.kb.beside import told_beside
    from lobgids.kb.sources import cite, source_lines

    yield topic.name
    yield from topic.lines
    yield from told_beside(base, topic.about)
    facts = base.facts_by_id
    places = list(dict.fromkeys(cite(facts[fact], base, language) for fact in topic.facts))
    yield from source_lines(topic.origin, places[:MOST_SOURCES], language)
    yield ""
