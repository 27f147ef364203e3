"""`lobgids kb`: reading and checking the knowledge base."""

from collections.abc import Iterator, Sequence

import click

from lobgids.commands.setting import WRONG_CONTENT, Setting, shared_options
from lobgids.i18n import Language
from lobgids.kb.diagnostics import ContentError, Diagnostic


def kb_commands(setting: Setting) -> click.Group:
    """The group with its commands."""
    _ = setting.language.gettext
    options = _("[OPTIES]")

    @click.group(help=_("De kennisbank lezen en nakijken."), options_metavar=options, subcommand_metavar=_("OPDRACHT"))
    @shared_options(setting)
    def kb() -> None:
        pass

    @kb.command(help=_("Kijk de hele kennisbank na."), options_metavar=options)
    @shared_options(setting)
    def check() -> int:
        return _check(setting)

    @kb.command(help=_("Toon wat er bij een id staat, met de bronnen."), options_metavar=options)
    @click.argument("entry_id", metavar="ID")
    @shared_options(setting)
    def show(entry_id: str) -> None:
        _show(setting, entry_id)

    @kb.command("list", help=_("Toon alle ids, een per regel."), options_metavar=options)
    @shared_options(setting)
    def list_() -> None:
        from lobgids.kb.show import list_lines

        for line in list_lines(setting.knowledge_base(), setting.language):
            click.echo(line)

    @kb.command(help=_("Toon alle vindplaatsen die genoemd worden."), options_metavar=options)
    @shared_options(setting)
    def sources() -> None:
        from lobgids.kb.lookup import cited_facts

        for fact in sorted(cited_facts(setting.knowledge_base())):
            click.echo(fact)

    return kb


def print_diagnostics(found: Sequence[Diagnostic], language: Language) -> None:
    """Say what is wrong with content, one after the other."""
    from lobgids.dialogue.interpret import clean

    for diagnostic in found:  # what a file or a folder is called is no command to the terminal
        click.echo(clean(diagnostic.say(language)), err=True)


def _check(setting: Setting) -> int:
    """Read the YAML itself, whatever packed copy there is, and say everything that is wrong with it."""
    from lobgids.kb.checks import check_content
    from lobgids.kb.folder import read

    say = setting.language
    languages = [setting.speaking(code) for code in setting.languages]
    for language in languages:
        language.check()
    try:
        found = check_content(read(setting.folder), languages)
    except ContentError as error:
        found = list(error.diagnostics)
    print_diagnostics(found, setting.language)
    wrong = sum(not diagnostic.is_warning for diagnostic in found)
    told = say.ngettext("{count} fout", "{count} fouten", wrong).format(count=wrong)
    warned = len(found) - wrong
    told += ", " + say.ngettext("{count} waarschuwing", "{count} waarschuwingen", warned).format(count=warned)
    click.echo(told)
    if not wrong:
        for line in _reading_times(setting):
            click.echo(line)
    return WRONG_CONTENT if wrong else 0


def _reading_times(setting: Setting) -> Iterator[str]:
    """How long a new mentor reads, in a school of each model and without knowing the school."""
    from lobgids.advice.conclude import conclude
    from lobgids.dialogue.reading_time import MODELS, minutes

    say, tongues = setting.language, setting.tongues()
    yield say.gettext("Zo lang is een nieuwe mentor ongeveer bezig:")
    for code in setting.languages:
        for model in MODELS:
            told = say.gettext("- model {model} ({language}): {minutes} minuten")
            if not model:
                told = say.gettext("- school nog onbekend ({language}): {minutes} minuten")
            count = round(minutes(tongues(code), model, conclude))
            yield told.format(model=model, language=code, minutes=count)


def _show(setting: Setting, entry_id: str) -> None:
    from lobgids.kb.lookup import all_entries, find
    from lobgids.kb.show import entry_lines
    from lobgids.kb.structure import suggest

    base = setting.knowledge_base()
    entry = find(base, entry_id)
    if entry is None:
        sentence = setting.language.gettext("Het id '{id}' staat niet in de kennisbank. Bedoel je {suggestion}?")
        resembling = suggest(entry_id, [known.id for known in all_entries(base)])
        raise click.UsageError(sentence.format(id=entry_id, suggestion=resembling))
    for line in entry_lines(entry, base, setting.language):
        click.echo(line)
