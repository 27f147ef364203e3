"""`lobgids compare`: lays two conversations about a school beside each other, of decanen or of one and a group."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from lobgids.cli.context import CommandContext, file_argument, shared_options
from lobgids.i18n import Language
from lobgids.text import capital, one_line

if TYPE_CHECKING:
    from lobgids.advice.comparison import Account, Beside, Comparison
    from lobgids.log.events import Contents
    from lobgids.school.view import SchoolView


class Side(NamedTuple):
    """Who held one of the two conversations, as it is called within a sentence."""

    name: str
    is_vote: bool = False


Sides = tuple[Side, Side]


def compare_command(context: CommandContext) -> click.Command:
    """Build the command, which only reads."""
    _ = context.language.gettext

    @click.command("compare", help=_("Leg twee gesprekken over een school naast elkaar."),
                   options_metavar=_("[OPTIES]"))  # fmt: skip
    @file_argument("one", _("BESTAND"))
    @file_argument("other", _("ANDER"))
    @shared_options(context)
    def compare(one: Path, other: Path) -> None:
        _compare(context, (one, other))

    return compare


def _compare(context: CommandContext, paths: tuple[Path, Path]) -> None:
    """Show the comparison, in the language of the first. Raises `DocumentError` or `click.ClickException`."""
    from lobgids.advice.comparison import compared
    from lobgids.lines.plain import write
    from lobgids.session.review import reviewed
    from lobgids.storage.reading import read

    contents = read(paths[0]), read(paths[1])
    if refusal := _refusal(paths, contents, context.language):
        raise click.ClickException(refusal)
    first = reviewed(contents[0], context.content_in(), context.asked).view
    second = reviewed(contents[1], context.content_in(), first.language.code).view
    sides, language = _sides(first, second), first.language
    write(sys.stdout, [*_named(sides, paths, language), *_lines(compared(first, second), sides, language)])


def _refusal(paths: tuple[Path, Path], contents: "tuple[Contents, Contents]", language: Language) -> str:
    """Return why these cannot be compared; empty if they can."""
    from lobgids.report.editions import editions_of

    _ = language.gettext
    kinds = [editions_of(content.header.track).compared_as for content in contents]
    if None in kinds:
        sentence = _("In {path} staat geen gesprek van een decaan of met een groep: daar kan ik niets naast leggen.")
        return sentence.format(path=one_line(str(paths[kinds.index(None)])))
    if contents[0] == contents[1]:
        return _("Dit is twee keer hetzelfde gesprek: geef twee verschillende bestanden.")
    if kinds == ["group", "group"]:
        return _("Dit zijn twee gesprekken met een groep: geef er een met een groep en een van een decaan.")
    return ""


def _sides(first: "SchoolView", second: "SchoolView") -> Sides:
    """Return the two with names that tell them apart."""
    _ = first.language.gettext
    is_with_group = first.manner.answering.is_vote or second.manner.answering.is_vote
    unnamed = _("de decaan") if is_with_group else _("de andere decaan")
    one, other = _side(first, unnamed), _side(second, unnamed)
    return (one, other) if one != other else (Side(_("de eerste decaan")), Side(_("de tweede decaan")))


def _side(view: "SchoolView", unnamed: str) -> Side:
    """Return a group, or a decaan by the part of the school that the conversation is about, if that is a part."""
    _ = view.language.gettext
    if view.manner.answering.is_vote:
        return Side(_("de groep"), is_vote=True)
    by_parts = {
        ("vmbo",): _("de decaan van het vmbo"),
        ("havo",): _("de decaan van de havo"),
        ("vwo",): _("de decaan van het vwo"),
        ("havo", "vwo"): _("de decaan van de havo en het vwo"),
    }
    return Side(by_parts.get(view.school_parts, unnamed))


def _named(sides: Sides, paths: tuple[Path, Path], language: Language) -> Iterator[str]:
    """Yield who is laid beside whom, each with its file."""
    yield language.gettext("Naast elkaar:")
    for side, path in zip(sides, paths, strict=True):
        yield f"- {side.name}: {one_line(path.name)}"
    yield ""


def _lines(comparison: "Comparison", sides: Sides, language: Language) -> Iterator[str]:
    """Yield what differs, then what is not known, then what is the same."""
    _ = language.gettext
    if comparison.apart:
        yield from _told(_("Waar het antwoord verschilt:"), comparison.apart, sides, language)
    elif comparison.alike:
        yield from (_("Waar er van allebei een antwoord is, verschilt het niet."), "")
    else:
        yield from (_("Er is nog geen onderdeel met een antwoord van allebei."), "")
    if comparison.unknown:
        yield from _told(_("Waar nog iets uit te zoeken is:"), comparison.unknown, sides, language)
    if comparison.alike:
        yield _("Waar het antwoord hetzelfde is:")
        yield from (f"- {beside.name}" for beside in comparison.alike)


def _told(heading: str, components: "tuple[Beside, ...]", sides: Sides, language: Language) -> Iterator[str]:
    """Yield components under a heading, each with a line for what either says of it."""
    yield from (heading, "")
    for beside in components:
        yield beside.name
        for side, account in zip(sides, beside.told, strict=True):
            if said := " ".join(_said(side, account, language)):
                yield f"- {said}"
        yield ""


def _said(side: Side, account: "Account", language: Language) -> Iterator[str]:
    """Yield in sentences what one of the two says of a component; nothing if it says nothing of how it is."""
    if side.is_vote:
        yield from _said_by_group(account, language)
        return
    _, name = language.gettext, capital(side.name)
    if account.is_unknown:
        yield _("{name} weet het nog niet.").format(name=name)
    for number, description in enumerate(account.seen):
        pattern = _("Ook zei deze decaan dat {heard}.") if number else _("{name} zei dat {heard}.")
        yield pattern.format(name=name, heard=description.heard)


def _said_by_group(account: "Account", language: Language) -> Iterator[str]:
    _ = language.gettext
    if account.is_unknown:
        yield _("De meesten in de groep weten het nog niet.")
    elif len(account.seen) == 1:
        yield _("De groep zei vooral dat {heard}.").format(heard=account.seen[0].heard)
    elif account.seen:
        yield _("De groep is verdeeld.")
        for number, description in enumerate(account.seen):
            pattern = _("Een ander deel zei dat {heard}.") if number else _("Een deel zei dat {heard}.")
            yield pattern.format(heard=description.heard)
