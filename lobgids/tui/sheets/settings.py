"""The sheet with the settings: a row changes at once, and nothing is kept until that is chosen."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, NamedTuple

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Row

from lobgids.i18n import N_, Language
from lobgids.storage.preferences import Preferences
from lobgids.tui.sheets.sheet import Sheet

KEEP, LEAVE = "keep", "leave"


class Setting(NamedTuple):
    """A field of the preferences: its name, its values with a word for each, and what it does.

    The name, the words and the meaning are translated when shown.
    """

    field: str
    name: str
    values: dict[Any, str]
    meaning: str


LANGUAGE = Setting(
    "language", N_("Taal"), {"": N_("zoals de computer"), "nl": "Nederlands", "en": "English"},
    N_("De taal van het gesprek en van alles eromheen. ‘Zoals de computer’ is de taal waarop je computer staat."),
)  # fmt: skip
OTHERS = (
    Setting(
        "theme", N_("Kleuren"), {"dark": N_("donker"), "light": N_("licht"), "contrast": N_("hoog contrast")},
        N_("Hoog contrast heeft het grootste verschil tussen de letters en wat erachter zit."),
    ),
    Setting(
        "density", N_("Tekst"), {"roomy": N_("ruim"), "compact": N_("compact")},
        N_("Ruim laat wit tussen de beurten. Bij compact past er meer op je scherm."),
    ),
    Setting(
        "motion", N_("Beweging"), {True: N_("aan"), False: N_("uit")},
        N_("Zet dit uit als je wilt dat het scherm meteen verspringt, zonder te schuiven."),
    ),
    Setting(
        "direction", N_("Richting"),
        {"picture": N_("vanaf het beeld"), "always": N_("altijd"), "never": N_("nooit")},
        N_(
            "Wanneer het overzicht laat zien welke kant je antwoorden op wijzen. Zie je dat al vóór het beeld, "
            "dan kan dat je volgende antwoorden kleuren."
        ),
    ),
    Setting(
        "glyphs", N_("Tekens"), {"unicode": N_("gewoon"), "ascii": N_("alleen ASCII")},
        N_("Kies alleen ASCII als je vakjes of vraagtekens ziet waar iets anders hoort te staan."),
    ),
)  # fmt: skip


class SettingsScreen(Sheet[Preferences | None]):
    """Returns the preferences as they were changed, or None if they are not to be kept.

    `languages` are the codes of those that are available.
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
        with Vertical(classes="sheet -filled"):
            _ = self._language.gettext
            how = _("met links en rechts verander je een regel")
            title = Content.assemble(_("Instellingen"), "  ", (how, "not bold $muted-text"))
            yield Static(title, classes="title", markup=False)
            yield OptionList(*self._rows(), markup=False, compact=True)
            with VerticalScroll(id="meaning"):
                yield Static(markup=False)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what the row means."""
        meanings = (
            *(setting.meaning for setting in self._settings),
            N_("Je instellingen gelden meteen, en ook de volgende keer."),
            N_("Alles blijft zoals het was. De toets Esc doet hetzelfde."),
        )
        meaning = self.query_one("#meaning", VerticalScroll)
        meaning.query_one(Static).update(Content(self._language.gettext(meanings[event.option_index])))
        meaning.scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        match event.option_id:
            case "keep":
                self.dismiss(self._preferences)
            case "leave":
                self.dismiss(None)
            case _:
                self.action_change(1)

    def action_choose(self) -> None:
        self.query_one(OptionList).action_select()

    def action_change(self, step: int) -> None:
        """Give the highlighted setting its next value, or the one before."""
        rows = self.query_one(OptionList)
        index = rows.highlighted
        if index is None or index >= len(self._settings):
            return
        setting = self._settings[index]
        values = list(setting.values)
        value = values[(values.index(getattr(self._preferences, setting.field)) + step) % len(values)]
        self._preferences = replace(self._preferences, **{setting.field: value})
        rows.replace_option_prompt_at_index(index, self._row(setting))

    def _rows(self) -> Iterator[Row]:
        yield from (Row(self._row(setting), id=setting.field) for setting in self._settings)
        yield Row(Content.styled(self._language.gettext("Bewaren"), "bold"), id=KEEP)
        yield Row(Content.styled(self._language.gettext("Niet bewaren"), "bold"), id=LEAVE)

    def _row(self, setting: Setting) -> Content:
        """Return a setting with its value, and which of its values that is."""
        _, value = self._language.gettext, getattr(self._preferences, setting.field)
        pattern = _("{name}: < {value} > ({place} van {count})")
        return Content(pattern.format(
            name=_(setting.name), value=_(setting.values[value]),
            place=list(setting.values).index(value) + 1, count=len(setting.values),
        ))  # fmt: skip


def _language_setting(languages: Sequence[str], current: str) -> Setting:
    """Return the setting with all languages, also the one that was set if we lack it; each by its own name."""
    codes = dict.fromkeys(("", *languages, current))
    return LANGUAGE._replace(values={code: LANGUAGE.values.get(code) or _own_name(code) for code in codes})


def _own_name(code: str) -> str:
    """Return what a language is called by those who speak it, or its code if that is not known."""
    from babel import Locale, UnknownLocaleError  # 24 ms, which neither Dutch nor English needs

    try:
        return Locale.parse(code).get_display_name(code) or code
    except (UnknownLocaleError, ValueError):
        return code
