"""The weighted line against the reference values: the goldens weight by each month's own variance, the verdict by smoothed ones."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from equity.fits import weighted_line
from tests.shared import PLACE

pytestmark = pytest.mark.needs_shared
GOLDENS = PLACE / "reference" / "disparity" / "goldens" / "trend"
CASES = ("S1_closing_fav", "S3_abs_closing_rel_widening_adv", "S4_no_change_fav")
SERIES = {"D": ("D", "se_D"), "logR": ("R", "se_logR"), "logR_complement": ("R_complement", "se_logRc")}


def rows_of(name):
    return list(csv.DictReader((GOLDENS / name).read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("what", SERIES)
def test_slope_error_and_p_value(case, what):
    value, error = SERIES[what]
    rows = rows_of(f"series_{case}.csv")
    months = np.array([float(row["month"]) for row in rows])
    values = np.array([float(row[value]) for row in rows])
    line = weighted_line(months, values if what == "D" else np.log(values), np.array([float(row[error]) for row in rows]) ** 2)
    golden = next(row for row in rows_of(f"expected_{case}.csv") if row["model"] == f"WLS_fixed_{what}" and row["term"] == "slope")
    assert (line.slope, line.standard_error) == pytest.approx((float(golden["estimate"]), float(golden["se"])), rel=1e-6)
    # The same slope with its error scaled up: root of Q / (T - 2), T = 18.
    scaled = next(row for row in rows_of(f"expected_{case}.csv") if row["model"] == f"WLS_estscale_{what}" and row["term"] == "slope")
    assert line.standard_error * line.inflation == pytest.approx(float(scaled["se"]), rel=1e-6)
