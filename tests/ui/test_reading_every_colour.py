"""The two palettes of UX 2.18 keep their contrast, and the style sheet leaves no gap (Y22)."""

import re

import pytest

from ouderapp.base.paths import resources_folder
from ouderapp.ui.palette import DARK, LIGHT, PAIRS, PART, TEXT, Palette, contrast
from ouderapp.ui.style import Measures, style_sheet

both = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda colours: colours.name)


@both
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_each_pair_can_be_read_in_both_schemes(
    colours: Palette, front: str, back: str, least: float
) -> None:
    """Y22, U04."""
    assert contrast(getattr(colours, front), getattr(colours, back)) >= least


@both
def test_a_capital_stands_out_on_its_surface(colours: Palette) -> None:
    assert min(contrast(colour, colours.surface) for colour in colours.capitals.values()) >= PART


@both
def test_the_words_on_each_step_of_the_heat_map_can_be_read(colours: Palette) -> None:
    pairs = zip(colours.heat, colours.heat_text, strict=True)

    assert min(contrast(step, text) for step, text in pairs) >= TEXT


def test_black_on_white_is_the_greatest_contrast_there_is() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@both
def test_the_style_sheet_fills_every_name_in(colours: Palette) -> None:
    assert re.findall(r"@\w+", style_sheet(colours, Measures())) == []


@both
def test_the_marks_of_the_style_sheet_have_the_colours_of_the_palette(colours: Palette) -> None:
    folder = resources_folder() / "icons" / "marks" / colours.name

    drawn = {re.search(r"#\w{6}", mark.read_text())[0] for mark in folder.glob("*.svg")}  # type: ignore[index]

    assert drawn == {colours.muted, colours.on_accent}


def test_a_style_sheet_for_larger_text_has_larger_letters_and_fields() -> None:
    plain, large = style_sheet(LIGHT, Measures(100)), style_sheet(LIGHT, Measures(200))

    assert "font-size: 10.5pt" in plain
    assert "font-size: 21.0pt" in large
    assert "min-height: 56px" in large
