"""How each kind of question is drawn and typed in the app, in one table for the chat, its help and the projector."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.protocol import Ask, AskKind
from lobgids.i18n import N_
from lobgids.tui.glyphs import Glyphs

if TYPE_CHECKING:
    from lobgids.tui.chat.form import Form


PagePart = Literal["choices", "counts", "day", "sentence"]
"""What a page of the projector can be answered with; `PARTS` in its page view has the widgets."""


class Key(NamedTuple):
    """A key or an act of the mouse, and what it does; both are translated when shown."""

    key: str
    text: str


class Spot(NamedTuple):
    """An option: its place among `total`, from 0, whether it is ticked, and whether it is the standing answer."""

    position: int
    total: int
    is_on: bool
    stands: bool


class Drawn(NamedTuple):
    """A kind of question in the app.

    `how` stands in the empty line, `nothing` after an Enter with nothing to send. `keys` answer the question; the
    letters of its options do what `letters` says. `mark` stands behind the letter of an option; without `can_point`
    options are only read. `form` makes what is shown instead of options, from the ask and the value that stood.
    As a field of a form it has `how_in_field` in the empty line.
    On a page of the projector it is answered with `on_page`, and `how_on_page` stands in the empty line there.
    """

    how: str
    nothing: str
    keys: tuple[Key, ...]
    letters: str = ""
    mark: Callable[[Spot, Glyphs], str] = lambda spot, glyphs: f"{glyphs.answered if spot.stands else ' '} "
    can_point: bool = False
    form: Callable[[Ask, Any, Conversation, Glyphs], "Form"] | None = None
    how_in_field: str = ""
    on_page: tuple[PagePart, ...] = ("choices",)
    how_on_page: str = N_("Typ hier")


def _grid(ask: Ask, stood: Any, conversation: Conversation, glyphs: Glyphs) -> "Form":
    from lobgids.tui.chat.grid import Grid

    return Grid(ask, stood, conversation.view.language, glyphs)


def _fields(ask: Ask, stood: Any, conversation: Conversation, glyphs: Glyphs) -> "Form":
    from lobgids.tui.chat.fields import Fields

    return Fields(ask, stood, conversation, glyphs)


def _box(spot: Spot, glyphs: Glyphs) -> str:
    return f" {glyphs.marked if spot.is_on else glyphs.unmarked} "


def _on_scale(spot: Spot, glyphs: Glyphs) -> str:
    filled = spot.position + 1
    scale = glyphs.scale_filled * filled + glyphs.scale_empty * (spot.total - filled)
    return f"{glyphs.answered if spot.stands else ' '} {scale}  "


POINT = Key(N_("Pijltjes"), N_("Een antwoord aanwijzen, zolang de regel leeg is"))
COMMA = Key(N_("Komma"), N_("Iets in je eigen woorden zeggen bij het antwoord dat je aanwijst"))
ONE = (
    POINT,
    Key(N_("Enter"), N_("Sturen wat je typt, of het antwoord dat je aanwijst")),
    COMMA,
    Key(N_("Klik"), N_("Het antwoord geven waarop je klikt")),
)
SEVERAL = (
    POINT,
    Key(N_("Spatie"), N_("Het antwoord aan- of uitzetten dat je aanwijst")),
    Key(N_("Enter"), N_("Sturen wat je typt, of alles wat je hebt aangezet")),
    COMMA,
    Key(N_("Klik"), N_("Een antwoord aan- of uitzetten, of sturen met de onderste regel")),
)
DAY = (
    Key(N_("Typen"), N_("Een dag, zoals 1-3-2027, vrijdag of eind mei. Je ziet meteen welke dag het is")),
    Key(
        N_("Pijltjes"),
        N_("In een lege regel. Links en rechts: naar dag, maand of jaar. Omhoog en omlaag: dat veranderen"),
    ),
    Key(N_("Enter"), N_("Deze dag sturen")),
    Key(N_("Klik"), N_("Op [-] of [+]: veranderen. Op de onderste regel: sturen")),
)
TEXT = (
    Key(N_("Typen"), N_("Je antwoord, in je eigen woorden")),
    Key(N_("Enter"), N_("Sturen wat je getypt hebt")),
    Key(N_("Ctrl+J"), N_("Een nieuwe regel beginnen. Shift+Enter mag ook")),
)

GRID = (
    Key(N_("Pijltjes"), N_("Een regel aanwijzen, zolang je niets typt")),
    Key(N_("Letters"), N_("Het antwoord kiezen bij de regel die je aanwijst")),
    Key("1a 2c", N_("Antwoorden bij meer regels ineens typen. Met 3? laat je een regel open")),
    Key(N_("Delete"), N_("De regel weer leegmaken")),
    Key(N_("Enter"), N_("Alle regels sturen")),
    Key(N_("Klik"), N_("Een regel aanwijzen, of een antwoord erbij kiezen")),
    Key(N_("Esc"), N_("Niets meer aanwijzen, om iets anders te typen")),
)

FIELDS = (
    Key(N_("Pijltjes"), N_("Een regel aanwijzen")),
    Key(N_("Typen"), N_("Wat er komt bij de regel die je aanwijst: een letter, een dag, een getal of een tekst")),
    Key("d, Karin", N_("Een letter met een naam erbij")),
    Key(N_("Enter"), N_("Dat bij de regel zetten, en naar de volgende. In een lege regel: alles sturen")),
    Key(N_("Delete"), N_("De regel weer leegmaken")),
    Key(N_("Klik"), N_("Een regel aanwijzen, of een antwoord kiezen")),
)

_NOTHING_CHOSEN = N_("Nog niets gekozen: typ een letter, of wijs aan met de pijltjes")
_COUNTS = N_("Typ de aantallen, in deze volgorde")
_TYPED = Drawn(
    N_("Typ hier je antwoord"), N_("Typ eerst je antwoord. Met F3 sla je de vraag over."), TEXT, on_page=("sentence",),
    how_in_field=N_("Typ hier je antwoord"),
)  # fmt: skip
_CHOSEN = Drawn(
    N_("Typ een letter en Enter. Of in je eigen woorden"), _NOTHING_CHOSEN, ONE,
    letters=N_("Dat antwoord typen. Enter stuurt het"), can_point=True,
    how_in_field=N_("Typ een letter. Een naam mag erbij, zoals: d, Karin"),
)  # fmt: skip

DRAWN: dict[AskKind, Drawn] = {
    "choice": _CHOSEN,
    "multi": Drawn(
        N_("Typ letters, zoals a c, en Enter. Of in je eigen woorden"), _NOTHING_CHOSEN, SEVERAL,
        letters=N_("Antwoorden typen, zoals a c. Enter stuurt ze"), mark=_box, can_point=True,
        how_in_field=N_("Typ letters, zoals a c"),
    ),
    "text": _TYPED,
    "number": _TYPED._replace(how_on_page=N_("Typ hier het aantal"), how_in_field=N_("Typ een getal, zoals 40")),
    "date": Drawn(
        N_("Typ hier een dag"), N_("Typ een dag, of kies met de pijltjes"), DAY, on_page=("day", "sentence"),
        how_on_page=N_("Typ hier een dag"), how_in_field=N_("Typ een dag, zoals 1 maart of eind mei"),
    ),
    "votes": _CHOSEN._replace(how=_COUNTS, nothing=_COUNTS, can_point=False, on_page=("counts",)),
    "confirm": _CHOSEN,
    "scale": _CHOSEN._replace(mark=_on_scale),
    "grid": Drawn(
        N_("Typ letters bij de regel die je aanwijst, of alles ineens: 1a 2c"), _NOTHING_CHOSEN, GRID, form=_grid,
        on_page=(),  # a group talks about one row at a time
    ),
    "fields": Drawn(N_("Typ hier je antwoord"), "", FIELDS, form=_fields, on_page=()),
}  # fmt: skip
