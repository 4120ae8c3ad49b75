from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.accounts.emails import email_key


@pytest.mark.parametrize("email", ["ann@example.org", " ANN@Example.ORG\n", "Ann@EXAMPLE.org"])
def test_addresses_are_compared_without_regard_to_case(email: str) -> None:
    assert email_key(email) == "ann@example.org"


def test_an_accent_is_the_same_in_one_sign_or_two() -> None:
    assert email_key("Ren\N{LATIN SMALL LETTER E WITH ACUTE}@example.org") == email_key("RENE\N{COMBINING ACUTE ACCENT}@example.org") != ""


@pytest.mark.parametrize(
    "email", ["", "ann", "ann@", "@example.org", "ann@example", "a b@example.org", "a@b@example.org", "<ann@example.org>", "\x00@example.org"]
)
def test_what_is_no_address_has_no_key(email: str) -> None:
    assert email_key(email) == ""


@pytest.mark.parametrize(("length", "is_one"), [(254, True), (255, False), (1_000_000, False)])
def test_an_address_has_at_most_254_signs(length: int, is_one: bool) -> None:
    assert (email_key("x" * (length - 12) + "@example.org") != "") == is_one


@given(st.text(max_size=300))
def test_a_key_can_be_stored_and_is_its_own_key(email: str) -> None:
    key = email_key(email)
    assert key == "" or (key.encode() and "\x00" not in key and email_key(key) == key)
