from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.accounts.password_rules import COARSE, COMMON, GUESSED, TOO_LONG, TOO_SHORT, UNREADABLE, password_fault

CONTEXT = ("Kansas City", "Ann Oakhurst", "ann.oakhurst@quill.example")
EMOJI = "\N{FOX FACE} sits by the old \N{WATER WAVE} and counts seven slow boats till dawn"
FINE = ["correct horse battery staple", "Xk3!vmq9Lp", "zKq8w!tE", "plover7quartz", "mauve-heron-41", EMOJI, "é" * 2 + "plöver", "8" * 3 + "heron quay"]
# Of the most common ones a few of each kind.
FIRST_TRIED = """
    password 12345678 baseball football jennifer superman trustno1 michelle sunshine starwars computer corvette princess iloveyou
    11111111 xxxxxxxx liverpoo qwertyui rush2112 asdfasdf 69696969 87654321 passw0rd 1q2w3e4r password1 drowssap 1qaz2wsx abcd1234
    ncc1701d testtest michael1 21122112 q1w2e3r4 12341234 access14 1234567890 1234qwer 1passwor 11223344 8j4ye3uz californ a1b2c3d4
    1x2zkg8w zaq12wsx pa55word qwertyuiop 1qazxsw2 123qweasd poiuytrewq 0987654321 abcabcabc P@ssw0rd Summer2025! Welcome123 !!letmein!!
    equity2025 Equity!2025 health-equity Lantern123! KansasCity1 Kansas2026 oakhurst1 ann.oakhurst QUILL-2026 19871987 asshole1
"""


@pytest.mark.parametrize("password", FIRST_TRIED.split())
def test_what_is_tried_first_is_refused(password: str) -> None:
    assert password_fault(password, *CONTEXT) == GUESSED


@pytest.mark.parametrize("password", FINE)
def test_what_nobody_would_try_is_taken(password: str) -> None:
    assert password_fault(password, *CONTEXT) is None


def test_the_words_of_a_name_are_common_where_it_is_the_context() -> None:
    assert password_fault("oakhurst1") is None
    assert password_fault("oakhurst1", *CONTEXT) == GUESSED


@pytest.mark.parametrize(("length", "fault"), [(7, TOO_SHORT), (8, None), (64, None), (128, None), (129, TOO_LONG), (1_000_000, TOO_LONG)])
def test_length_is_8_to_128_signs(length: int, fault: str | None) -> None:
    started = time.perf_counter()
    assert password_fault((EMOJI.replace(" ", "") * 20_000)[:length]) == fault
    assert time.perf_counter() - started < 1


def test_signs_are_counted_as_a_reader_counts_them() -> None:
    assert password_fault("e\N{COMBINING ACUTE ACCENT}" * 4 + "xyw") == TOO_SHORT


@pytest.mark.parametrize("sign", ["\ud800", "\x00", "\n"])
def test_a_sign_that_cannot_be_kept_is_named(sign: str) -> None:
    assert password_fault(f"plover{sign}quartz") == UNREADABLE


@given(st.text(max_size=200))
def test_every_text_is_judged_and_no_short_or_long_one_is_taken(password: str) -> None:
    fault = password_fault(password, *CONTEXT)
    assert fault in (None, TOO_SHORT, TOO_LONG, UNREADABLE, GUESSED)
    if fault is None:
        assert 8 <= len(password) <= 128 and password.encode()


@given(unit=st.text("abkqz7", min_size=1, max_size=5), times=st.integers(2, 12))
def test_a_piece_repeated_is_refused(unit: str, times: int) -> None:
    assert password_fault(unit * times) in (TOO_SHORT, GUESSED)


def test_the_lists_are_sorted_without_doubles_and_coarse_words_cannot_be_read() -> None:
    common, coarse = COMMON.read_text("utf-8").split(), COARSE.read_text("utf-8").split()
    assert common == sorted(set(common)) and coarse == sorted(set(coarse))
    assert all(word.isalpha() and word.islower() for word in common)
    assert {len(word) for word in coarse} == {12} and len(coarse) > 200
