"""Secrets that the store keeps and the program must read again: sealed with a key that stands in the environment alone.

Who reads the store, or a copy of it, without the environment makes no code of anybody's authenticator app, and cannot say how far the trail
was verified.

Source   HKDF: RFC 5869. Fernet (AES-128-CBC with HMAC-SHA-256): cryptography.io/en/latest/fernet.
"""

from __future__ import annotations

import base64
import hmac
from functools import lru_cache
from typing import TYPE_CHECKING

from equity.errors import AccountRefused

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

# Each use has a key of its own, derived from the program's one.
FACTORS, CHECKPOINT = b"lantern second factors", b"lantern audit checkpoint"
# A sealed secret says so: those of before this way of keeping them do not.
SEALED = "f1:"

_keys: tuple[str, ...] = ()


def use_keys(*keys: str) -> None:
    """Seal with the first of these keys, open what any of them sealed; none, or empty ones: nothing can be sealed."""
    global _keys
    _keys = tuple(key for key in keys if key)


def sealed(secret: str) -> str:
    """What is stored in the place of a secret. Raises AccountRefused without a key."""
    return SEALED + _box().encrypt(secret.encode()).decode()


def opened(kept: str) -> str:
    """The secret that was sealed; one that is not sealed as it is. Raises AccountRefused where its key is none of ours."""
    from cryptography.fernet import InvalidToken

    if not kept.startswith(SEALED):
        return kept
    try:
        return _box().decrypt(kept.removeprefix(SEALED)).decode()
    except InvalidToken:
        raise AccountRefused("This second factor was set up under another key. Ask your network's administrator to remove it. Then set up a new one.") from None


def seal_of(content: str) -> str:
    """What only the holder of the first key can say of this text, in hexadecimal digits; of no key, the same for everybody."""
    return seals_of(content)[0]


def seals_of(content: str) -> list[str]:
    """The same under each of the keys, the first one's first."""
    return [hmac.digest(key.encode(), CHECKPOINT + b"\0" + content.encode(), "sha256").hex() for key in _keys or ("",)]


def _box() -> MultiFernet:
    if not _keys:
        raise AccountRefused("There is no SECRET_KEY here: secrets of second factors can be neither kept nor read.")
    return _box_of(_keys)


@lru_cache(maxsize=4)
def _box_of(keys: tuple[str, ...]) -> MultiFernet:
    # 7 MB, which a worker needs at the first second factor only.
    from cryptography.fernet import Fernet, MultiFernet
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derived = (HKDF(SHA256(), 32, salt=None, info=FACTORS).derive(key.encode()) for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in derived])
