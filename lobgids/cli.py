"""The command line: a few lines a command, each opens a room below. Commands are built in the user's language."""

import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import click
from platformdirs import user_cache_path

from lobgids.i18n import (
    Language,
    available_languages,
    catalogue_folder,
    preferred_language,
    speak_to_libraries,
)
from lobgids.kb.diagnostics import ContentError, Diagnostic
from lobgids.kb.entries import KnowledgeBase
from lobgids.kb.files import NotAKnowledgeBaseError
from lobgids.kb.load import CONTENT, load

WRONG_CONTENT = 1
WRONG_INPUT = 2

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Setting(NamedTuple):
    """What holds for every command: the knowledge base's folder, the languages there are, and the one spoken."""

    folder: Path
    catalogues: tuple[Path, ...]
    languages: tuple[str, ...]
    language: Language

    def speaking(self, code: str) -> Language:
        """Another of the languages, with the same catalogues."""
        return Language(code, self.catalogues)

    def knowledge_base(self) -> KnowledgeBase:
        """The knowledge base in the language spoken."""
        return load(self.folder, self.language, user_cache_path("lobgids"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code: 0, 1 where content is wrong, 2 where the input is."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # an old Windows code page lacks some letters
    setting = _setting(given)
    _ = setting.language.gettext
    try:
        code = _commands(setting).main(given, prog_name="lobgids", standalone_mode=False)
    except click.ClickException as error:
        return _refuse(error.format_message())
    except NotAKnowledgeBaseError:
        sentence = _("De map {folder} is geen kennisbank: het bestand about.yaml ontbreekt daar.")
        return _refuse(sentence.format(folder=setting.folder))
    except ContentError as error:
        _print_diagnostics(error.diagnostics, setting.language)
        return _refuse(_("Deze kennisbank kan zo niet gebruikt worden: verbeter eerst wat hierboven staat."))
    except click.Abort:
        return _refuse(_("Afgebroken."))
    return code if isinstance(code, int) else 0


def _setting(given: Sequence[str]) -> Setting:
    """What the arguments say of language and knowledge base, before the commands can be built in that language."""
    ours = catalogue_folder()
    folder = Path(_value_of("--kb", given) or CONTENT)
    catalogues = (ours,) if folder == CONTENT else (folder / "locales", ours)
    languages = tuple(sorted({code for place in catalogues for code in available_languages(place)}))
    asked = _value_of("--lang", given)
    language = Language(asked if asked in languages else preferred_language(languages), catalogues)
    speak_to_libraries(language, ours)
    return Setting(folder, catalogues, languages, language)


def _value_of(option: str, given: Sequence[str]) -> str | None:
    """The last value given to an option, as '--option value' or '--option=value'."""
    values = [value for name, value in pairwise(given) if name == option]
    values += [item.removeprefix(f"{option}=") for item in given if item.startswith(f"{option}=")]
    return values[-1] if values else None


def _commands(setting: Setting) -> click.Group:
    _ = setting.language.gettext

    @click.group(
        invoke_without_command=True,
        options_metavar=_("[OPTIES]"),
        subcommand_metavar=_("OPDRACHT"),
        help=_("Een gesprek over LOB op jouw school, in de terminal."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    @_shared_options(setting)
    @click.version_option(_version(), message="lobgids %(version)s")
    @click.pass_context
    def lobgids(context: click.Context) -> None:
        if context.invoked_subcommand is None:
            _greet(setting)

    lobgids.add_command(_kb_commands(setting))
    return lobgids


def _shared_options(setting: Setting) -> Decorator:
    """The options that every command takes; `_setting` has read their values by then."""
    _ = setting.language.gettext
    language_help = _("De taal: {codes}.").format(codes=", ".join(setting.languages))

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        lang = click.option("--lang", type=click.Choice(setting.languages), expose_value=False, help=language_help)
        kb = click.option(
            "--kb", metavar=_("MAP"), expose_value=False, help=_("Een map met een eigen, aangepaste kennisbank.")
        )
        return lang(kb(command))

    return add


def _greet(setting: Setting) -> None:
    """Say what lobgids is, what it knows, and what it cannot do yet."""
    _ = setting.language.gettext
    base = setting.knowledge_base()
    questions = len(base.components)
    for paragraph in (
        _("Welkom bij lobgids."),
        _(
            "lobgids wordt een gesprek over LOB op jouw school: {questions} vragen over hoe het er nu aan toegaat, "
            "en daarna advies voor elke rol. Dat gesprek is er nog niet. Wat de gids weet, kun je al lezen."
        ).format(questions=questions),
        _("lobgids kb list       toont alles wat de gids weet, een regel per onderwerp"),
        _("lobgids kb show c05   toont een onderdeel met de vraag, de beschrijvingen en de bronnen"),
        _("lobgids --help        toont alle opdrachten"),
    ):
        click.echo(paragraph)


def _kb_commands(setting: Setting) -> click.Group:
    _ = setting.language.gettext
    options = _("[OPTIES]")

    @click.group(help=_("De kennisbank lezen en nakijken."), options_metavar=options, subcommand_metavar=_("OPDRACHT"))
    @_shared_options(setting)
    def kb() -> None:
        pass

    @kb.command(help=_("Kijk de hele kennisbank na."), options_metavar=options)
    @_shared_options(setting)
    def check() -> int:
        return _check(setting)

    @kb.command(help=_("Toon wat er bij een id staat, met de bronnen."), options_metavar=options)
    @click.argument("entry_id", metavar="ID")
    @_shared_options(setting)
    def show(entry_id: str) -> None:
        _show(setting, entry_id)

    @kb.command("list", help=_("Toon alle ids, een per regel."), options_metavar=options)
    @_shared_options(setting)
    def list_() -> None:
        from lobgids.kb.show import list_lines

        for line in list_lines(setting.knowledge_base(), setting.language):
            click.echo(line)

    @kb.command(help=_("Toon alle vindplaatsen die genoemd worden."), options_metavar=options)
    @_shared_options(setting)
    def sources() -> None:
        from lobgids.kb.lookup import cited_facts

        for fact in sorted(cited_facts(setting.knowledge_base())):
            click.echo(fact)

    return kb


def _check(setting: Setting) -> int:
    """Read the YAML itself, whatever packed copy there is, and say everything that is wrong with it."""
    from lobgids.kb.checks import check_content
    from lobgids.kb.folder import read

    say = setting.language
    try:
        found = check_content(read(setting.folder), [setting.speaking(code) for code in setting.languages])
    except ContentError as error:
        found = list(error.diagnostics)
    _print_diagnostics(found, setting.language)
    wrong = sum(not diagnostic.is_warning for diagnostic in found)
    told = say.ngettext("{count} fout", "{count} fouten", wrong).format(count=wrong)
    warned = len(found) - wrong
    told += ", " + say.ngettext("{count} waarschuwing", "{count} waarschuwingen", warned).format(count=warned)
    click.echo(told)
    return WRONG_CONTENT if wrong else 0


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


def _print_diagnostics(found: Sequence[Diagnostic], language: Language) -> None:
    for diagnostic in found:
        click.echo(diagnostic.say(language), err=True)


def _refuse(sentence: str) -> int:
    click.echo(sentence, err=True)
    return WRONG_INPUT


def _version() -> str:
    from importlib.metadata import version

    return version("lobgids")
