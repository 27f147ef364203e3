"""`lobgids kb`: shows and checks the knowledge base."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from lobgids.cli.context import WRONG_CONTENT, CommandContext, cache_folder, shared_options
from lobgids.i18n import Language
from lobgids.kb.authoring.diagnostics import ContentError, Diagnostic

if TYPE_CHECKING:
    from lobgids.hearing.ear import Ear
    from lobgids.kb.authoring.folder import Source


def kb_commands(context: CommandContext) -> click.Group:
    """Build the group with its commands."""
    _ = context.language.gettext
    options = _("[OPTIES]")

    @click.group(help=_("De kennisbank lezen en nakijken."), options_metavar=options, subcommand_metavar=_("OPDRACHT"))
    @shared_options(context)
    def kb() -> None:
        pass

    @kb.command(help=_("Kijk de hele kennisbank na."), options_metavar=options)
    @shared_options(context)
    def check() -> int:
        return _check(context)

    @kb.command(help=_("Toon wat er bij een id staat, met de bronnen."), options_metavar=options)
    @click.argument("entry_id", metavar="ID")
    @shared_options(context)
    def show(entry_id: str) -> None:
        _show(context, entry_id)

    @kb.command("list", help=_("Toon alle ids, een per regel."), options_metavar=options)
    @shared_options(context)
    def list_() -> None:
        from lobgids.kb.authoring.show import list_lines

        for line in list_lines(context.knowledge_base(), context.language):
            click.echo(line)

    @kb.command(help=_("Toon alle vindplaatsen die genoemd worden."), options_metavar=options)
    @shared_options(context)
    def sources() -> None:
        from lobgids.kb.lookup import cited_facts

        for fact in sorted(cited_facts(context.knowledge_base())):
            click.echo(fact)

    component_help = _("Alleen dit onderdeel, met zijn nummer.")

    @kb.command(help=_("Toon wat lobgids in een zin hoort, en waarom."), options_metavar=options)
    @click.argument("text", metavar=_("ZIN"))
    @click.option("--component", "number", metavar="NN", type=click.IntRange(1), help=component_help)
    @shared_options(context)
    def hear(text: str, number: int | None) -> None:
        _hear(context, text, number)

    return kb


def print_diagnostics(diagnostics: Sequence[Diagnostic], language: Language) -> None:
    """Print what is wrong with content, a line each."""
    from lobgids.text import clean

    for diagnostic in diagnostics:  # the name of a file may hold control characters
        click.echo(clean(diagnostic.say(language)), err=True)


def _check(context: CommandContext) -> int:
    """Read the YAML itself, never a packed copy, say everything that is wrong with it, and return the exit code."""
    from lobgids.dialogue.tracks import questions_needed
    from lobgids.kb.authoring.checks import check_content
    from lobgids.kb.authoring.folder import read
    from lobgids.kb.authoring.needed import check_asked

    spoken = context.language
    languages = [context.speaking(code) for code in context.languages]
    for language in languages:
        language.check()
    try:
        source = read(context.folder)
        diagnostics = [
            *check_asked(*source, questions_needed()),
            *check_content(source, languages),
            *_check_hearing(context, source),
        ]
    except ContentError as error:
        diagnostics = list(error.diagnostics)
    print_diagnostics(diagnostics, context.language)
    wrong = sum(not diagnostic.is_warning for diagnostic in diagnostics)
    warned = len(diagnostics) - wrong
    errors = spoken.ngettext("{count} fout", "{count} fouten", wrong).format(count=wrong)
    warnings = spoken.ngettext("{count} waarschuwing", "{count} waarschuwingen", warned).format(count=warned)
    click.echo(f"{errors}, {warnings}")
    if not wrong:
        for line in _reading_times(context):
            click.echo(line)
    return WRONG_CONTENT if wrong else 0


def _check_hearing(context: CommandContext, source: "Source") -> Iterator[Diagnostic]:
    """What is wrong with example sentences, and which descriptions they confuse."""
    from lobgids.hearing.confused import check_confused
    from lobgids.kb.authoring.own_words import check_own_words
    from lobgids.kb.authoring.structure import as_entries

    yield from check_own_words(context.folder, as_entries(source.values).components, context.languages)
    for code in context.languages:
        yield from check_confused(context.folder, code, _ear(context, code))


def _ear(context: CommandContext, code: str) -> "Ear":
    from lobgids.hearing.load import load_ear

    return load_ear(context.folder, code, cache_folder())


def _reading_times(context: CommandContext) -> Iterator[str]:
    """Yield how long a new mentor reads, in a school of each model and in one that is not known yet."""
    from lobgids.session.reading_time import MODELS, minutes

    _, content_in = context.language.gettext, context.content_in()
    yield _("Zo lang is een nieuwe mentor ongeveer bezig:")
    for code in context.languages:
        for model in MODELS:
            pattern = _("- model {model} ({language}): {minutes} minuten")
            if not model:
                pattern = _("- school nog onbekend ({language}): {minutes} minuten")
            count = round(minutes(content_in(code), model))
            yield pattern.format(model=model, language=code, minutes=count)


def _show(context: CommandContext, entry_id: str) -> None:
    from lobgids.kb.authoring.show import entry_lines, example_lines
    from lobgids.kb.authoring.structure import suggest
    from lobgids.kb.lookup import all_entries, find

    base = context.knowledge_base()
    entry = find(base, entry_id)
    if entry is None:
        sentence = context.language.gettext("Het id '{id}' staat niet in de kennisbank. Bedoel je {suggestion}?")
        resembling = suggest(entry_id, [known.id for known in all_entries(base)])
        raise click.UsageError(sentence.format(id=entry_id, suggestion=resembling))
    for line in (*entry_lines(entry, base, context.language), *example_lines(entry, context.folder, context.language)):
        click.echo(line)


def _hear(context: CommandContext, text: str, number: int | None) -> None:
    """Print what is heard in a sentence at a component; without one, at each that proposes something, best first."""
    from lobgids.hearing.show import heard_lines

    base, ear = context.knowledge_base(), _ear(context, context.language.code)
    if number is not None and number not in [component.number for component in base.components]:
        sentence = context.language.gettext("Er is geen onderdeel {number}.")
        raise click.UsageError(sentence.format(number=number))
    for line in heard_lines(ear, text, base, number, context.language):
        click.echo(line)
