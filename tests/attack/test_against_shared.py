"""The reference attacker reads the same files and comes to the same verdicts: nothing leaks from our policies, and what is broken does."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from data_access.releasing.build import release_of
from data_access.releasing.policy import ROUNDED, SHARED_COUNTS, Policy
from tests.attack import modes
from tests.attack.networks import PERIODS, SMALL_CLINICS, hostile_table, network
from tests.attack.tidy import exact_rows, released_rows, write_hierarchy, write_rows
from tests.attack.told import exact_of, told_of
from tests.shared import PLACE

# The reference attacker leaves a file open.
pytestmark = [
    pytest.mark.needs_shared,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

KIND = replace(SMALL_CLINICS, periods=PERIODS[:1], teams=6)
BROKEN = replace(SHARED_COUNTS, is_checked=False)


@pytest.fixture(scope="module")
def reference() -> Iterator[ModuleType]:
    """The reference attacker with our solver in place of its own, which is no part of the project."""
    spec = importlib.util.spec_from_file_location("disclosure_attack", PLACE / "tools" / "disclosure_attack.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.Attack.solve_component = solve_component
    yield module


def solve_component(self, model, component, wanted, results, width, counts) -> None:
    """Linear bounds of every target of one independent part; they are never narrower than those in whole numbers."""
    unknowns, rows = component
    at = {unknown: place for place, unknown in enumerate(unknowns)}
    matrix, ends = np.zeros((len(rows), len(unknowns))), []
    for row, number in enumerate(rows):
        terms, low, high, _ = model.rows[number]
        fixed = sum(value * model.lo[one] for one, value in terms.items() if one not in at)
        for one, value in terms.items():
            if one in at:
                matrix[row, at[one]] = value
        ends.append((low - fixed if low > -1e11 else -np.inf, high - fixed if high < 1e9 else np.inf))
    limits = LinearConstraint(matrix, *np.array(ends).T)
    bounds = Bounds([model.lo[one] for one in unknowns], [model.hi[one] for one in unknowns])
    for key, quantity, terms in wanted:
        fixed = sum(value * model.lo[one] for one, value in terms.items() if one not in at)
        objective = np.zeros(len(unknowns))
        for one, value in terms.items():
            if one in at:
                objective[at[one]] = value
        found = [sign * milp(sign * objective, bounds=bounds, constraints=limits).fun + fixed for sign in (1, -1)]
        low, high, *_ = results[key, quantity]
        results[key, quantity][:3] = [max(low, int(np.ceil(found[0] - 1e-6))), min(high, int(np.floor(found[1] + 1e-6))), "LP-tight"]


def leaking(reference: ModuleType, folder: Path, policy: Policy, *, own: str = "") -> int:
    """What the reference attacker finds in a release under this policy."""
    table = hostile_table(network(1, KIND), KIND)
    files = [str(write_rows(folder / "published.csv", released_rows(release_of(table, policy))))]
    truth = str(write_rows(folder / "truth.csv", exact_rows(table)))
    options = {"hierarchy": str(write_hierarchy(folder / "groups.json", table)), "skip_shown": True, "only_sensitive": True}
    known = [str(write_rows(folder / "own.csv", exact_rows(table, own)))] if own else []
    summary = reference.attack(files, truth, own=known, **options)["summary"]
    assert summary["inconsistent"] == [] and summary["truth_outside_bounds"] == 0
    return summary["leaking_quantities"]


@pytest.mark.parametrize("own", ["", "T03"])
@pytest.mark.parametrize("policy", [ROUNDED, SHARED_COUNTS], ids=lambda policy: policy.name)
def test_the_reference_attacker_finds_nothing(reference: ModuleType, tmp_path: Path, policy: Policy, own: str):
    assert leaking(reference, tmp_path, policy, own=own) == 0


def test_both_attackers_catch_what_is_broken(reference: ModuleType, tmp_path: Path):
    table = hostile_table(network(1, KIND), KIND)
    exact = exact_of(table, ())
    ours = len(modes.alone(told_of(exact, BROKEN), exact))
    theirs = leaking(reference, tmp_path, BROKEN)
    assert ours > 0 and theirs > 0
    # Ours knows as much as theirs and looks at pools as well: it finds no fewer.
    assert ours >= theirs
