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
    from lobgids.kb.topics import known
    from lobgids.lines.plain import write

    base, content_in = context.knowledge_base(), context.content_in()
    found = known(base, (content_in(code).base for code in context.languages), typed)
    if not found:
        raise click.UsageError(_unknown(context.language, base, typed))
    write(sys.stdout, (line for topic in found for line in _lines(topic, base, context.language)))


def _unknown(language: Language, base: "KnowledgeBase", typed: str) -> str:
    """Return a sentence that asks for what resembles it, or else says where all words are."""
    from lobgids.kb.topics import look_alikes
    from lobgids.text import clean

    _ = language.gettext
    if alike := look_alikes(base, typed):
        asked = _("Over ‘{word}’ weet ik niets. Bedoel je {suggestion}?")
        return asked.format(word=clean(typed), suggestion=language.choice(alike))
    nowhere = _("‘{word}’ staat niet in mijn woordenlijst. In een gesprek vind je de hele lijst onder ‘woorden’.")
    return nowhere.format(word=clean(typed))


def _lines(topic: "Topic", base: "KnowledgeBase", language: Language) -> Iterator[str]:
    """Yield a topic with what is told beside it, and its sources."""
    from lobgids.kb.beside import pages_about, told_beside
    from lobgids.kb.sources import cite, source_lines

    yield topic.name
    yield from topic.lines
    yield from told_beside(base, topic.about)
    facts = base.facts_by_id
    places = list(dict.fromkeys(cite(facts[fact], base, language) for fact in topic.facts))
    yield from source_lines(topic.origin, places[:MOST_SOURCES], language)
    pages = dict.fromkeys(pages_about(base, topic.about))
    yield from (language.gettext("lees verder: {page}").format(page=page) for page in pages)
    yield ""
