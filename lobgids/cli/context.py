"""What every command is given: the knowledge base, the languages and the settings; and the options they all take."""

import functools
import threading
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
    from lobgids.dialogue.hearing import Hear
    from lobgids.dialogue.open_conversation import LocalizedContent
    from lobgids.hearing.ear import Ear, Heard

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

    def content_in(self) -> "Callable[[str], LocalizedContent]":
        """Return what gives the content in a language by its code, '' for the one spoken; each is loaded once."""
        from lobgids.dialogue.open_conversation import LocalizedContent

        @functools.cache
        def localized(code: str) -> LocalizedContent:
            if code and code not in self.languages:
                raise LookupError(code)
            language = self.speaking(code) if code else self.language
            return LocalizedContent(language, self._in(language), self._hearing(language.code))

        return localized

    def _hearing(self, code: str) -> "Hear":
        """Return what hears own words in a language; it is learnt or loaded when the first come, once."""
        lock = threading.Lock()

        @functools.cache
        def ear() -> "Ear":
            from lobgids.hearing.load import load_ear

            return load_ear(self.folder, code, cache_folder())

        def hear(component_id: str, text: str) -> "Heard":
            with lock:  # who gets ready beside the keys and who needs it now learn it together
                hearing = ear()
            return hearing.hear(component_id, text)

        return hear

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
