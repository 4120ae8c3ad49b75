"""Evidence from simulations that stands beside the goldens."""

from __future__ import annotations

from tests.conformance.registry import is_study

is_study(".", "coverage_study.csv")
