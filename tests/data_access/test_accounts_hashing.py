from __future__ import annotations

import re

import pytest

from data_access.accounts.hashing import NOBODY, as_bytes, hash_of_password, is_outdated, is_password
from tests.data_access.people import PASSWORD, kept

# OWASP's least: 19 MiB, two passes, one lane.
FORM = re.compile(r"\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$[\w+/]{22}\$[\w+/]{43}")


@pytest.mark.parametrize("hashed", [kept(PASSWORD), NOBODY], ids=["a password", "nobody"])
def test_hashes_are_argon2id_with_at_least_what_owasp_asks(hashed: str) -> None:
    memory, passes, lanes = map(int, FORM.fullmatch(hashed).groups())
    assert memory >= 19_456 and passes >= 2 and lanes >= 1
    assert not is_outdated(hashed)


def test_the_same_password_has_another_hash_each_time() -> None:
    assert hash_of_password(PASSWORD) != kept(PASSWORD)


@pytest.mark.parametrize("password", [PASSWORD, "pläne für übermorgen", "\N{FOX FACE}" * 32, "x" * 128])
def test_a_password_fits_its_own_hash_and_no_other(password: str) -> None:
    hashed = hash_of_password(password)
    assert is_password(hashed, password) and not is_password(hashed, password + "x") and not is_password(hashed, password.upper() + "!")


def test_nobody_has_a_password() -> None:
    assert not is_password(None, PASSWORD) and not is_password(NOBODY, PASSWORD) and not is_password(None, "x")


def test_a_password_that_is_too_long_fits_nothing() -> None:
    assert not is_password(hash_of_password("x" * 129), "x" * 129)


def test_an_accent_is_the_same_in_one_sign_or_two_and_nothing_else_is_changed() -> None:
    assert as_bytes("e\N{COMBINING ACUTE ACCENT}") == as_bytes("\N{LATIN SMALL LETTER E WITH ACUTE}")
    assert as_bytes(" A ") == b" A " and as_bytes("\ud800") == b"?"


def test_a_hash_by_other_parameters_is_outdated() -> None:
    assert is_outdated(NOBODY.replace("m=19456", "m=12288")) and is_outdated(NOBODY.replace("t=2", "t=1"))
