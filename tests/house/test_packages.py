"""The lock files: everything pinned with hashes, nothing that only one machine has."""

from __future__ import annotations

import re

import pytest

from tests.house.tree import text

LOCKS = ["requirements.txt", "requirements-dev.txt"]


def pinned(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+) \\$", text(lock), flags=re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pins_and_hashes_and_nothing_else(lock: str) -> None:
    lines = [line for line in text(lock).splitlines() if line]
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==\S+ \\|    --hash=sha256:[0-9a-f]{64}(?: \\)?", line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_is_followed_by_its_hashes(lock: str) -> None:
    pins = re.findall(r"^\S+==\S+ \\\n    --hash=", text(lock), flags=re.MULTILINE)
    assert len(pins) == len(pinned(lock)) > 0


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_asked_for_is_what_is_locked(lock: str) -> None:
    lines = text(lock.replace(".txt", ".in")).splitlines()
    asked = {re.sub(r"\[.*\]", "", line).lower() for line in lines if not line.startswith("-c")}
    assert asked <= {f"{name}=={version}" for name, version in pinned(lock).items()}


def test_a_package_in_both_locks_has_one_version() -> None:
    program, development = pinned("requirements.txt"), pinned("requirements-dev.txt")
    assert {name: version for name, version in development.items() if program.get(name, version) != version} == {}
