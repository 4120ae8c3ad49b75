from __future__ import annotations

import pytest

from equity.catalogue import Group, Stratifier
from equity.counts import Band, Count
from equity.errors import NoReferenceGroup
from equity.groups import Reference, of_each_team, pooled_count, reference_group
from tests.examples import MEASURE, RACE, measure_like


def chosen(asked, counts, focus="black", *, baseline=(), **changes):
    parsed = {code: tuple(Count(int(x), int(n)) for x, n in (pair.split("/") for pair in row.split())) for code, row in counts.items()}
    return reference_group(RACE, asked, focus, measure=measure_like(**changes), counts=parsed, baseline=baseline)


def best(counts, focus="black", **options):
    return chosen("best", counts, focus, **options)


def largest(counts, focus="black", **options):
    return chosen("largest", counts, focus, **options)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("others", Reference("others", "all other patients", ("hispanic", "white"), "others")),
        ("overall", Reference("overall", "all patients", ("all",), "overall")),
        ("white", Reference("white", "White patients", ("white",), "group")),
    ],
)
def test_a_reference_has_a_label_ready_for_readers(asked, expected):
    assert reference_group(RACE, asked, "black", measure=MEASURE) == expected


@pytest.mark.parametrize("asked", ["black", "unknown", "nobody", "aim", "best", "largest"])
def test_nothing_to_compare_with_is_refused(asked):
    with pytest.raises(NoReferenceGroup, match=asked):
        reference_group(RACE, asked, "black", measure=MEASURE)


def test_a_lone_group_has_no_others():
    alone = Stratifier("place", "Place", False, "1", (Group("urban", "Urban", "Urban", 1, "group", ""),))
    with pytest.raises(NoReferenceGroup):
        reference_group(alone, "others", "urban", measure=MEASURE)


def test_the_best_off_group_is_that_of_the_first_four_periods():
    # white 4 x 6/10 = 24/40, hispanic 4 x 5/10 = 20/40; the fifth period would turn it
    counts = {"hispanic": "5/10 5/10 5/10 5/10 900/900", "white": "6/10 6/10 6/10 6/10 0/900", "black": "1/10 1/10 1/10 1/10"}
    assert best(counts) == Reference("best", "the best-off group (White patients)", ("white",), "best")


def test_a_baseline_names_the_periods_that_decide():
    counts = {"hispanic": "1/40 30/40", "white": "20/40 20/40"}
    assert best(counts, baseline=(1,)).group_codes == ("hispanic",)


@pytest.mark.parametrize(("size", "taken"), [(29, "hispanic"), (30, "white"), (31, "white")])
def test_the_best_off_group_has_at_least_thirty_people(size, taken):
    assert best({"hispanic": "20/40", "white": f"{size}/{size}"}).group_codes == (taken,)


def test_where_lower_is_better_the_lowest_rate_is_best_off():
    assert best({"hispanic": "4/40", "white": "6/40"}, improvement_direction="lower").group_codes == ("hispanic",)


def test_of_two_equal_groups_the_larger_is_taken():
    assert best({"hispanic": "20/40", "white": "30/60"}).group_codes == ("white",)


def test_a_focus_group_that_is_best_off_is_compared_with_the_next():
    found = best({"black": "39/40", "hispanic": "10/40", "white": "20/40"})
    assert found == Reference("best", "the best-off other group (White patients)", ("white",), "best")


def test_a_neutral_measure_has_no_best_off_group():
    with pytest.raises(NoReferenceGroup):
        best({"hispanic": "4/40", "white": "6/40"}, improvement_direction="neutral")


def test_of_two_equal_groups_of_one_size_the_first_is_taken():
    assert best({"white": "20/40", "hispanic": "20/40"}).group_codes == ("hispanic",)


def test_the_largest_group_is_that_of_the_baseline_whatever_its_rate():
    # over the first four periods white 4 x 20 people, hispanic 4 x 15; the fifth period would turn it
    counts = {"hispanic": "9/15 9/15 9/15 9/15 900/900", "white": "1/20 1/20 1/20 1/20 1/20", "black": "1/10 1/10 1/10 1/10"}
    assert largest(counts) == Reference("largest", "the largest group (White patients)", ("white",), "largest")
    assert largest(counts, baseline=(4,)).group_codes == ("hispanic",)
    assert largest(counts, improvement_direction="neutral").group_codes == ("white",)


def test_a_focus_group_that_is_the_largest_is_compared_with_the_next():
    found = largest({"black": "1/90", "hispanic": "1/30", "white": "1/60"})
    assert found == Reference("largest", "the largest other group (White patients)", ("white",), "largest")


def test_of_two_groups_of_one_size_the_first_in_the_stratifiers_order_is_the_largest():
    assert largest({"white": "9/40", "hispanic": "1/40"}).group_codes == ("hispanic",)


@pytest.mark.parametrize(("size", "found"), [(29, False), (30, True), (31, True)])
def test_the_largest_group_has_at_least_thirty_people(size, found):
    counts = {"white": f"1/{size}"}
    if found:
        assert largest(counts).group_codes == ("white",)
    else:
        with pytest.raises(NoReferenceGroup, match="largest"):
            largest(counts)


def test_a_group_of_which_nothing_is_known_is_not_the_largest():
    lost = {"white": (Count(None, 900, "not_reported"),) * 4, "hispanic": (Count(1, 40),), "unknown": (Count(1, 5000),)}
    assert reference_group(RACE, "largest", "black", measure=MEASURE, counts=lost).group_codes == ("hispanic",)


@pytest.mark.parametrize(
    ("asked", "label"),
    [("best", "each team's best-off group"), ("largest", "each team's largest group"), ("others", "all other patients"), ("white", "White patients")],
)
def test_teams_side_by_side_have_a_best_off_or_largest_group_each_of_their_own(asked, label):
    reference = chosen(asked, {"white": "30/40", "hispanic": "20/35"})
    assert of_each_team(reference).label == label
    assert of_each_team(reference).group_codes == reference.group_codes


def test_groups_are_put_together_from_what_is_known():
    # 3 + 4 over 10 + 20; a group with nobody in it adds nothing
    parts = [Count(3, 10, None, 2), Count(None, 50, "not_reported", 5), Count(4, 20, None, 3), Count(0, 0)]
    assert pooled_count(parts) == Count(7, 30, None, 3)


@pytest.mark.parametrize(
    ("blanks", "told"),
    [
        (("not_due", "hidden", "not_reported"), "hidden"),
        (("not_reported", "hidden_at_source"), "hidden_at_source"),
        (("not_applicable", "not_due", "not_reported"), "not_reported"),
        (("not_applicable", "not_due"), "not_due"),
        (("not_applicable",), "not_applicable"),
        ((), "not_due"),
    ],
)
def test_where_nothing_is_known_the_strongest_reason_is_told(blanks, told):
    assert pooled_count([Count(None, None, blank) for blank in blanks]).blank == told


def test_sizes_that_are_told_as_ranges_add_up_to_a_range() -> None:
    small, large, exact = Count(10.0, 20, band=Band(20, 49)), Count(100.0, 200, band=Band(200, 499, 1)), Count(30, 60)
    assert pooled_count([small, large, exact]) == Count(140.0, 280, band=Band(280, 608, 1))
    assert pooled_count([small, Count(5.0, 10, band=Band(1_000_000, None))]).band == Band(1_000_020, None)
    assert pooled_count([exact, exact]).is_exact
