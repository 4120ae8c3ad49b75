from __future__ import annotations

from dataclasses import replace

from data_access.releasing.build import release_of
from data_access.releasing.policy import SHARED_COUNTS
from data_access.releasing.table import NETWORK
from equity.counts import HIDDEN_COUNT, Count
from tests.data_access.releasing.small_tables import QUARTER, place, table

FIVE = "\n".join(
    f"{team}  all=100/200  black={small}/60  white={100 - small - 30}/90  unknown=30/50" for team, small in zip("ABCDE", (3, 30, 30, 30, 30), strict=True)
)
# Hides each small number by itself.
SMALL_ONLY = replace(SHARED_COUNTS, is_checked=False)


def hidden_cells(release) -> set[str]:
    table = release.table
    return {f"{team}:{code}" for team in table.teams for _, code in table.columns if release.hidden[place(table, team, code)]}


def test_counts_are_shown_as_they_are_and_small_ones_are_hidden_whole():
    release = release_of(table(FIVE), SMALL_ONLY)
    assert release.count("B", "race", "black", QUARTER) == Count(30, 60)
    assert release.count("A", "race", "black", QUARTER) == HIDDEN_COUNT
    assert hidden_cells(release) == {"A:black"}


def test_a_single_hole_gets_company_in_its_team_and_two_more_teams_in_its_row():
    release = release_of(table(FIVE), SHARED_COUNTS)
    hidden = hidden_cells(release)
    for group_code in {cell.partition(":")[2] for cell in hidden} - {"others:black"}:
        assert sum(f"{team}:{group_code}" in hidden for team in "ABCDE") >= 3
    for team in {cell.partition(":")[0] for cell in hidden} - {NETWORK}:
        assert sum(f"{team}:{group_code}" in hidden for group_code in ("black", "white", "unknown")) >= 2


def test_without_the_rule_for_insiders_two_teams_are_enough():
    few = release_of(table(FIVE), replace(SHARED_COUNTS, guards_insiders=False))
    assert few.hidden.sum() < release_of(table(FIVE), SHARED_COUNTS).hidden.sum()


def test_a_pool_is_shown_where_it_follows_from_what_is_shown():
    release = release_of(table(FIVE), SHARED_COUNTS)
    shown = [team for team in "ABCDE" if not release.hidden[place(release.table, team, "others:black")]]
    # Everyone, the focus group and the unknown are shown, so all others follow; or the one group that they are is shown.
    for team in "ABCDE":
        seen = [not release.hidden[place(release.table, team, code)] for code in ("all", "black", "unknown", "white")]
        assert (team in shown) == (all(seen[:3]) or seen[3])
    assert shown


def test_a_whole_that_is_small_hides_a_part():
    release = release_of(table("A all=5/9 black=3/5 white=2/4 \n B all=0/40 black=0/20 white=0/20 \n C all=0/40 black=0/20 white=0/20"), SHARED_COUNTS)
    assert release.hidden[place(release.table, "A", "all")]
    assert release.hidden[place(release.table, NETWORK, "all")]
    assert any(release.hidden[place(release.table, team, "all")] for team in "BC")
