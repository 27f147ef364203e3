"""`lobgids kb`: shows and checks the knowledge base."""

from collections.abc import Iterator, Sequence

import click

from lobgids.cli.context import WRONG_CONTENT, CommandContext, shared_options
from lobgids.i18n import Language
from lobgids.kb.authoring.diagnostics import ContentError, Diagnostic


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
        diagnostics = [*check_asked(*source, questions_needed()), *check_content(source, languages)]
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
    from lobgids.kb.authoring.show import entry_lines
    from lobgids.kb.authoring.structure import suggest
    from lobgids.kb.lookup import all_entries, find

    base = context.knowledge_base()
    entry = find(base, entry_id)
    if entry is None:
        sentence = context.language.gettext("Het id '{id}' staat niet in de kennisbank. Bedoel je {suggestion}?")
        resembling = suggest(entry_id, [known.id for known in all_entries(base)])
        raise click.UsageError(sentence.format(id=entry_id, suggestion=resembling))
    for line in entry_lines(entry, base, context.language):
        click.echo(line)
