"""Run charts, control charts, Making Data Count, funnels: every reference value matches, or differs on purpose with a reason."""

from __future__ import annotations

import pytest

from tests.conformance.run import run
from tests.conformance.values import MATCHED, NOT_COMPARABLE
from tests.shared import PLACE

pytestmark = pytest.mark.needs_shared


def test_every_value_matches_or_has_its_reason():
    reports = run(PLACE / "reference" / "qi" / "goldens")
    assert [line for report in reports for line in report.mismatches] == []
    assert [str(report.path) for report in reports if report.kind == "unknown" or report.unread] == []
    assert sum(report.counts[MATCHED] for report in reports) > 66_000
    # Only what cannot be computed from what is supplied is not compared.
    assert sum(report.counts[NOT_COMPARABLE] for report in reports) == 431
