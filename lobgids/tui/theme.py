"""The colours of each theme: warm neutrals and one accent; no meaning hangs on a colour alone.

Style files name no colours, only the tokens of `_variables`.
"""

from typing import Literal, NamedTuple

from textual.theme import Theme

Chosen = Literal["dark", "light", "contrast"]
"""The colours that a user can choose."""


class Palette(NamedTuple):
    """The colours of one theme, as `#rrggbb`.

    Large backgrounds have so little colour that a terminal with 256 colours shows them grey, not pink.
    """

    background: str
    surface: str
    panel: str
    foreground: str
    muted: str
    """Secondary text, on any of the three backgrounds."""
    edge: str
    """Scroll bars and the borders of what is not in focus."""
    accent: str
    """Headings, keys, links; the background of the highlighted choice."""
    on_accent: str
    """Text on the accent, and on success, warning and error."""
    selection: str
    """The background of selected text and of a choice under the mouse."""
    person_text: str
    person_background: str
    problem_text: str
    problem_background: str
    success: str
    warning: str
    models: tuple[str, str, str]
    """The bars: Paul Tol's medium-contrast colours, told apart by the colour-blind and in shades of grey."""


_LIGHT_MODELS = ("#6699cc", "#eecc66", "#ee99aa")
_DARK_MODELS = ("#004488", "#997700", "#994455")

DARK = Palette(
    background="#1f1e1c",
    surface="#282624",
    panel="#2b2926",
    foreground="#e6e1d8",
    muted="#b0a99d",
    edge="#8a8377",
    accent="#8fc4ba",
    on_accent="#17211f",
    selection="#2f3d3a",
    person_text="#e9efec",
    person_background="#2c3b39",
    problem_text="#f2b8a0",
    problem_background="#43291f",
    success="#9ccb9f",
    warning="#e3c07c",
    models=_LIGHT_MODELS,
)
LIGHT = Palette(
    background="#f2f1ee",
    surface="#f9f8f6",
    panel="#e8e6e1",
    foreground="#2b2a27",
    muted="#5c574e",
    edge="#7b7568",
    accent="#1f5f5b",
    on_accent="#f9f8f6",
    selection="#c9ded9",
    person_text="#1d2f2d",
    person_background="#dbe8e4",
    problem_text="#8a2f16",
    problem_background="#f7e0d6",
    success="#2e6b3f",
    warning="#835500",
    models=_DARK_MODELS,
)
CONTRAST = Palette(
    background="#000000",
    surface="#0b0b0b",
    panel="#141414",
    foreground="#ffffff",
    muted="#cfcfcf",
    edge="#a8a8a8",
    accent="#ffd75f",
    on_accent="#000000",
    selection="#363636",
    person_text="#ffffff",
    person_background="#262626",
    problem_text="#ffc2b3",
    problem_background="#3a0d05",
    success="#8fe3a0",
    warning="#ffb86b",
    models=_LIGHT_MODELS,
)
PROJECTOR = Palette(
    background="#ffffff",
    surface="#f4f4f4",
    panel="#ececec",
    foreground="#000000",
    muted="#3d3d3d",
    edge="#5a5a5a",
    accent="#0a4a7a",
    on_accent="#ffffff",
    selection="#d0dfea",
    person_text="#000000",
    person_background="#e4edf4",
    problem_text="#7a1f08",
    problem_background="#fbe6dd",
    success="#1f5a30",
    warning="#6b3f00",
    models=_DARK_MODELS,
)
"""For a projector: black on white, to be legible in a light room from the back row."""


def _theme(name: str, palette: Palette, *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=palette.accent,
        accent=palette.accent,
        success=palette.success,
        warning=palette.warning,
        error=palette.problem_text,
        foreground=palette.foreground,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        dark=dark,
        variables=_variables(palette) | _textual_variables(palette),
    )


def _variables(palette: Palette) -> dict[str, str]:
    """Return the values of our tokens, which are named by what they are for."""
    model1, model2, model3 = palette.models
    return {
        "guide-text": palette.foreground,
        "guide-background": palette.background,
        "person-text": palette.person_text,
        "person-background": palette.person_background,
        "heading-text": palette.accent,
        "muted-text": palette.muted,
        "choice-text": palette.foreground,
        "choice-background": palette.surface,
        "choice-highlight-text": palette.on_accent,
        "choice-highlight-background": palette.accent,
        "key-text": palette.accent,
        "link-text": palette.accent,
        "problem-text": palette.problem_text,
        "problem-background": palette.problem_background,
        "model1": model1,
        "model2": model2,
        "model3": model3,
    }


def _textual_variables(palette: Palette) -> dict[str, str]:
    """Return the values that Textual would mix with transparency, which would leave too little contrast."""
    return {
        "text-muted": palette.muted,
        "text-disabled": palette.muted,
        "foreground-muted": palette.muted,
        "foreground-disabled": palette.muted,
        "block-cursor-foreground": palette.on_accent,
        "block-cursor-blurred-background": palette.selection,
        "block-hover-background": palette.selection,
        "button-color-foreground": palette.on_accent,
        "input-selection-background": palette.selection,
        "screen-selection-background": palette.selection,
        "screen-selection-foreground": palette.foreground,
        "link-color": palette.accent,
        "link-color-hover": palette.on_accent,
        "border-blurred": palette.edge,
        "scrollbar": palette.edge,
        "scrollbar-hover": palette.accent,
        "scrollbar-background": palette.panel,
    }


THEMES: tuple[Theme, ...] = (
    _theme("lobgids-dark", DARK, dark=True),
    _theme("lobgids-light", LIGHT, dark=False),
    _theme("lobgids-contrast", CONTRAST, dark=True),
    _theme("lobgids-projector", PROJECTOR, dark=False),
)


def theme_name(preference: Chosen | Literal["projector"]) -> str:
    """Return the name under which the theme for a preference is registered."""
    return f"lobgids-{preference}"


def projector_theme(preference: Chosen) -> Literal["contrast", "projector"]:
    """Return the theme for a projector: light with strong contrast, unless the user chose the contrast theme."""
    return "contrast" if preference == "contrast" else "projector"
