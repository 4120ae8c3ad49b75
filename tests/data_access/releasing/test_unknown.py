from __future__ import annotations

import numpy as np
import pytest

from data_access.releasing.build import release_of
from data_access.releasing.policy import PUBLIC_DATA, ROUNDED, SHARED_COUNTS, Policy
from data_access.releasing.released import Release
from data_access.releasing.shares import share_table
from data_access.releasing.table import NETWORK, TOTAL, Groups, Subject
from data_access.releasing.unknown import share_release
from equity.counts import HIDDEN_COUNT, Count
from tests.data_access.releasing.small_tables import QUARTER, RACE, table

TWO_UNKNOWN = Groups("race", ("black", "white"), ("unknown", "declined"))
LARGE = "\n".join(f"{team}  all=300/600  black=100/200  white=100/200  unknown=100/200" for team in "ABCD")


def counts(written: str, groups: Groups = RACE) -> dict[str, list[int]]:
    """Numerator, rest and denominator of each team's share."""
    share = share_table(table(written, groups=(groups,)), groups)
    return {team: share.counts[:, at, 0, 0].tolist() for at, team in enumerate(share.teams) if share.reported[at, 0, 0]}


def shares(written: str, policy: Policy = ROUNDED, previous: Release | None = None, groups: Groups = RACE) -> Release:
    release = release_of(table(written, groups=(groups,)), policy)
    return share_release(share_table(release.table, groups), release, groups, previous)


def said(release: Release) -> str:
    """The teams of which something is said, N for the network."""
    return "".join("N" if team == NETWORK else team for team in release.table.teams if release.said[release.table.teams.index(team), 0, 0])


def test_people_of_unknown_groups_are_counted_over_everyone():
    found = counts("A all=60/100 black=20/40 white=30/40 unknown=5/12 declined=5/8 \n B all=30/50 black=10/20 white=10/15 unknown=10/15", TWO_UNKNOWN)
    # 12 + 8 of 100; 15 of 50; together 35 of 150.
    assert found == {"A": [20, 80, 100], "B": [15, 35, 50], NETWORK: [35, 115, 150]}


def test_without_a_total_everyone_is_known_and_unknown_together():
    assert counts("A black=20/40 white=30/45 unknown=10/15")["A"] == [15, 85, 100]


def test_everyone_is_never_fewer_than_the_unknown():
    # Groups may be reported for other months than everyone.
    assert counts("A all=20/40 unknown=20/60")["A"] == [60, 0, 60]


def test_who_reports_no_unknown_group_has_no_share():
    assert set(counts("A all=60/100 unknown=10/15 \n B all=50/90 black=20/30")) == {"A", NETWORK}
    assert share_table(table("A all=60/100 black=60/100"), RACE) is None


def test_teams_that_are_not_summed_up_have_no_share_of_a_network():
    share = share_table(table("A all=60/100 unknown=10/15", subject=Subject("bp", is_summed=False)), RACE)
    assert not share.shown[-1].any()


def test_a_share_is_rounded_like_any_percent():
    release = shares(LARGE)
    assert said(release) == "ABCDN"
    count = release.count("A", *TOTAL, QUARTER)
    # 200 of 600.
    assert (count.band.lowest, count.numerator / count.denominator) == (500, pytest.approx(0.33))
    assert shares(LARGE, SHARED_COUNTS).count("A", *TOTAL, QUARTER) == Count(200, 600)


@pytest.mark.parametrize("policy", [ROUNDED, SHARED_COUNTS], ids=lambda policy: policy.name)
def test_a_share_is_hidden_where_an_unknown_group_is(policy):
    # 4 of 200: the share would tell that they are 33 % of everyone.
    written = LARGE.replace("A  all=300/600  black=100/200  white=100/200  unknown=100/200", "A  all=204/600  black=100/200  white=100/200  unknown=4/200")
    release = shares(written, policy)
    assert "A" not in said(release)
    assert release.count("A", *TOTAL, QUARTER) == HIDDEN_COUNT


def test_a_share_is_hidden_where_everyone_is():
    # All but 8 of everyone have the event.
    assert said(shares(LARGE.replace("A  all=300/600", "A  all=592/600"))) == "BCDN"


def test_without_a_total_a_share_is_hidden_where_any_group_is():
    assert said(shares("A black=100/200 white=4/200 unknown=100/200 \n B black=100/200 white=100/200 unknown=100/200"))[0] == "B"


def test_the_networks_share_of_some_teams_only_is_not_said():
    # E is in the network's total, not in its share: the two would tell how many people E has.
    assert said(shares(f"{LARGE}\nE all=100/200 black=50/100 white=50/100")) == "ABCD"


def test_public_numbers_are_hidden_one_by_one():
    written = LARGE.replace("A  all=300/600  black=100/200  white=100/200  unknown=100/200", "A  all=204/600  black=100/200  white=100/200  unknown=4/200")
    assert said(shares(written, PUBLIC_DATA)) == "ABCDN"
    assert said(shares(written.replace("unknown=4/200", "unknown=4/8"), PUBLIC_DATA)) == "BCDN"


def test_what_was_hidden_before_stays_hidden():
    hidden = LARGE.replace("A  all=300/600  black=100/200  white=100/200  unknown=100/200", "A  all=208/408  black=100/200  white=100/200  unknown=4/8")
    before = shares(hidden)
    assert np.array_equal(before.hidden & before.table.shown, shares(LARGE, previous=before).hidden)
