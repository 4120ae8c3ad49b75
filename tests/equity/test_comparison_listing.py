from __future__ import annotations

from equity.comparison_listing import change_listing, comparison_listing, funnel_listing, lines_listing, peers_listing
from equity.peers import Peers
from tests.equity.comparing import compared, pair, team_like

TEAMS = """
    Ash    core 450/1000 650/1000 | 600/1000 700/1000
    Birch  core 500/1000 700/1000
    Cedar  own  600/1000 700/1000
    Elm    core hidden 700/1000
    Fern   none
"""


def rows(listing):
    """Every row by column name."""
    return [dict(zip(listing.head, row, strict=True)) for row in listing.rows]


def test_the_table_gives_both_rates_the_gap_and_how_it_stands():
    found = compared(TEAMS)
    states = {one.team.team_id: ("closing", None) if one.team.name == "Ash" else (None, "hidden") for one in found.teams}
    ash, birch, cedar, elm, fern = rows(comparison_listing(found, found.teams, states))
    assert (ash["team"], ash["sector"], ash["setting"], ash["standing"]) == ("Ash", "Hospital", "urban", "core")
    assert (ash["focus_numerator"], ash["focus_denominator"], ash["focus_rate"], ash["reference_rate"], ash["gap"]) == (600, 1000, 60, 70, 10)
    assert (ash["against_network"], ash["verdict"], ash["verdict_blank"], ash["steady"]) == ("not told apart", "closing", "", "yes")
    assert (birch["against_network"], birch["gap_low_95"] < birch["gap"] < birch["gap_high_95"]) == ("larger", True)
    # An own measure is held against nothing.
    assert (cedar["standing"], cedar["against_network"]) == ("own", "")
    assert (elm["gap"], elm["blank"], elm["verdict_blank"], elm["reference_rate"]) == (None, "hidden", "hidden", 70)
    assert (fern["standing"], fern["blank"]) == ("does not work on it", "does not apply")


def test_the_funnels_file_says_where_each_rate_lies():
    ash, birch, _, elm, fern = rows(funnel_listing(compared(TEAMS)))
    assert (ash["rate"], ash["network_rate"], ash["limits"], ash["side"]) == (60, 60, "within", 0)
    assert (birch["limits"], birch["side"]) == ("beyond 99.8 %", -1)
    assert (elm["rate"], elm["blank"], elm["limits"]) == (None, "hidden", "not assessed")
    assert (fern["standing"], fern["blank"]) == ("does not work on it", "does not apply")


def test_without_a_network_there_is_no_common_rate():
    assert {row["network_rate"] for row in rows(funnel_listing(compared(TEAMS, network="")))} == {None}


def test_the_file_of_changes_says_who_changed_and_why_others_did_not():
    ash, birch, _, elm, _ = rows(change_listing(compared(TEAMS)))
    assert (ash["change_in_level"], ash["change_in_gap_size"]) == (10, -10)
    assert (ash["level"], ash["gap"], ash["levelled_down"], ash["crossed_zero"], ash["blank"]) == ("better", "better", "no", "no", "")
    assert (birch["change_in_level"], birch["blank"]) == (None, "no earlier period has a gap")
    assert elm["blank"] == "hidden"


def test_the_file_of_lines_has_a_row_a_line_and_period():
    found = rows(lines_listing([("ash", "Ash", pair("450/1000 650/1000 | 600/1000 700/1000")), ("", "Network", pair("600/1000 700/1000"))], compared(TEAMS)))
    assert [(row["team"], row["period"], row["gap"]) for row in found] == [
        ("Ash", "Q1 2024", 20),
        ("Ash", "Q2 2024", 10),
        ("Network", "Q1 2024", None),
        ("Network", "Q2 2024", 10),
    ]


def test_the_file_of_peers_says_why_each_is_one():
    peers = Peers((team_like("birch"),), (("sector", "Hospital"), ("setting", "urban")), ("cohort",))
    alike, pinned = rows(peers_listing(team_like("ash"), peers, [team_like("cedar")]))
    assert (alike["team"], alike["why"], alike["shared"], alike["like"]) == ("Birch", "alike", "sector: Hospital; setting: urban", "Ash")
    assert (pinned["team"], pinned["why"]) == ("Cedar", "pinned")


def test_without_a_team_of_ones_own_only_pins_are_listed():
    (pinned,) = rows(peers_listing(None, None, [team_like("cedar")]))
    assert (pinned["team"], pinned["shared"], pinned["like"]) == ("Cedar", "", "")
