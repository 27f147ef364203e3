"""`lobgids compare`: shows where a decaan's own conversation and that of a group differ."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lobgids.cli.context import CommandContext, file_argument, shared_options
from lobgids.i18n import Language

if TYPE_CHECKING:
    from lobgids.advice.comparison import Beside, Comparison
    from lobgids.kb.schema.school import Description
    from lobgids.log.events import TrackName


def compare_command(context: CommandContext) -> click.Command:
    """Build the command, which only reads."""
    _ = context.language.gettext

    @click.command("compare", help=_("Leg je eigen gesprek naast dat van de groep."), options_metavar=_("[OPTIES]"))
    @file_argument("group", _("GROEP"))
    @file_argument("mine", _("MIJN"))
    @shared_options(context)
    def compare(group: Path, mine: Path) -> None:
        from lobgids.advice.comparison import compared
        from lobgids.lines import plain
        from lobgids.session.review import reviewed
        from lobgids.storage.reading import read

        contents = read(group), read(mine)
        if refusal := _refusal(contents[0].header.track, contents[1].header.track, context.language):
            raise click.ClickException(refusal)
        my_own = reviewed(contents[1], context.content_in(), context.asked).view
        of_group = reviewed(contents[0], context.content_in(), my_own.language.code).view
        plain.write(sys.stdout, _lines(compared(of_group, my_own), my_own.language))

    return compare


def _refusal(group: "TrackName", mine: "TrackName", language: Language) -> str:
    """Return why documents of these tracks cannot be compared; empty if they can."""
    from lobgids.report.editions import editions_of

    _ = language.gettext
    if editions_of(group).compared_as != "group":
        return _("Het eerste bestand is geen gesprek met een groep. Geef eerst dat van de groep, dan dat van jezelf.")
    if editions_of(mine).compared_as != "own":
        return _("Het tweede bestand is geen gesprek van een decaan. Geef eerst dat van de groep, dan dat van jezelf.")
    return ""


def _lines(comparison: "Comparison", language: Language) -> Iterator[str]:
    """Yield what differs first, then in a line what is the same."""
    _ = language.gettext
    if comparison.apart:
        yield _("Hier zag de groep iets anders dan jij:")
        yield from (_difference(beside, language) for beside in comparison.apart)
    elif comparison.alike:
        yield _("De groep zag nergens iets anders dan jij.")
    else:
        yield _("Er is nog geen onderdeel waar jij en de groep allebei iets over zeiden.")
    if comparison.alike:
        names = "; ".join(beside.name for beside in comparison.alike)
        yield _("Hier zagen jullie hetzelfde: {components}.").format(components=names)


def _difference(beside: "Beside", language: Language) -> str:
    pattern = language.gettext("- {component}: {mine}; {group}.")
    mine, group = _in_my_words(beside.mine, language), _in_words_of_group(beside.group, language)
    return pattern.format(component=beside.name, mine=mine, group=group)


def _in_my_words(seen: "tuple[Description, ...]", language: Language) -> str:
    _ = language.gettext
    if len(seen) == 1:
        return _("ik dacht dat {heard}").format(heard=seen[0].heard)
    parts = _(", en ook dat ").join(description.heard for description in seen)
    return _("ik zag het naast elkaar dat {parts}").format(parts=parts)


def _in_words_of_group(seen: "tuple[Description, ...]", language: Language) -> str:
    _ = language.gettext
    if len(seen) == 1:
        return _("de groep zag dat {heard}").format(heard=seen[0].heard)
    parts = _(", een deel zag dat ").join(description.heard for description in seen)
    return _("de groep is verdeeld: een deel zag dat {parts}").format(parts=parts)
