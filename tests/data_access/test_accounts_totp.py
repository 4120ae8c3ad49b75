from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.accounts.totp import code_at, new_secret, step_of, step_of_code, uri
from tests.data_access.people import NOW, later

# RFC 6238, appendix B, SHA-1: the last six of its eight digits. The secret is its ASCII 12345678901234567890.
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
VECTORS = [
    (59, "287082"),
    (1111111109, "081804"),
    (1111111111, "050471"),
    (1234567890, "005924"),
    (2000000000, "279037"),
    (20000000000, "353130"),
]


@pytest.mark.parametrize(("seconds", "code"), VECTORS)
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    assert code_at(SECRET, step_of(moment)) == code
    assert step_of_code(SECRET, code, moment, after=None) == seconds // 30


@pytest.mark.parametrize(("off", "found"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_one_step_off(off: int, found: bool) -> None:
    code = code_at(SECRET, step_of(NOW) + off)
    assert (step_of_code(SECRET, code, NOW, after=None) is not None) == found


@given(off=st.integers(-1, 1), used=st.integers(-3, 3))
def test_a_code_of_a_step_up_to_the_last_used_one_is_none(off: int, used: int) -> None:
    step = step_of(NOW) + off
    found = step_of_code(SECRET, code_at(SECRET, step), NOW, after=step_of(NOW) + used)
    assert (found == step) == (off > used)


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "٣٤٥٦٧٨", "\ud800", "0" * 100_000])
def test_what_is_no_code_matches_nothing(code: str) -> None:
    assert step_of_code(SECRET, code, NOW, after=None) is None


def test_a_code_may_be_typed_with_a_space() -> None:
    code = code_at(SECRET, step_of(NOW))
    assert step_of_code(SECRET, f" {code[:3]} {code[3:]}", later(seconds=1), after=None) == step_of(NOW)


def test_secrets_have_160_bits_and_differ() -> None:
    secrets = {new_secret() for _ in range(20)}
    assert len(secrets) == 20 and {len(secret) for secret in secrets} == {32}


def test_an_app_reads_secret_and_account_from_the_address() -> None:
    assert uri(SECRET, "Ann Lee@example.org") == f"otpauth://totp/Lantern:Ann%20Lee%40example.org?secret={SECRET}&issuer=Lantern"
