from __future__ import annotations

from datetime import date
from math import nan

import pytest

from equity.periods import periods_between
from figures.peer_lines import MINE, NETWORK, PEER, PeerLine, peer_lines_figure
from figures.theme import INK, INK3, LAMP
from tests.figures.reading import checked, is_empty_saying, named, narrow, said
from tests.figures.trends import NASTY, event

PERIODS = tuple(periods_between(date(2024, 1, 1), date(2025, 12, 31), "quarter"))
WORDS = tuple(period.label for period in PERIODS)
EVENTS = [event("convening", 1, date(2024, 5, 1)), event("convening", 2, date(2030, 1, 1)), event("action_period", 1, date(2024, 5, 2), date(2024, 9, 1))]


def line_like(name, kind, *values):
    return PeerLine(name, (*values, *[values[-1]] * (len(PERIODS) - len(values))), WORDS, kind)


ASH, NET, OURS = line_like("Ash", PEER, 12.0, 10.0, 8.0), line_like("Network", NETWORK, 11.0, 9.0), line_like("Mine", MINE, 14.0, 13.0, 9.5)


def drawn(*lines, is_ratio=False, periods=PERIODS, events=EVENTS):
    return checked(peer_lines_figure(lines, periods, events, is_ratio=is_ratio))


def test_mine_is_thick_with_lamp_marks_and_on_top_peers_thin_the_network_dashed():
    figure = drawn(OURS, ASH, NET)
    assert [trace["name"] for trace in figure["data"]] == ["Ash", "Network", "Mine"]
    mine, ash, network = (named(figure, name) for name in ("Mine", "Ash", "Network"))
    assert (mine["line"]["width"], mine["marker"]["color"], mine["line"]["color"]) == (3.2, LAMP, INK)
    assert (ash["line"]["width"], ash["line"]["color"]) == (1.3, INK3)
    assert (network["mode"], network["line"]["dash"]) == ("lines", "6px,4px")


def test_every_line_is_named_at_its_end_and_mine_in_bold():
    figure = drawn(OURS, ASH, NET)
    names = {one["text"]: one["y"] for one in figure["layout"]["annotations"] if one["xanchor"] == "left"}
    assert set(names) == {"<b>Mine</b>", "Ash", "Network"}
    heights = sorted(names.values())
    # 19 pixels apart on a plot of 344
    assert min(high - low for low, high in zip(heights, heights[1:], strict=False)) * 344 >= 19 - 1e-6


def test_convenings_of_these_periods_are_lines_with_their_numbers():
    figure = drawn(OURS)
    assert [shape["x0"] for shape in figure["layout"]["shapes"] if shape["yref"] == "paper"] == ["2024-05-01"]
    assert "Conv. 1" in said(figure)
    assert "<b>1</b>" in said(narrow(figure))


def test_no_gap_is_a_line_and_always_within_the_axis():
    figure = drawn(OURS, ASH)
    low, high = figure["layout"]["yaxis"]["range"]
    assert low < 0 < high
    assert [shape["y0"] for shape in figure["layout"]["shapes"] if shape["xref"] == "paper"] == [0]


def test_a_line_is_broken_where_there_is_no_gap_and_a_point_alone_gets_a_mark():
    broken = PeerLine("Ash", (12.0, nan, 9.0, nan, *[nan] * 4), WORDS, PEER)
    ash = named(drawn(OURS, broken), "Ash")
    assert ash["y"][:4] == [12, None, 9, None]
    assert ash["marker"]["size"] == [5, 0, 5, 0, 0, 0, 0, 0]


def test_a_line_without_any_gap_has_no_name():
    empty = PeerLine("Ash", (nan,) * len(PERIODS), WORDS, PEER)
    assert "Ash" not in said(drawn(OURS, empty))


def test_ratios_lie_on_a_log_scale():
    figure = drawn(line_like("Mine", MINE, 2.0, 1.0), is_ratio=True)
    assert named(figure, "Mine")["y"][:2] == pytest.approx([0.30103, 0])
    assert "1" in figure["layout"]["yaxis"]["ticktext"]


def test_many_periods_have_smaller_marks():
    many = tuple(periods_between(date(2001, 1, 1), date(2020, 12, 31), "half-year"))
    lines = [PeerLine("Mine", (10.0,) * len(many), ("",) * len(many), MINE)]
    assert named(drawn(*lines, periods=many), "Mine")["marker"]["size"] == 6
    assert named(drawn(OURS), "Mine")["marker"]["size"] == 9


def test_long_names_are_shortened_more_on_a_phone_and_names_are_text():
    figure = drawn(line_like("Very Long Named Hospital of the North", PEER, 3.0), line_like(NASTY, MINE, 5.0))
    wide, short = ([text for text in said(form) if text.startswith("Very")] for form in (figure, narrow(figure)))
    assert (wide, short) == (["Very Long Named…"], ["Very Long Named…"]) or len(short[0]) < len(wide[0])
    assert "<script" not in "".join(said(figure))


def test_all_at_no_gap_still_have_a_scale():
    low, high = drawn(line_like("Mine", MINE, 0.0))["layout"]["yaxis"]["range"]
    assert low < 0 < high


def test_without_any_gap_the_figure_says_so():
    assert is_empty_saying(peer_lines_figure([], PERIODS, EVENTS, is_ratio=False), "No gap can be shown in any period.")
    empty = PeerLine("Ash", (nan,) * len(PERIODS), WORDS, PEER)
    assert is_empty_saying(peer_lines_figure([empty], PERIODS, EVENTS, is_ratio=True), "No gap can be shown in any period.")
