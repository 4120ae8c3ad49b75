"""Every reference value that lies beside the project, as python -m tests.conformance runs it."""

from __future__ import annotations

import pytest

from tests.conformance.run import exit_code, run
from tests.shared import PLACE

pytestmark = pytest.mark.needs_shared


@pytest.mark.parametrize("subject", ["disparity", "qi"])
def test_every_reference_value_is_matched_or_differs_on_purpose(subject):
    reports = run(PLACE / "reference" / subject / "goldens")
    assert [(str(report.path), report.mismatches[:3]) for report in reports if report.failed] == []
    assert [(str(report.path), report.unread) for report in reports if report.unread] == []
    assert exit_code(reports) == 0
