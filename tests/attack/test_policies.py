"""Both policies hold against the attacker on small hostile networks; a policy that is broken is caught."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from data_access.releasing.build import release_of
from data_access.releasing.policy import ROUNDED, SHARED_COUNTS, Policy
from data_access.releasing.table import DENOMINATOR, NUMERATOR, REST
from tests.attack import modes
from tests.attack.demo import demo_tables
from tests.attack.networks import PER_1000, PERCENT, PERIODS, SMALL_CLINICS, Kind, hostile, network, restated
from tests.attack.report import Case, attacks_on, visible_lines
from tests.attack.told import told_of

QUARTER = (PERIODS[0],)
KINDS = {"percent": replace(PERCENT, periods=QUARTER), "clinics": replace(SMALL_CLINICS, periods=QUARTER), "per 1,000": replace(PER_1000, periods=QUARTER)}
FEW_TEAMS = replace(KINDS["clinics"], teams=6)
MANY_UNKNOWN = Kind(sizes=(5, 20_000), teams=6, periods=QUARTER)


def tables(kind: Kind, seed: int = 1):
    cells = network(seed, kind)
    return hostile(cells, kind), hostile(restated(seed, cells, kind, share=0.6), kind)


@pytest.mark.parametrize("policy", [ROUNDED, SHARED_COUNTS], ids=lambda policy: policy.name)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_small_is_told_alone_over_two_loads_or_by_the_later_one(kind: str, policy: Policy):
    first, second = tables(KINDS[kind])
    told = told_of(first, policy)
    later = told_of(second, policy, told)
    assert modes.alone(told, first) == []
    assert modes.alone(later, second) == []
    assert modes.two_loads(told, later, (first, second)) == []
    assert not (told.groups.hidden & ~later.groups.hidden).any()


@pytest.mark.parametrize("policy", [ROUNDED, SHARED_COUNTS], ids=lambda policy: policy.name)
def test_no_team_learns_another_teams_small_numbers(policy: Policy):
    first, _ = tables(FEW_TEAMS)
    assert modes.insiders(told_of(first, policy), first) == []


def test_no_team_learns_what_all_sums_at_once_tell_beside_its_own_numbers():
    # Sums and rows of sums left a complement of 4 open; together they told it to 0 to 4.
    first, _ = tables(FEW_TEAMS, 71)
    assert modes.insiders(told_of(first, SHARED_COUNTS), first) == []


def test_whoever_takes_markers_for_the_rule_learns_nothing_from_rates():
    first, _ = tables(KINDS["clinics"])
    assert modes.guessing(told_of(first, ROUNDED), first) == []


@pytest.mark.parametrize("seed", range(3))
def test_no_correction_of_a_few_people_can_be_told_from_what_changed(seed: int):
    first, second = tables(KINDS["percent"], seed)
    for policy, numbers in ((ROUNDED, [DENOMINATOR]), (SHARED_COUNTS, [NUMERATOR, REST, DENOMINATOR])):
        release = release_of(first.table, policy)
        later = release_of(second.table, policy, release)
        change = np.abs(later.table.counts - release.table.counts)[:, release.said & later.said]
        told = change.max(axis=0) if policy == ROUNDED else change[numbers]
        assert ((told == 0) | (told >= 11)).all()


# One change each: small cells alone are hidden; a percent has a decimal; a team's own numbers are forgotten.
BROKEN = {
    "hide small cells only": replace(SHARED_COUNTS, is_checked=False),
    "percent with one decimal": replace(ROUNDED, is_checked=False, places=((100, ((11, 1),)),)),
    "narrow bands and two decimals": replace(ROUNDED, is_checked=False, bands=tuple(range(11, 3_000)), places=((100, ((11, 2),)),)),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_policy_is_caught(broken: str):
    networks = (tables(FEW_TEAMS, seed)[0] for seed in range(20))
    assert any(modes.alone(told_of(made, BROKEN[broken]), made) for made in networks)


def test_a_policy_that_forgets_insiders_is_caught():
    broken = replace(SHARED_COUNTS, guards_insiders=False)
    networks = (tables(FEW_TEAMS, seed)[0] for seed in range(6))
    assert any(modes.insiders(told_of(made, broken), made) for made in networks)


def test_several_pools_do_not_tell_the_few_between_them():
    # Groups of 2 to 113 people of known race among 18,000.
    made = hostile(network(25, MANY_UNKNOWN), MANY_UNKNOWN)
    assert modes.alone(told_of(made, ROUNDED), made) == []


def test_shares_of_unknown_groups_that_are_hidden_are_caught():
    made, _ = tables(FEW_TEAMS)
    told = told_of(made, ROUNDED)
    everywhere = replace(told, shares={one: release_of(share.table, ROUNDED) for one, share in told.shares.items()})
    assert modes.alone(told, made) == []
    assert modes.alone(everywhere, made) != []


def test_every_way_of_attack_is_counted():
    found = attacks_on(Case("four clinics", tables(replace(FEW_TEAMS, teams=4))), ROUNDED)
    assert sum(count for way, count in found.items() if way != "two teams together") == 0
    assert len(found) == 6


def test_what_stays_visible_is_told_for_three_policies():
    lines = list(visible_lines({"four clinics": [tables(replace(FEW_TEAMS, teams=4))[0].table]}))
    assert [line.split(" | ")[1] for line in lines[2:]] == ["rounded", "shared_counts", "public_data"]
    assert all(line.count("%") == 4 for line in lines[2:])


def test_the_demo_network_is_read_as_it_is_shown():
    made = next(demo_tables())
    assert (made.measure_id, len(made.teams) - 1, made.periods[0], made.periods[-1]) == ("bp_control", 13, "2024-Q3", "2026-Q3")
    assert ("race_ethnicity", "others:black") in made.columns
