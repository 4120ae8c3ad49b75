from __future__ import annotations

from dataclasses import replace

import pytest

from data_access.releasing.policy import BANDS, POLICIES, PUBLIC_DATA, ROUNDED, SHARED_COUNTS, policy_named


@pytest.mark.parametrize("threshold", [10, 1, 0])
def test_no_policy_hides_less_than_the_threshold(threshold):
    with pytest.raises(ValueError, match="never less"):
        replace(ROUNDED, threshold=threshold)


def test_a_policy_may_hide_more():
    assert replace(ROUNDED, threshold=20).threshold == 20


def test_policies_are_found_by_name_and_the_strictest_stands_for_an_unknown_one():
    assert [policy_named(name) for name in (*POLICIES, "threshold-11")] == [ROUNDED, SHARED_COUNTS, PUBLIC_DATA, ROUNDED]
    assert {(name, policy.version) for name, policy in POLICIES.items()} == {("rounded", 3), ("shared_counts", 1), ("public_data", 1)}


# A rate has this many steps from none to all, at the band that begins here.
@pytest.mark.parametrize(
    ("multiplier", "size", "steps"),
    [(100, 11, 100), (100, 2_000, 100), (100, 5_000, 1_000), (1, 20, 100), (1_000, 100, 0), (1_000, 200, 1_000), (1_000, 2_000, 10_000), (50_000, 500, 10_000)],
)
def test_a_rate_is_told_the_finer_the_more_people_it_has(multiplier, size, steps):
    assert ROUNDED.grains(multiplier)[BANDS.index(size)] == steps


def test_every_band_holds_many_fractions_that_round_to_the_same_rate():
    for multiplier in (100, 1_000, 10_000, 100_000):
        for grain, lowest, above in zip(ROUNDED.grains(multiplier)[1:-1], BANDS[1:-1], BANDS[2:], strict=True):
            # As many as lie between two rates one step apart, over all denominators of the band.
            assert grain == 0 or (above**2 - lowest**2) / (2 * grain) >= 10


def test_finer_rates_leave_more_room_and_counts_none():
    assert [ROUNDED.open_up_to(multiplier) for multiplier in (1, 100, 1_000, 100_000)] == [15, 15, 30, 30]
    assert SHARED_COUNTS.open_up_to(1_000) == 10
