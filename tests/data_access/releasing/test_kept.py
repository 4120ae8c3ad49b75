from __future__ import annotations

import numpy as np
import pytest

from data_access.releasing.build import release_of
from data_access.releasing.kept import before_on, few_changed
from data_access.releasing.policy import ROUNDED, SHARED_COUNTS
from data_access.releasing.table import NETWORK, Subject
from equity.counts import HIDDEN_COUNT, Count
from tests.data_access.releasing.small_tables import QUARTER, RACE_OF_THREE, place, table

FIRST = "A all=60/100 black=20/40 white=40/60"


def told(second: str, policy=ROUNDED, group_code: str = "black", first: str = FIRST) -> tuple[Count, Count]:
    """A group's count at the first load and at the second."""
    before = release_of(table(first), policy)
    after = release_of(table(second), policy, before)
    return tuple(release.count("A", "race", group_code, QUARTER) for release in (before, after))


def test_a_correction_of_a_few_people_is_not_said():
    before, after = told("A all=64/107 black=24/47 white=40/60")
    # 24 of 47 would be 51 %.
    assert before == after and round(100 * after.numerator / after.denominator) == 50


def test_a_correction_that_the_printed_interval_does_not_hold_hides_the_cell():
    # 50 % of 20 people may be 30 to 70 %; 11 of 40 are 28 %.
    assert told("A all=51/100 black=11/40 white=40/60")[1] == HIDDEN_COUNT


def test_a_correction_of_more_is_said():
    before, after = told("A all=80/120 black=40/60 white=40/60")
    assert (before.band.lowest, after.band.lowest) == (20, 50)


def test_hidden_stays_hidden():
    first = "A all=45/70 black=5/10 white=40/60"
    assert told("A all=80/120 black=40/60 white=40/60", first=first) == (HIDDEN_COUNT, HIDDEN_COUNT)


def test_what_has_become_small_is_hidden():
    assert told("A all=79/140 black=39/48 white=40/92", first=FIRST)[1] == HIDDEN_COUNT


def test_nobody_may_become_somebody():
    made = [table(f"A all=60/{60 + more} black=0/{more} white=60/60", subject=Subject("bp")) for more in (0, 3)]
    after = release_of(made[1], ROUNDED, release_of(made[0], ROUNDED))
    assert after.hidden[place(made[1], "A", "black")]
    kept = [table(f"A all=60/60 black=0/0 white={events}/60", subject=Subject("falls", 100, proportion=False)) for events in (60, 64)]
    assert release_of(kept[1], ROUNDED, release_of(kept[0], ROUNDED)).said[place(kept[1], "A", "white")]
    nobody = [table(f"A all=60/60 black={events}/0 white=60/60", subject=Subject("falls", 100, proportion=False)) for events in (0, 20)]
    assert release_of(nobody[1], ROUNDED, release_of(nobody[0], ROUNDED)).said[place(nobody[1], "A", "black")]


def test_the_release_before_is_found_on_newer_teams_columns_and_periods():
    before = release_of(table(FIRST), ROUNDED)
    newer = table("A all=60/100 black=20/40 white=40/60 \n B all=30/60 black=15/30 white=15/30")
    found = before_on(newer, before)
    assert found.said[place(newer, "A", "black")] and not found.said[place(newer, "B", "black")]
    assert found.counts[:, *place(newer, NETWORK, "black")].tolist() == [20, 20, 40]
    later = table(FIRST, period="2025-Q2")
    assert not before_on(later, before).said.any()


@pytest.mark.parametrize(("change", "few"), [((0, 0, 0), False), ((0, 1, 1), True), ((-10, 10, 0), True), ((11, 0, 11), False), ((200, 5, 205), True)])
def test_few_are_one_to_ten(change, few):
    assert few_changed(np.array(change).reshape(3, 1), SHARED_COUNTS, proportion=True)[0] == few


def test_events_over_time_have_no_rest_that_may_change():
    assert not few_changed(np.array([20, 5, 20]).reshape(3, 1), SHARED_COUNTS, proportion=False)[0]


LARGE = "\n".join(f"{team} all=400/800 asian=100/200 black=100/200 white=100/200 unknown=100/200" for team in "ABCD")


def shared(second: str, first: str = LARGE):
    before, after = (table(written, groups=(RACE_OF_THREE,)) for written in (first, second))
    return release_of(after, SHARED_COUNTS, release_of(before, SHARED_COUNTS))


def test_shared_counts_of_a_team_stay_as_they_were_while_its_total_changed_by_a_few():
    release = shared(LARGE.replace("A all=400/800 asian=100/200 black=100/200", "A all=403/806 asian=100/200 black=103/206"))
    assert release.count("A", "race", "black", QUARTER) == Count(100, 200)
    assert release.count(NETWORK, "race", "black", QUARTER) == Count(400, 800)
    assert release.count(NETWORK, "race", "others:black", QUARTER) == Count(800, 1_600)


def test_shared_counts_are_said_anew_where_the_total_changed_by_more_and_its_groups_too():
    release = shared(LARGE.replace("A all=400/800 asian=100/200 black=100/200", "A all=450/900 asian=100/200 black=150/300"))
    assert release.count("A", "race", "black", QUARTER) == Count(150, 300)


def test_a_group_that_a_few_people_changed_is_hidden_where_its_team_is_said_anew():
    release = shared(LARGE.replace("A all=400/800 asian=100/200 black=100/200 white=100/200", "A all=453/906 asian=100/200 black=150/300 white=103/206"))
    assert release.count("A", "race", "white", QUARTER) == HIDDEN_COUNT
    assert release.hidden.sum() > 1


def test_a_group_that_is_new_where_its_team_stays_is_hidden():
    of_team = LARGE.splitlines()[0]
    first = LARGE.replace(of_team, "A all=400/800 asian=100/200 black=150/300 white=150/300")
    second = LARGE.replace(of_team, "A all=403/806 asian=100/200 black=150/300 white=150/300 unknown=3/6")
    release = shared(second, first)
    assert release.hidden[place(release.table, "A", "unknown")]
