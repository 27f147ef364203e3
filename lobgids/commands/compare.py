"""`lobgids compare`: one's own conversation beside that of the group."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lobgids.commands.setting import Setting, file_argument, shared_options
from lobgids.i18n import Language

if TYPE_CHECKING:
    from lobgids.advice.comparison import Beside, Comparison
    from lobgids.kb.entries import Description


def compare_command(setting: Setting) -> click.Command:
    """What a decaan told beside what a group saw; nothing is written."""
    _ = setting.language.gettext

    @click.command("compare", help=_("Leg je eigen gesprek naast dat van de groep."), options_metavar=_("[OPTIES]"))
    @file_argument("group", _("GROEP"))
    @file_argument("mine", _("MIJN"))
    @shared_options(setting)
    def compare(group: Path, mine: Path) -> None:
        from lobgids import plain
        from lobgids.advice.comparison import compared
        from lobgids.review import reviewed
        from lobgids.storage.reading import read

        contents = read(group), read(mine)
        if refusal := _refusal(contents[0].header.track, contents[1].header.track, setting.language):
            raise click.ClickException(refusal)
        my_own = reviewed(contents[1], setting.tongues(), setting.asked).view
        of_group = reviewed(contents[0], setting.tongues(), my_own.language.code).view
        plain.write(sys.stdout, _told(compared(of_group, my_own), my_own.language))

    return compare


def _refusal(of_group: str, of_mine: str, language: Language) -> str:
    """Why two documents cannot be laid beside each other, by their tracks; nothing where they can."""
    _ = language.gettext
    if of_group != "workshop":
        return _("Het eerste bestand is geen gesprek met een groep. Geef eerst dat van de groep, dan dat van jezelf.")
    if of_mine != "decaan":
        return _("Het tweede bestand is geen gesprek van een decaan. Geef eerst dat van de groep, dan dat van jezelf.")
    return ""


def _told(comparison: "Comparison", language: Language) -> Iterator[str]:
    """What differs first, then in one line what is the same."""
    _ = language.gettext
    if comparison.apart:
        yield _("Hier zag de groep iets anders dan jij:")
        yield from (_apart(one, language) for one in comparison.apart)
    elif comparison.alike:
        yield _("De groep zag nergens iets anders dan jij.")
    else:
        yield _("Er is nog geen onderdeel waar jij en de groep allebei iets over zeiden.")
    if comparison.alike:
        names = "; ".join(one.name for one in comparison.alike)
        yield _("Hier zagen jullie hetzelfde: {components}.").format(components=names)


def _apart(beside: "Beside", language: Language) -> str:
    pattern = language.gettext("- {component}: {mine}; {group}.")
    mine, group = _of_me(beside.mine, language), _of_group(beside.group, language)
    return pattern.format(component=beside.name, mine=mine, group=group)


def _of_me(seen: "tuple[Description, ...]", language: Language) -> str:
    _ = language.gettext
    if len(seen) == 1:
        return _("ik dacht dat {heard}").format(heard=seen[0].heard)
    parts = _(", en ook dat ").join(one.heard for one in seen)
    return _("ik zag het naast elkaar dat {parts}").format(parts=parts)


def _of_group(seen: "tuple[Description, ...]", language: Language) -> str:
    _ = language.gettext
    if len(seen) == 1:
        return _("de groep zag dat {heard}").format(heard=seen[0].heard)
    parts = _(", een deel zag dat ").join(one.heard for one in seen)
    return _("de groep is verdeeld: een deel zag dat {parts}").format(parts=parts)
