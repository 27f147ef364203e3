"""The command line: the root command, what its arguments say of language and content, and error handling."""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import click

from lobgids.cli.context import CommandContext, shared_options
from lobgids.cli.refusing import catalogue_refused, ended_by, refuse
from lobgids.cli.streams import NOT_READ, prepare, silence
from lobgids.i18n import (
    SOURCE_LANGUAGE,
    BrokenCatalogueError,
    Language,
    available_languages,
    catalogue_folder,
    machine_language,
    speak_to_libraries,
)
from lobgids.kb.authoring.diagnostics import ContentError
from lobgids.kb.files import NotAKnowledgeBaseError
from lobgids.kb.load import CONTENT
from lobgids.storage.errors import DocumentError
from lobgids.storage.preferences import preferences_path, read

COMMANDS = {
    "talk": "talk.talk_command", "serve": "serve.serve_command", "notes": "notes.notes_command",
    "list": "documents.list_command", "result": "documents.result_command", "report": "report.report_command",
    "form": "report.form_command", "plan": "plan.plan_command", "brief": "brief.brief_command",
    "compare": "compare.compare_command", "explain": "explain.explain_command",
    "replay": "documents.replay_command", "share": "copies.share_command", "erase": "copies.erase_command",
    "kb": "kb.kb_commands",
}  # fmt: skip
"""Each command with the module and function of `lobgids.cli` that builds it."""


class Commands(click.Group):
    """All commands; a module is only imported when its command is called, or when all are listed."""

    context: CommandContext

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. If nobody reads its output, it ends with 141 as other programs do; click would make that 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise click.exceptions.Exit(NOT_READ) from None

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # the same
        """Return the command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(".")
        command: click.Command = getattr(import_module(f"lobgids.cli.{module}"), function)(self.context)
        return command


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0, 1 if content is wrong, 2 if the input is.

    Beside these: 70 after a defect of ours, 74 if a stream cannot be used, 141 if nobody reads on.
    """
    gc.disable()  # collecting garbage among what is just being imported takes a fifth of the start
    try:
        return _run(arguments)
    finally:
        gc.enable()


def _run(arguments: Sequence[str] | None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    prepare()
    language = Language(SOURCE_LANGUAGE, ())
    try:
        Path.home()  # without one, libraries would keep our files anywhere
        context = _context(given)
        language = context.language
        code = _execute(given, context)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # the last catch: no user sees a traceback
        code = ended_by(error, language)
    silence()
    return code


def _execute(given: Sequence[str], context: CommandContext) -> int:
    """Do what the arguments say, or say why that is not possible, and return the exit code."""
    _ = context.language.gettext
    try:
        context.language.check()
        code = _commands(context).main(given, prog_name="lobgids", standalone_mode=False)
    except click.ClickException as error:
        return refuse(error.format_message())
    except BrokenCatalogueError as error:
        return refuse(catalogue_refused(error.path, context.language))
    except NotAKnowledgeBaseError:
        sentence = _("De map {folder} is geen kennisbank: het bestand about.yaml ontbreekt daar.")
        return refuse(sentence.format(folder=context.folder))
    except ContentError as error:
        from lobgids.cli.kb import print_diagnostics

        print_diagnostics(error.diagnostics, context.language)
        return refuse(_("Deze kennisbank kan zo niet gebruikt worden: verbeter eerst wat hierboven staat."))
    except DocumentError as error:
        from lobgids.session.error_messages import document_refused

        return refuse(document_refused(error, context.language))
    return code if isinstance(code, int) else 0


def _context(given: Sequence[str]) -> CommandContext:
    """Return what the arguments say of language and knowledge base, as the commands are built in that language.

    The language is that of the arguments, else of the user's preferences, else of the machine.
    """
    ours = catalogue_folder()
    folder = Path(_value_of("--kb", given) or CONTENT)
    catalogues = (ours,) if folder == CONTENT else (folder / "locales", ours)
    languages = tuple(sorted({code for catalogue in catalogues for code in available_languages(catalogue)}))
    preferences, troubles = read(preferences_path())
    wanted = (_value_of("--lang", given), preferences.language)
    asked, kept = (code if code in languages else "" for code in wanted)
    known = kept or machine_language(languages)
    language = Language(asked or known or SOURCE_LANGUAGE, catalogues)
    speak_to_libraries(language, ours)
    return CommandContext(folder, catalogues, languages, language, preferences, troubles, asked or "", known or "")


def _value_of(option: str, given: Sequence[str]) -> str | None:
    """Return the last value given to an option, as '--option value' or '--option=value'."""
    values = [value for name, value in pairwise(given) if name == option]
    values += [item.removeprefix(f"{option}=") for item in given if item.startswith(f"{option}=")]
    return values[-1] if values else None


def _commands(context: CommandContext) -> click.Group:
    _ = context.language.gettext

    @click.group(
        cls=Commands,
        invoke_without_command=True,
        options_metavar=_("[OPTIES]"),
        subcommand_metavar=_("OPDRACHT"),
        help=_("Een gesprek over LOB op jouw school, in de terminal."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    @shared_options(context)
    @click.version_option(package_name="lobgids", prog_name="lobgids", message="%(prog)s %(version)s")
    @click.pass_context
    def lobgids(ctx: click.Context) -> None:
        if ctx.invoked_subcommand is None:
            from lobgids.cli.talk import start

            start(context)

    lobgids.context = context
    return lobgids
