"""What a user can set: a list in which each row changes at once, and nothing is kept before one says so."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, NamedTuple

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Row

from lobgids.i18n import Language
from lobgids.i18n import gettext_noop as _
from lobgids.storage.preferences import Preferences
from lobgids.tui.screens.sheet import Sheet

KEEP, LEAVE = "keep", "leave"


class Setting(NamedTuple):
    """A field of the preferences: its name, its values with a word for each, and what it does.

    All but the field and the values is translated when shown.
    """

    field: str
    name: str
    values: dict[Any, str]
    meaning: str


LANGUAGE = Setting(
    "language", _("Taal"), {"": _("zoals de computer"), "nl": "Nederlands", "en": "English"},
    _("De taal van het gesprek en van alles eromheen. ‘Zoals de computer’ is de taal waarop je computer staat."),
)  # fmt: skip
OTHERS = (
    Setting(
        "theme", _("Kleuren"), {"dark": _("donker"), "light": _("licht"), "contrast": _("hoog contrast")},
        _("Hoog contrast heeft het grootste verschil tussen de letters en wat erachter zit."),
    ),
    Setting(
        "density", _("Tekst"), {"roomy": _("ruim"), "compact": _("compact")},
        _("Ruim laat wit tussen de beurten. Bij compact past er meer op je scherm."),
    ),
    Setting(
        "motion", _("Beweging"), {True: _("aan"), False: _("uit")},
        _("Zet dit uit als je wilt dat het scherm meteen verspringt, zonder te schuiven."),
    ),
    Setting(
        "direction", _("Richting"),
        {"picture": _("vanaf het beeld"), "always": _("altijd"), "never": _("nooit")},
        _(
            "Wanneer het overzicht laat zien welke kant je antwoorden op wijzen. Zie je dat al vóór het beeld, "
            "dan kan dat je volgende antwoorden kleuren."
        ),
    ),
    Setting(
        "glyphs", _("Tekens"), {"unicode": _("gewoon"), "ascii": _("alleen ASCII")},
        _("Kies alleen ASCII als je vakjes of vraagtekens ziet waar iets anders hoort te staan."),
    ),
)  # fmt: skip


class SettingsScreen(Sheet[Preferences | None]):
    """Gives the preferences as they were changed, nothing where they are not to be kept.

    `languages` are the codes of those that we speak.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "change(-1)", show=False),
        Binding("right", "change(1)", show=False),
        Binding("space", "choose", show=False),
    ]

    def __init__(self, preferences: Preferences, languages: Sequence[str], language: Language) -> None:
        super().__init__(language)
        self._preferences = preferences
        self._settings = (_language_setting(languages, preferences.language), *OTHERS)

    def compose(self) -> ComposeResult:
        """The settings, and what the one means that the list is at."""
        with Vertical(classes="sheet -filled"):
            _ = self._language.gettext
            how = _("met links en rechts verander je een regel")
            title = Content.assemble(_("Instellingen"), "  ", (how, "not bold $muted-text"))
            yield Static(title, classes="title", markup=False)
            yield OptionList(*self._rows(), markup=False, compact=True)
            with VerticalScroll(id="meaning"):
                yield Static(markup=False)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what the row means."""
        meanings = (
            *(setting.meaning for setting in self._settings),
            _("Je instellingen gelden meteen, en ook de volgende keer."),
            _("Alles blijft zoals het was. De toets Esc doet hetzelfde."),
        )
        meaning = self.query_one("#meaning", VerticalScroll)
        meaning.query_one(Static).update(Content(self._language.gettext(meanings[event.option_index])))
        meaning.scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change a setting, or be done."""
        match event.option_id:
            case "keep":
                self.dismiss(self._preferences)
            case "leave":
                self.dismiss(None)
            case _:
                self.action_change(1)

    def action_choose(self) -> None:
        """The same as Enter."""
        self.query_one(OptionList).action_select()

    def action_change(self, step: int) -> None:
        """Give the setting that the list is at the next value, or the one before."""
        rows = self.query_one(OptionList)
        place = rows.highlighted
        if place is None or place >= len(self._settings):
            return
        setting = self._settings[place]
        values = list(setting.values)
        value = values[(values.index(getattr(self._preferences, setting.field)) + step) % len(values)]
        self._preferences = replace(self._preferences, **{setting.field: value})
        rows.replace_option_prompt_at_index(place, self._told(setting))

    def _rows(self) -> Iterator[Row]:
        yield from (Row(self._told(setting), id=setting.field) for setting in self._settings)
        yield Row(Content.styled(self._language.gettext("Bewaren"), "bold"), id=KEEP)
        yield Row(Content.styled(self._language.gettext("Niet bewaren"), "bold"), id=LEAVE)

    def _told(self, setting: Setting) -> Content:
        """A setting with its value, and which of its values that is."""
        _, value = self._language.gettext, getattr(self._preferences, setting.field)
        row = _("{name}: < {value} > ({place} van {count})")
        return Content(row.format(
            name=_(setting.name), value=_(setting.values[value]),
            place=list(setting.values).index(value) + 1, count=len(setting.values),
        ))  # fmt: skip


def _language_setting(languages: Sequence[str], current: str) -> Setting:
    """The languages that we speak, and the one that was set, which may be another; each in its own words."""
    codes = dict.fromkeys(("", *languages, current))
    return LANGUAGE._replace(values={code: LANGUAGE.values.get(code) or _own_name(code) for code in codes})


def _own_name(code: str) -> str:
    """What a language is called by those who speak it; of one that is not known, its code."""
    from babel import Locale, UnknownLocaleError  # 24 ms, which neither Dutch nor English needs

    try:
        return Locale.parse(code).get_display_name(code) or code
    except (UnknownLocaleError, ValueError):
        return code
