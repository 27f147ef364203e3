"""What holds for every command: the knowledge base, the language, and what a refusal looks like."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click
from platformdirs import user_cache_path

from lobgids.i18n import Language
from lobgids.kb.entries import KnowledgeBase
from lobgids.kb.load import load
from lobgids.storage.preferences import Preferences, Trouble

if TYPE_CHECKING:
    from lobgids.dialogue.conversation import Tongue

WRONG_CONTENT = 1
WRONG_INPUT = 2

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Setting(NamedTuple):
    """The knowledge base's folder, the languages there are, and the one spoken.

    `asked` is the language that the options ask for, `known` the one that the settings or else the machine are set to;
    empty where they are not.
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
        """Another of the languages, with the same catalogues."""
        return Language(code, self.catalogues)

    def knowledge_base(self) -> KnowledgeBase:
        """The knowledge base in the language spoken."""
        return self._in(self.language)

    def tongues(self) -> "Callable[[str], Tongue]":
        """The knowledge base in a language by its code, '' for the one spoken; each is loaded once."""
        from lobgids.dialogue.conversation import Tongue

        @functools.cache
        def tongue(code: str) -> Tongue:
            if code and code not in self.languages:
                raise LookupError(code)
            language = self.speaking(code) if code else self.language
            return Tongue(language, self._in(language))

        return tongue

    def _in(self, language: Language) -> KnowledgeBase:
        return load(self.folder, language, user_cache_path("lobgids", appauthor=False))


def shared_options(setting: Setting) -> Decorator:
    """The options that every command takes; their values were read before the commands could be built."""
    _ = setting.language.gettext
    language_help = _("De taal: {codes}.").format(codes=", ".join(setting.languages))

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        lang = click.option("--lang", type=click.Choice(setting.languages), expose_value=False, help=language_help)
        kb = click.option(
            "--kb", metavar=_("MAP"), expose_value=False, help=_("Een map met een eigen, aangepaste kennisbank.")
        )
        return lang(kb(command))

    return add


def file_argument(name: str, metavar: str, *, required: bool = True) -> Decorator:
    """An argument that is a file; whether it can be read is said by the document."""
    shown = metavar if required else f"[{metavar}]"
    return click.argument(name, metavar=shown, required=required, type=click.Path(path_type=Path))
