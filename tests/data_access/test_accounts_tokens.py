from __future__ import annotations

import hashlib
import re

from data_access.accounts.tokens import hash_of, new_token


def test_tokens_have_256_bits_and_fit_into_a_cookie_and_a_link() -> None:
    tokens = {new_token() for _ in range(50)}
    assert len(tokens) == 50 and all(re.fullmatch(r"[\w-]{43}", token) for token in tokens)


def test_a_token_is_known_by_its_sha_256() -> None:
    assert hash_of("abc") == hashlib.sha256(b"abc").hexdigest()
    assert hash_of("\ud800") == hashlib.sha256(b"?").hexdigest()
