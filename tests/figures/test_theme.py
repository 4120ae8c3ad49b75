from __future__ import annotations

import csv
import re

import pytest
from plotly.offline import get_plotlyjs_version

from figures.theme import (
    FAR_PALETTE,
    FAR_TOKENS,
    FONT,
    GRID,
    GROUP_MARKS,
    INK,
    LAMP,
    LAMPWASH,
    PALETTE,
    PALETTES,
    PAPER,
    REFERENCE_MARK,
    RULE,
    TEXT,
    TOKENS,
    UNKNOWN_MARK,
    WASH,
    base_layout,
    empty_figure,
    faded,
    group_mark,
    time_axis,
    value_axis,
)
from tests.figures.reading import checked, is_empty_saying
from tests.figures.sight import SIGHTS, contrast, least_distance
from tests.shared import REPOSITORY

CSS = (REPOSITORY / "assets" / "10-tokens.css").read_text(encoding="utf-8")
BUNDLE = REPOSITORY / "assets" / "vendor" / "plotly-custom.min.js"
CSS_TOKENS = {name: (light, dark) for name, light, dark in re.findall(r"--([a-z0-9-]+): light-dark\((#\w{6}), (#\w{6})\);", CSS)}
# What may stand on the two papers: index 0 light, 1 dark.
PAPERS = TOKENS["paper"]
MARKS = (*GROUP_MARKS, UNKNOWN_MARK)


@pytest.mark.parametrize("name", TOKENS)
def test_css_and_theme_hold_one_value_for_every_token(name):
    assert CSS_TOKENS[name] == TOKENS[name]


def test_every_light_value_has_one_dark_value():
    lights = [light for light, _ in TOKENS.values()] + [mark.light for mark in MARKS]
    assert len(set(lights)) == len(lights) == len(PALETTE)
    assert PALETTE[REFERENCE_MARK.light] == REFERENCE_MARK.dark
    assert {PALETTE[mark.light] for mark in MARKS} == {mark.dark for mark in MARKS}


@pytest.mark.parametrize("name", FAR_TOKENS)
def test_css_and_theme_hold_one_value_for_the_projector(name):
    (rule,) = re.findall(r':root\[data-theme="projector"\] \{([^}]*)\}', CSS)
    assert f"--{name}: {FAR_TOKENS[name]};" in rule


def test_from_afar_text_has_seven_to_one_and_no_two_groups_become_one():
    grounds = {PAPER, WASH, RULE, GRID, LAMP, LAMPWASH}
    seen = {light: FAR_PALETTE.get(light, light) for light in PALETTE if light not in grounds}
    texts = [*(light for name, (light, _) in TOKENS.items() if light not in grounds), *(mark.text for mark in MARKS)]
    assert {text: contrast(seen[text], PAPER) for text in texts if contrast(seen[text], PAPER) < 7} == {}
    assert len(set(seen.values())) == len(seen)
    assert PALETTES == {"dark": PALETTE, "projector": FAR_PALETTE}


def test_every_colour_is_written_as_the_pages_script_reads_it():
    assert [colour for pair in PALETTE.items() for colour in pair if not re.fullmatch(r"#[0-9A-F]{6}", colour)] == []


@pytest.mark.parametrize("mark", [*MARKS, REFERENCE_MARK], ids=lambda mark: mark.light)
def test_every_line_stands_out_from_the_paper(mark):
    assert contrast(mark.light, PAPERS[0]) >= 3
    assert contrast(mark.dark, PAPERS[1]) >= 3


@pytest.mark.parametrize("mark", [*MARKS, REFERENCE_MARK], ids=lambda mark: mark.light)
def test_every_label_is_legible(mark):
    assert contrast(mark.text, PAPERS[0]) >= 4.5
    assert contrast(PALETTE[mark.text], PAPERS[1]) >= 4.5


@pytest.mark.parametrize("name", ["ink", "ink2", "ink3"])
def test_every_ink_is_legible_on_paper_and_wash(name):
    for ground in ("paper", "wash"):
        assert contrast(TOKENS[name][0], TOKENS[ground][0]) >= 4.5
        assert contrast(TOKENS[name][1], TOKENS[ground][1]) >= 4.5


def test_a_label_has_its_groups_colour_unless_that_is_too_light_to_read():
    in_ink = [mark.light for mark in MARKS if mark.text == INK]
    assert in_ink == [mark.light for mark in MARKS if contrast(mark.light, PAPERS[0]) < 4.5]
    assert all(mark.text == mark.light for mark in MARKS if mark.light not in in_ink)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("side", ["light", "dark"])
def test_groups_differ_for_every_kind_of_sight(sight, side):
    assert least_distance([getattr(mark, side) for mark in GROUP_MARKS], sight) >= 8


def test_groups_differ_without_any_colour():
    assert len({mark.dash for mark in MARKS}) == len(MARKS)
    assert len({mark.marker for mark in MARKS}) == len(MARKS)


@pytest.mark.parametrize(
    ("position", "kind", "mark"),
    [
        (1, "group", GROUP_MARKS[0]),
        (7, "group", GROUP_MARKS[6]),
        # an eighth group begins again
        (8, "group", GROUP_MARKS[0]),
        (8, "unknown", UNKNOWN_MARK),
        (9, "declined", UNKNOWN_MARK),
    ],
)
def test_a_group_has_the_mark_of_its_position(position, kind, mark):
    assert group_mark(position, kind) == mark


def test_groups_of_the_demo_network_stand_in_alphabetical_order():
    with (REPOSITORY / "seed_data" / "demo" / "groups.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["stratifier_id"] == "race_ethnicity" and row["kind"] == "group"]
    labels = [row["label"] for row in sorted(rows, key=lambda row: int(row["position"]))]
    assert len(labels) == len(GROUP_MARKS)
    assert labels == sorted(labels)


# 0x14 = 20, 0x43 = 67, 0x09 = 9
@pytest.mark.parametrize(("share", "written"), [(0.16, "rgba(20,67,9,0.16)"), (1, "rgba(20,67,9,1)"), (0, "rgba(20,67,9,0)")])
def test_a_faded_colour_keeps_its_three_numbers(share, written):
    assert faded("#144309", share) == written


def test_every_figure_leaves_paper_and_colour_scheme_to_the_page():
    layout = base_layout(300, margin={"l": 40})
    assert layout["height"] == 300
    assert layout["margin"] == {"l": 40, "r": 0, "t": 0, "b": 0, "pad": 0}
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == "rgba(0,0,0,0)"
    assert (layout["font"]["family"], layout["font"]["size"], layout["showlegend"]) == (FONT, TEXT, False)
    assert layout["hoverlabel"]["bgcolor"] == PAPER
    checked({"data": [], "layout": layout})


@pytest.mark.parametrize("axis", [value_axis, time_axis])
def test_an_axis_cannot_be_dragged_and_takes_any_option(axis):
    assert axis()["fixedrange"] is True
    assert axis(range=[0, 1], showline="mine") == axis() | {"range": [0, 1], "showline": "mine"}


def test_a_value_axis_has_a_grid_and_a_time_axis_a_line():
    assert (value_axis()["showline"], time_axis()["showline"], time_axis()["showgrid"], time_axis()["type"]) == (False, True, False, "date")


def test_an_empty_figure_says_why():
    figure = empty_figure("Nothing is here.", height=99)
    assert is_empty_saying(figure, "Nothing is here.")
    assert figure["layout"]["height"] == 99
    assert empty_figure("Nothing is here.")["layout"]["height"] == 160


def test_the_bundle_in_assets_is_the_version_that_figures_are_checked_against():
    with BUNDLE.open(encoding="utf-8") as file:
        first = file.readline()
    assert re.search(r"plotly\.js v(\S+):", first).group(1) == get_plotlyjs_version()
