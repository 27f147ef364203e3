"""What every command is given: the knowledge base, the languages and the settings; and the options they all take."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click
from platformdirs import user_cache_path

from lobgids.i18n import Language
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.load import load
from lobgids.storage.preferences import Preferences, Trouble

if TYPE_CHECKING:
    from lobgids.session.session import ContentByLanguage

WRONG_CONTENT = 1
WRONG_INPUT = 2

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class CommandContext(NamedTuple):
    """The folder of the knowledge base, the languages that are available, and the one that is spoken.

    `asked` is the language that the options ask for, `known` the one of the settings or else of the machine; both are
    empty if they are not set. `troubles` is what is wrong with the settings.
    """

    folder: Path
    catalogues: tuple[Path, ...]
    languages: tuple[str, ...]
    language: Language
    preferences: Preferences
    troubles: tuple[Trouble, ...]
    asked: str = ""
    known: str = ""

    def speaking(self, code: str) -> Language:
        """Return another language, with the same catalogues."""
        return Language(code, self.catalogues)

    def knowledge_base(self) -> KnowledgeBase:
        """Return the knowledge base in the language spoken."""
        return self._in(self.language)

    def content_in(self) -> "ContentByLanguage":
        """Return what gives the content in a language by its code, '' for the one spoken; each is loaded once."""
        from lobgids.session.content import Places, contents_of

        return contents_of(Places(self.folder, cache_folder()), self.languages, self.language, self.speaking)

    def _in(self, language: Language) -> KnowledgeBase:
        return load(self.folder, language, cache_folder())


def cache_folder() -> Path:
    """Where packed copies are kept."""
    return user_cache_path("lobgids", appauthor=False)


def shared_options(context: CommandContext) -> Decorator:
    """Add the options that every command takes; their values were read before the commands could be built."""
    _ = context.language.gettext
    language_help = _("De taal: {codes}.").format(codes=", ".join(context.languages))

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        lang = click.option("--lang", type=click.Choice(context.languages), expose_value=False, help=language_help)
        kb = click.option(
            "--kb", metavar=_("MAP"), expose_value=False, help=_("Een map met een eigen, aangepaste kennisbank.")
        )
        return lang(kb(command))

    return add


def file_argument(name: str, metavar: str, *, required: bool = True) -> Decorator:
    """Add an argument that is a file; whether it can be read shows when it is opened.

    A bare name that is not here is looked for among the conversations, as `lobgids list` names them.
    """
    shown = metavar if required else f"[{metavar}]"
    return click.argument(
        name, metavar=shown, required=required, type=click.Path(path_type=Path), callback=among_conversations
    )


def among_conversations(_context: click.Context, _parameter: click.Parameter, path: Path | None) -> Path | None:
    """Return the path of a file; a bare name that is not here is looked for among the conversations."""
    from lobgids.storage.folders import default_folder, is_there
    from lobgids.storage.names import SUFFIX

    if path is None or path.parent != Path() or not path.name or is_there(path):
        return path
    folder = default_folder()
    return next(filter(is_there, (folder / path.name, folder / f"{path.name}{SUFFIX}")), path)
