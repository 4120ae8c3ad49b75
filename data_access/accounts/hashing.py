"""Passwords as they are kept: Argon2id, and the same work for whoever has none."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher

# OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane.
MEMORY_KIB, PASSES, LANES = 19_456, 2, 1
LONGEST = 128
# A hash by these parameters that no password has: who has none, or no account, is checked against it for the same time.
NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$gv2MF8gTQVPRBKLzQj6arQ$HCW3qFRPgHNbHggJXPfgEoU/VnxVNs1q5Dw1vrWTU9M"


def hash_of_password(password: str) -> str:
    """What is stored in the place of a password."""
    return _hasher().hash(as_bytes(password))


def is_password(kept: str | None, password: str) -> bool:
    """True where the password is the kept one's. None kept: the same work, and False."""
    from argon2.exceptions import VerifyMismatchError

    usable = kept is not None and len(password) <= LONGEST
    try:
        found = _hasher().verify(kept if usable else NOBODY, as_bytes(password))
    except VerifyMismatchError:
        found = False
    return found and usable


def is_outdated(kept: str) -> bool:
    """True where the hash was made with other parameters than today's."""
    return _hasher().check_needs_rehash(kept)


def as_bytes(password: str) -> bytes:
    """The password as it is hashed: an é is the same whether a keyboard sends one sign for it or two. What is too long is cut: it is refused anyway."""
    return unicodedata.normalize("NFC", password[: LONGEST + 1]).encode("utf-8", "replace")


@cache
def _hasher() -> PasswordHasher:
    # With its C library half a megabyte, which a worker needs at the first sign-in only.
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)
