"""The colours can be read, and the signs keep to their cell."""

import colorsys
import itertools
import unicodedata
from typing import get_args, get_type_hints

import pytest
from rich.cells import cell_len
from rich.color import ColorSystem
from textual.app import App
from textual.color import Color
from textual.theme import Theme

from lobgids.storage.preferences import Preferences
from lobgids.tui.glyphs import ASCII, UNICODE, Glyphs, glyphs
from lobgids.tui.theme import THEMES, projector_theme, theme_name

GROUNDS = ("background", "surface", "panel")
TEXTS = {
    "foreground": (
        *GROUNDS,
        "choice-background",
        "guide-background",
        "panel-darken-1",  # the command palette
        "panel-lighten-1",  # a toast
        "block-cursor-blurred-background",
        "block-hover-background",
    ),
    "guide-text": (*GROUNDS, "guide-background"),
    "person-text": ("person-background",),
    "heading-text": (*GROUNDS, "guide-background"),
    "muted-text": (*GROUNDS, "guide-background", "choice-background", "block-hover-background"),
    "choice-text": (*GROUNDS, "choice-background", "block-hover-background"),
    "choice-highlight-text": ("choice-highlight-background",),
    "key-text": GROUNDS,
    "link-text": (*GROUNDS, "guide-background", "person-background", "problem-background"),
    "problem-text": (*GROUNDS, "problem-background"),
    "link-color": GROUNDS,
    "link-color-hover": ("link-background-hover",),
    "text-muted": GROUNDS,
    "text-disabled": GROUNDS,
    "foreground-muted": GROUNDS,
    "text-primary": GROUNDS,
    "text-accent": GROUNDS,
    "text-success": (*GROUNDS, "panel-lighten-1"),
    "text-warning": (*GROUNDS, "panel-lighten-1"),
    "text-error": (*GROUNDS, "panel-lighten-1"),
    "block-cursor-foreground": ("block-cursor-background",),
    "block-cursor-blurred-foreground": ("block-cursor-blurred-background",),
    "button-foreground": ("surface",),
    "button-color-foreground": ("primary", "success", "warning", "error"),
    "input-cursor-foreground": ("input-cursor-background",),
    "input-selection-foreground": ("input-selection-background",),
    "screen-selection-foreground": ("screen-selection-background",),
    "footer-foreground": ("footer-background",),
    "footer-description-foreground": ("footer-background",),
    "footer-key-foreground": ("footer-background", "block-hover-background"),
}
"""Every colour of text with the grounds that it stands on, by the names that styles use."""

SHAPES = {
    "model1": ("panel", "background"),
    "model2": ("panel", "background"),
    "model3": ("panel", "background"),
    "choice-highlight-background": ("choice-background",),
    "border": GROUNDS,
    "border-blurred": GROUNDS,
    "scrollbar": ("scrollbar-background",),
    "scrollbar-hover": ("scrollbar-background-hover",),
    "scrollbar-active": ("scrollbar-background-active",),
    "input-cursor-background": GROUNDS,
}
"""What must be seen but is not read."""

by_name = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
by_set = pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])


def resolved(theme: Theme) -> dict[str, str]:
    """The variables of styles, as an app with this theme works them out."""
    app: App[None] = App()
    app.register_theme(theme)
    app.theme = theme.name
    return app.get_css_variables()


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.1: 0.2126 R + 0.7152 G + 0.0722 B, of channels made linear.

    A channel c of 0..1 is c / 12.92 up to 0.03928, and ((c + 0.055) / 1.055) ** 2.4 above.
    """
    parsed = Color.parse(colour)
    assert parsed.a == 1, "what shines through has no contrast of its own"
    red, green, blue = (
        channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4 for channel in parsed.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.1: (L1 + 0.05) / (L2 + 0.05), L1 the lighter; 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(colours: dict[str, str], pairs: dict[str, tuple[str, ...]], least: float) -> list[str]:
    return [
        f"{text} on {ground}: {ratio:.2f}"
        for text, grounds in pairs.items()
        for ground in grounds
        if (ratio := contrast(colours[text], colours[ground])) < least
    ]


def test_contrast_is_measured_as_the_guideline_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # the well-known grey that just fails


@by_name
def test_text_can_be_read(theme: Theme) -> None:
    enhanced = theme.name == theme_name("contrast")
    assert too_faint(resolved(theme), TEXTS, 7 if enhanced else 4.5) == []


@by_name
def test_text_can_be_read_in_a_terminal_with_256_colours(theme: Theme) -> None:
    colours = resolved(theme)
    names = {*TEXTS, *(ground for grounds in TEXTS.values() for ground in grounds)}
    assert too_faint({name: in_256_colours(colours[name]) for name in names}, TEXTS, 4.5) == []


def in_256_colours(colour: str) -> str:
    """The colour that is drawn for it in such a terminal, as `#rrggbb`."""
    return Color.parse(colour).rich_color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex


@by_name
def test_bars_borders_and_the_highlight_can_be_seen(theme: Theme) -> None:
    assert too_faint(resolved(theme), SHAPES, 3) == []


@by_name
def test_every_colour_of_ours_is_checked(theme: Theme) -> None:
    grounds = {ground for pairs in (TEXTS, SHAPES) for group in pairs.values() for ground in group}
    ours = {name for name in theme.variables if name not in App().get_css_variables()}
    assert ours <= {*TEXTS, *SHAPES, *grounds}


@by_name
def test_bars_of_the_models_differ_in_hue_and_also_in_grey(theme: Theme) -> None:
    """An eighth of the colour circle or more, and a step in luminance for who sees no hue."""
    colours = resolved(theme)
    for one, other in itertools.combinations([colours[f"model{number}"] for number in (1, 2, 3)], 2):
        assert contrast(one, other) >= 1.25
        apart = abs(hue(one) - hue(other))
        assert min(apart, 1 - apart) >= 1 / 8


def hue(colour: str) -> float:
    return colorsys.rgb_to_hls(*Color.parse(colour).normalized)[0]


def test_every_preference_has_its_looks() -> None:
    hints = get_type_hints(Preferences)
    wanted = {theme_name(preference) for preference in get_args(hints["theme"])}
    assert wanted | {theme_name(projector_theme("dark"))} == {theme.name for theme in THEMES}
    assert [projector_theme(preference) for preference in get_args(hints["theme"])] == [
        "projector",
        "projector",
        "contrast",
    ]
    assert [glyphs(preference) for preference in get_args(hints["glyphs"])] == [UNICODE, ASCII]


@by_set
def test_a_sign_is_one_printable_cell(signs: Glyphs) -> None:
    assert [sign for sign in signs if len(sign) != 1 or cell_len(sign) != 1 or not sign.isprintable()] == []


def test_a_sign_of_ambiguous_width_is_one_that_consoles_have() -> None:
    consoles = {bytes([code]).decode("cp437") for code in range(256)}
    ambiguous = {sign for sign in UNICODE if unicodedata.east_asian_width(sign) not in {"N", "Na"}}
    assert ambiguous <= consoles


def test_the_ascii_set_is_ascii() -> None:
    assert "".join(ASCII).isascii()


@by_set
def test_meanings_that_stand_together_have_signs_of_their_own(signs: Glyphs) -> None:
    states = (signs.open, signs.present, signs.answered, signs.unknown, signs.clash, signs.unseen)
    founded = (signs.impression, signs.heard, signs.seen)
    groups = (
        (*states, *founded),
        (signs.marked, signs.unmarked),
        (signs.bar_full, signs.bar_empty),
        (signs.scale_filled, signs.scale_empty),
    )
    assert [group for group in groups if len(set(group)) < len(group)] == []
