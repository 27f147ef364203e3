"""Two conversations about a school beside each other, in lines for people: of decanen, or of one and a group."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lobgids.advice.comparison import Account, Beside, Comparison, compared
from lobgids.i18n import Language
from lobgids.log.events import Contents, TrackName
from lobgids.report.editions import editions_of
from lobgids.school.view import SchoolView
from lobgids.session.review import reviewed
from lobgids.session.session import ContentByLanguage
from lobgids.text import capital, one_line

Paths = tuple[Path, Path]


class Side(NamedTuple):
    """Who held one of the two conversations, as it is called within a sentence."""

    name: str
    is_vote: bool = False


Sides = tuple[Side, Side]


def comparison(
    paths: Paths, contents: tuple[Contents, Contents], content_in: ContentByLanguage, language: str = ""
) -> Iterator[str]:
    """Yield the comparison line by line, in the language of the first one if none is asked for."""
    first = reviewed(contents[0], content_in, language).view
    second = reviewed(contents[1], content_in, first.language.code).view
    sides = _sides(first, second)
    yield from _named(sides, paths, first.language)
    yield from _lines(compared(first, second), sides, first.language)


def may_be_beside(track: TrackName, other: TrackName) -> bool:
    """Return whether conversations of these tracks can be laid beside each other."""
    kinds = {editions_of(one).compared_as for one in (track, other)}
    return None not in kinds and kinds != {"group"}


def refusal(paths: Paths, contents: tuple[Contents, Contents], language: Language) -> str:
    """Return why these cannot be compared; empty if they can."""
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


def _sides(first: SchoolView, second: SchoolView) -> Sides:
    """Return the two with names that tell them apart."""
    _ = first.language.gettext
    is_with_group = first.manner.answering.is_vote or second.manner.answering.is_vote
    unnamed = _("de decaan") if is_with_group else _("de andere decaan")
    one, other = _side(first, unnamed), _side(second, unnamed)
    return (one, other) if one != other else (Side(_("de eerste decaan")), Side(_("de tweede decaan")))


def _side(view: SchoolView, unnamed: str) -> Side:
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


def _named(sides: Sides, paths: Paths, language: Language) -> Iterator[str]:
    """Yield who is laid beside whom, each with its file."""
    yield language.gettext("Naast elkaar:")
    for side, path in zip(sides, paths, strict=True):
        yield f"- {side.name}: {one_line(path.name)}"
    yield ""


def _lines(comparison: Comparison, sides: Sides, language: Language) -> Iterator[str]:
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


def _told(heading: str, components: tuple[Beside, ...], sides: Sides, language: Language) -> Iterator[str]:
    """Yield components under a heading, each with a line for what either says of it."""
    yield from (heading, "")
    for beside in components:
        yield beside.name
        for side, account in zip(sides, beside.told, strict=True):
            if said := " ".join(_said(side, account, language)):
                yield f"- {said}"
        yield ""


def _said(side: Side, account: Account, language: Language) -> Iterator[str]:
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


def _said_by_group(account: Account, language: Language) -> Iterator[str]:
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
