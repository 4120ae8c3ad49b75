from __future__ import annotations

import pytest

from figures.maturity import FOOT, HEAD, RADAR_HEIGHT, ROW, DomainLevels, maturity_levels_figure, maturity_radar_figure
from figures.theme import INK, PAPER
from tests.figures.reading import checked, is_empty_saying, named, narrow, said, strings
from tests.figures.trends import ESCAPED, NASTY

LEVELS = [(1, "Not started"), (2, "Planned"), (3, "Tried"), (4, "Spread"), (5, "Sustained")]
DATA = DomainLevels("Data and measurement", 2, 4)
TRUST = DomainLevels("Community trust", 3, 3)
LAW = DomainLevels("Law", None, 1)
MONEY = DomainLevels("Money", None, None)


def radar(*domains):
    return checked(maturity_radar_figure(domains, highest=5))


def rows(*domains):
    return checked(maturity_levels_figure(domains, LEVELS))


def test_a_radar_has_two_closed_outlines_in_the_frameworks_order():
    figure = radar(DATA, TRUST, LAW)
    assert [trace["name"] for trace in figure["data"]] == ["Then", "Now"]
    names = ["Data and<br>measurement", "Community trust", "Law"]
    assert named(figure, "Now")["theta"] == [*names, names[0]]
    assert named(figure, "Now")["r"] == [4, 3, 1, 4]


def test_a_domain_that_nobody_scored_leaves_the_outline_open():
    then = named(radar(DATA, TRUST, LAW), "Then")
    assert then["r"] == [2, 3, None, 2]
    assert then["connectgaps"] is False
    assert then["text"][2] == "<b>Law</b><br>Then: not scored"


def test_then_is_dashed_and_hollow_now_solid_and_filled():
    figure = radar(DATA, TRUST, LAW)
    then, now = named(figure, "Then"), named(figure, "Now")
    assert (then["line"]["dash"], then["marker"]["color"], then["marker"]["line"]["color"]) == ("3px,3px", PAPER, INK)
    assert (now["line"]["dash"], now["marker"]["color"]) == ("solid", INK)
    assert "fill" not in then and "fill" not in now


def test_an_outline_says_domain_time_and_level():
    assert named(radar(DATA, TRUST, LAW), "Now")["text"][0] == "<b>Data and<br>measurement</b><br>Now: level 4"


def test_level_nought_is_a_level():
    figure = radar(DomainLevels("Data", 0, 1), TRUST, LAW)
    assert named(figure, "Then")["text"][0] == "<b>Data</b><br>Then: level 0"


def test_rings_are_numbered_where_no_mark_stands():
    axis = radar(DATA, TRUST, LAW)["layout"]["polar"]["radialaxis"]
    # data stands on 2 and 4 along the first axis, 5 would touch its name, and at 1 the outline passes on its way to law
    assert [text.strip("\u00a0") for text in axis["ticktext"]] == ["", "", "3", "", ""]
    assert (axis["tickvals"], axis["range"]) == ([1, 2, 3, 4, 5], [0, 5])


def test_no_ring_number_stands_where_an_outline_passes():
    # A ring is 27 px wide. From 109 px on the first axis the outline falls to (-24, -14) on the last: 16 px left of the axis it is 26 px high.
    axis = radar(DomainLevels("A", None, 4), TRUST, DomainLevels("B", None, 1))["layout"]["polar"]["radialaxis"]
    assert [text.strip("\u00a0") for text in axis["ticktext"]] == ["", "2", "3", "", ""]
    # An outline that ends at the middle leaves no line to pass, one that is open neither.
    for last in (DomainLevels("B", None, 0), DomainLevels("B", None, None)):
        axis = maturity_radar_figure([DomainLevels("A", None, 5), TRUST, LAW, last], highest=5)["layout"]["polar"]["radialaxis"]
        assert [text.strip("\u00a0") for text in axis["ticktext"]] == ["1", "2", "3", "4", ""]


def test_domains_named_by_numbers_stay_names():
    assert radar(*(DomainLevels(str(number), 1, 2) for number in (1, 2, 3)))["layout"]["polar"]["angularaxis"]["type"] == "category"


def test_a_phones_radar_breaks_names_earlier_on_both_outlines():
    phone = narrow(radar(DATA, TRUST, LAW))
    for trace in phone["data"]:
        assert trace["theta"] == ["Data and<br>measurement", "Community<br>trust", "Law", "Data and<br>measurement"]
    assert phone["layout"]["margin"]["l"] == 84


# two, three and four scored domains
@pytest.mark.parametrize(("domains", "empty"), [([DATA, TRUST, MONEY], True), ([DATA, TRUST, LAW], False), ([DATA, TRUST, LAW, DATA], False)])
def test_a_radar_needs_three_scored_domains(domains, empty):
    figure = maturity_radar_figure(domains, highest=5)
    assert (figure["data"] == []) is empty
    assert figure["layout"]["height"] == RADAR_HEIGHT


@pytest.mark.parametrize("domains", [[], [MONEY]])
def test_without_any_score_both_figures_say_so(domains):
    assert is_empty_saying(maturity_radar_figure(domains, highest=5), "A radar needs three scored domains or more.")
    assert is_empty_saying(maturity_levels_figure(domains, LEVELS), "No team has been scored on this framework yet.")


def test_a_dumbbell_has_its_step_and_both_ends():
    step, then, now = rows(DATA)["data"]
    assert (step["mode"], step["x"], step["y"]) == ("lines", [2, 4], [0, 0])
    assert (then["x"], then["marker"]["color"], then["marker"]["line"]["color"]) == ([2], PAPER, INK)
    assert (now["x"], now["marker"]["color"]) == ([4], INK)
    assert [then["text"], now["text"]] == [["<b>Data and measurement</b><br>Then: level 2"], ["<b>Data and measurement</b><br>Now: level 4"]]


def test_a_domain_scored_once_has_one_mark_and_an_unscored_one_none():
    figure = rows(LAW, MONEY)
    assert [(trace["x"], trace["y"]) for trace in figure["data"]] == [([1], [0])]


def test_a_domain_scored_at_the_start_alone_has_its_hollow_mark():
    figure = rows(DATA, DomainLevels("Law", 2, None))
    assert [(trace["x"], trace["y"]) for trace in figure["data"]][3:] == [([2], [1])]


def test_rows_stand_from_the_top_on_the_frameworks_levels():
    layout = rows(DATA, TRUST, LAW)["layout"]
    assert layout["height"] == HEAD + FOOT + 3 * ROW
    assert layout["yaxis"]["range"] == [2.5, -0.5]
    assert layout["xaxis"]["range"] == [0.7, 5.3]
    assert layout["xaxis"]["ticktext"][:2] == ["<b>1</b> not started", "<b>2</b> planned"]


def test_domains_are_named_left_of_their_rows():
    names = rows(DATA, TRUST)["layout"]["annotations"]
    assert [(name["text"], name["y"], name["xshift"]) for name in names] == [("Data and measurement", 0, -210), ("Community trust", 1, -210)]


def test_a_phone_names_domains_over_their_rows_and_levels_by_number():
    phone = narrow(rows(DATA, TRUST))["layout"]
    assert [(name["text"], name["y"]) for name in phone["annotations"]] == [("Data and measurement", -0.38), ("Community trust", 0.62)]
    assert phone["xaxis"]["ticktext"] == [f"<b>{level}</b>" for level in (1, 2, 3, 4, 5)]
    assert phone["xaxis"]["range"] == [0.7, 5.3]


def test_names_of_domains_and_levels_are_no_markup():
    domain = DomainLevels(NASTY.replace(" ", ""), 1, 2)
    for figure in (radar(domain, TRUST, LAW), checked(maturity_levels_figure([domain], [(1, "<i>a</i>"), (2, "b")]))):
        assert [text for text in strings(figure) if "<script" in text or "<i>" in text] == []
    assert any(ESCAPED.split(" ")[0] in text for text in said(rows(domain)))


def test_a_level_says_what_a_team_is_scored_against():
    figure = rows(DomainLevels("Data", 2, 3, "Numbers are shared with the people they are about."), TRUST)
    told = [text for trace in figure["data"] for text in trace.get("text", [])]
    assert "<b>Data</b><br>Now: level 3<br>Numbers are shared with the people they are about." in told
    assert "<b>Community trust</b><br>Now: level 3" in told


# Three and eight domains, as other frameworks have; two levels and nine.
@pytest.mark.parametrize(("many", "highest"), [(3, 5), (8, 5), (3, 2), (8, 9)])
def test_a_framework_of_another_size_is_drawn_as_well(many, highest):
    domains = [DomainLevels(f"Domain number {number}", 1, highest) for number in range(1, many + 1)]
    figure = checked(maturity_radar_figure(domains, highest=highest))
    assert len(named(figure, "Now")["theta"]) == many + 1
    rings = [text.strip("\u00a0") for text in figure["layout"]["polar"]["radialaxis"]["ticktext"]]
    assert len(rings) == highest
    assert sum(map(bool, rings)) <= 5
    levels = checked(maturity_levels_figure(domains, [(level, f"Word {level}") for level in range(1, highest + 1)]))
    assert levels["layout"]["height"] == HEAD + FOOT + many * ROW


def test_domains_that_would_be_called_alike_at_the_corners_are_numbered():
    long = "Strategies that address the many causes of poor health"
    names = named(radar(DomainLevels(f"{long} here", 1, 2), DomainLevels(f"{long} there", 1, 2), LAW), "Now")["theta"]
    assert (names[0].split(" ")[0], names[1].split(" ")[0], names[2]) == ("1", "2", "Law")
    assert all(name.count("<br>") <= 2 for name in names)
    # One word that is longer than every cut.
    assert len(named(radar(DomainLevels("x" * 60, 1, 2), TRUST, LAW), "Now")["theta"][0]) <= 20


def test_levels_have_their_words_where_there_is_room_for_all():
    def words(levels):
        return maturity_levels_figure([DATA], levels)["layout"]["xaxis"]["ticktext"]

    assert words([(1, "Institutionalised here"), (2, "B")]) == ["<b>1</b>", "<b>2</b>"]
    assert words([(number, "Word") for number in range(6)]) == [f"<b>{number}</b>" for number in range(6)]


def test_network_and_team_can_stand_in_place_of_then_and_now():
    figure = checked(maturity_radar_figure([DATA, TRUST, LAW], highest=5, series=("Network", "<i>Cedar</i> Hollow")))
    assert [trace["name"] for trace in figure["data"]] == ["Network", "&lt;i&gt;Cedar&lt;/i&gt; Hollow"]
    told = [text for trace in maturity_levels_figure([DATA], LEVELS, series=("Network", "Cedar Hollow"))["data"] for text in trace.get("text", [])]
    assert told == ["<b>Data and measurement</b><br>Network: level 2", "<b>Data and measurement</b><br>Cedar Hollow: level 4"]
