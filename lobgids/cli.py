"""The command line: the options that all commands share, the root command, and what becomes of errors."""

import gc
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import click

from lobgids.commands.brief import brief_command
from lobgids.commands.compare import compare_command
from lobgids.commands.copies import erase_command, share_command
from lobgids.commands.documents import list_command, replay_command, result_command
from lobgids.commands.explain import explain_command
from lobgids.commands.kb import kb_commands, print_diagnostics
from lobgids.commands.notes import notes_command
from lobgids.commands.report import form_command, report_command
from lobgids.commands.setting import WRONG_INPUT, Setting, shared_options
from lobgids.commands.talk import start, talk_command
from lobgids.document import DocumentError
from lobgids.i18n import (
    SOURCE_LANGUAGE,
    Language,
    available_languages,
    catalogue_folder,
    machine_language,
    speak_to_libraries,
)
from lobgids.kb.diagnostics import ContentError
from lobgids.kb.files import NotAKnowledgeBaseError
from lobgids.kb.load import CONTENT
from lobgids.preferences import preferences_path, read


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code: 0, 1 where content is wrong, 2 where the input is."""
    gc.disable()  # looking for garbage in what is just being imported takes a fifth of the start
    try:
        return _run(arguments)
    finally:
        gc.enable()


def _run(arguments: Sequence[str] | None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
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
        print_diagnostics(error.diagnostics, setting.language)
        return _refuse(_("Deze kennisbank kan zo niet gebruikt worden: verbeter eerst wat hierboven staat."))
    except DocumentError as error:
        from lobgids.refusals import told

        return _refuse(told(error, setting.language))
    except click.Abort:
        return _refuse(_("Afgebroken."))
    return code if isinstance(code, int) else 0


def _setting(given: Sequence[str]) -> Setting:
    """What the arguments say of language and knowledge base, before the commands can be built in that language.

    The language is that of the arguments, else of the user's preferences, else of the machine.
    """
    ours = catalogue_folder()
    folder = Path(_value_of("--kb", given) or CONTENT)
    catalogues = (ours,) if folder == CONTENT else (folder / "locales", ours)
    languages = tuple(sorted({code for place in catalogues for code in available_languages(place)}))
    preferences, troubles = read(preferences_path())
    wishes = (_value_of("--lang", given), preferences.language)
    asked, kept = (code if code in languages else "" for code in wishes)
    known = kept or machine_language(languages)
    language = Language(asked or known or SOURCE_LANGUAGE, catalogues)
    speak_to_libraries(language, ours)
    return Setting(folder, catalogues, languages, language, preferences, troubles, asked or "", known or "")


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
    @shared_options(setting)
    @click.version_option(package_name="lobgids", prog_name="lobgids", message="%(prog)s %(version)s")
    @click.pass_context
    def lobgids(context: click.Context) -> None:
        if context.invoked_subcommand is None:
            start(setting)

    for command in (
        talk_command, notes_command, list_command, result_command, report_command, form_command, brief_command,
        compare_command,
        explain_command, replay_command, share_command, erase_command,
    ):  # fmt: skip
        lobgids.add_command(command(setting))
    lobgids.add_command(kb_commands(setting))
    return lobgids


def _refuse(sentence: str) -> int:
    click.echo(sentence, err=True)
    return WRONG_INPUT
