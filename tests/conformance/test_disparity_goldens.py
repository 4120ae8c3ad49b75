"""Rates, differences and ratios against the reference values."""

from __future__ import annotations

import csv
import math

import pytest

from equity.counts import Count
from equity.disparity import adverse_ratio, gap_estimate, rate_ratio, score_ratio_interval, worse_sign
from equity.rates import byar_interval, rate_estimate, wilson_interval
from tests.examples import measure_like
from tests.shared import PLACE

pytestmark = pytest.mark.needs_shared
GOLDENS = PLACE / "reference" / "disparity" / "goldens"
Z998 = 3.090232306167813


def rows_of(name):
    path = GOLDENS / name
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines())) if path.is_file() else []


def close(found, *written):
    """T1 of goldens.md; where a golden is empty nothing is compared."""
    for ours, golden in zip(found, written, strict=True):
        if golden in ("", "NA", "NaN"):
            continue
        assert ours == float(golden) or math.isclose(ours, float(golden), rel_tol=1e-7, abs_tol=1e-7)


@pytest.mark.parametrize("row", rows_of("phe/wilson_proportions.csv"), ids=lambda row: f"{row['x']}/{row['n']}")
def test_wilson(row):
    pair = int(row["x"]), int(row["n"])
    close(wilson_interval(*pair), row["lower95"], row["upper95"])
    close(wilson_interval(*pair, Z998), row["lower99_8"], row["upper99_8"])


@pytest.mark.parametrize("row", rows_of("phe/byars_rates.csv"), ids=lambda row: f"{row['x']}/{row['n']}")
def test_byar_and_exact_poisson(row):
    events, people = int(row["x"]), int(row["n"]) / float(row["multiplier"])
    close(byar_interval(events, people), row["lower95"], row["upper95"])
    close(byar_interval(events, people, Z998), row["lower99_8"], row["upper99_8"])


@pytest.mark.parametrize("row", rows_of("pairwise/every_group_vs_reference.csv"), ids=lambda row: f"{row['case']} {row['subgroup']}")
def test_every_group_against_its_reference(row):
    favourable = row["favourable"] == "1"
    measure = measure_like(improvement_direction="higher" if favourable else "lower", multiplier=float(row["scale"]))
    group, reference = Count(int(row["x"]), int(row["n"])), Count(int(row["x_ref"]), int(row["n_ref"]))
    upper, lower = (reference, group) if favourable else (group, reference)
    sign = worse_sign(measure)
    gap = gap_estimate(rate_estimate(group, measure), rate_estimate(reference, measure), sign)
    ratio = rate_ratio(upper, lower, "proportion")
    close((gap.value, gap.low, gap.high), row["gap"], row["gap_newcombe_lower"], row["gap_newcombe_upper"])
    close((ratio.value,), row["ratio"])
    limits = "katz" if upper.numerator and lower.numerator else "score"
    close((ratio.low, ratio.high), row[f"ratio_{limits}_lower"], row[f"ratio_{limits}_upper"])
    if upper.numerator or lower.numerator:
        close(score_ratio_interval(upper, lower), row["ratio_score_lower"], row["ratio_score_upper"])
    close((adverse_ratio(group, reference, measure, sign).value,), row["ratio_complement" if favourable else "ratio"])
