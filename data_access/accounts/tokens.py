"""Secrets that one side holds and the other knows by its hash alone."""

from __future__ import annotations

import secrets
from hashlib import sha256

# 256 bits: nobody guesses one, so a plain hash is enough to keep it.
TOKEN_BYTES = 32


def new_token() -> str:
    """A secret for a cookie or a link."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(text: str) -> str:
    """What is stored in the place of a text: SHA-256, in hexadecimal digits."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()
