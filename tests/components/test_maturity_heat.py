from __future__ import annotations

import re

import pytest

from components.maturity_heat import HeatColumn, heat_cell, heat_key, heat_table, ramp_place, words_table
from equity.team_maturity import TeamDomain, TeamMaturity
from tests.components.plain import cells, every, text
from tests.figures.sight import contrast
from tests.shared import REPOSITORY

LEVELS = (1, 2, 3, 4, 5)
CSS = (REPOSITORY / "assets" / "25-pages.css").read_text(encoding="utf-8")
RAMPS = dict(zip(("light", "dark"), zip(*re.findall(r"--level-\d: light-dark\((#\w{6}), (#\w{6})\)", CSS), strict=True), strict=True))
INKS = {"light": ("#1B1E23", "#FFFFFF"), "dark": ("#EFECE6", "#15171B")}


def domain(then: int | None, now: int | None, *, unsupported: bool = False) -> TeamDomain:
    return TeamDomain("within", "Within", then, now, unsupported)


def team(name: str, *domains: TeamDomain) -> TeamMaturity:
    return TeamMaturity(name.lower(), name, True, domains)


@pytest.mark.parametrize(
    ("cell", "said", "triangles"),
    [
        (domain(2, 3), "3, up one level", ["up"]),
        (domain(2, 4), "4, up two levels", ["up", "up"]),
        (domain(1, 3, unsupported=True), "3, up two levels, no evidence on file", ["up-hollow", "up-hollow"]),
        (domain(3, 2), "2, down one level", ["down"]),
        (domain(3, 3), "3, as at the start", []),
        (domain(None, 3), "3", []),
        # Three triangles say "far"; the words say how far.
        (domain(1, 8), "8, up seven levels", ["up"] * 3),
    ],
)
def test_a_cell_has_its_numeral_its_triangles_and_the_same_in_words(cell, said, triangles):
    found = heat_cell(cell, (1, 2, 3, 4, 5, 6, 7, 8))
    assert text(found) == said
    assert [one.className for one in every(found, "I")] == triangles


def test_a_domain_that_was_not_scored_has_mark_and_words_and_no_shade():
    found = heat_cell(domain(None, None), LEVELS)
    assert text(found) == "not scored"
    assert [one.className for one in every(found, "Span")] == ["blank", "mark mark-not_reported"]


def test_the_map_has_a_row_a_team_and_marks_the_readers_own():
    found = heat_table([team("A", domain(2, 3)), team("B", domain(None, 1))], [HeatColumn("In", "Within")], LEVELS, mine="b", caption="Levels")
    assert cells(found) == [["Team", "In"], ["A", "3, up one level"], ["B (my team)", "1"]]
    assert [row.className for row in every(found, "Tr")[1:]] == [None, "mine"]
    assert [one.title for one in every(found, "Th")[1:2]] == ["Within"]
    # A reader without a team has no row of its own, not even one without a name.
    assert every(heat_table([team("", domain(2, 3))], [], LEVELS, mine="", caption=""), "Tr")[1].className is None


@pytest.mark.parametrize(
    ("levels", "places"),
    [
        ((1, 2, 3, 4, 5), [0, 1, 2, 3, 4]),
        ((0, 1, 2), [0, 2, 4]),
        ((1, 2), [0, 4]),
        ((7,), [0]),
        # Places between the third and the fourth shade are moved to where text is legible.
        ((1, 2, 3, 4), [0, 4 / 3, 2.85, 4]),
        ((1, 2, 3, 4, 5, 6, 7, 8), [0, 4 / 7, 8 / 7, 12 / 7, 2.15, 20 / 7, 24 / 7, 4]),
    ],
)
def test_any_number_of_levels_spans_the_ramp(levels, places):
    assert [ramp_place(level, levels) for level in levels] == pytest.approx(places)


def test_a_level_that_the_framework_has_no_word_for_has_a_place_too():
    assert [ramp_place(level, LEVELS) for level in (0, 9)] == [0, 4]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("many", range(1, 12))
def test_every_numeral_is_legible_on_its_shade(theme, many):
    levels = tuple(range(1, many + 1))
    ramp, inks = RAMPS[theme], INKS[theme]
    for level in levels:
        cell = every(heat_cell(domain(None, level), levels), "Span")[0]
        high, share, low = re.search(r"level-(\d)\) (\d+)%, var\(--level-(\d)", cell.style["--shade"]).groups()
        ground = mixed(ramp[int(high) - 1], ramp[int(low) - 1], int(share) / 100)
        assert contrast(ground, inks["level-deep" in cell.className]) >= 4.5


def mixed(one: str, other: str, share: float) -> str:
    """What color-mix in srgb makes of two colours."""
    pairs = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(share * first + (1 - share) * second):02X}" for first, second in pairs)


def test_the_same_stands_in_words_in_a_table_that_nobody_can_sort():
    found = words_table([team("A", domain(2, 3)), team("B", domain(None, None))], [HeatColumn("In", "Within")], caption="Levels")
    assert cells(found) == [["Team", "Within"], ["A", "3, up one level"], ["B", "not scored"]]
    assert every(found, "Button") == []


def test_the_key_tells_every_shade_and_triangle():
    key = heat_key([(1, "Not started"), (2, "Begun")])
    assert text(key) == "1Not started2Begunup one levelup, no evidence on filedown one level"
