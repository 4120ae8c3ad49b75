"""E-mail addresses: how they are compared, and which can be one."""

from __future__ import annotations

import re
import unicodedata

# RFC 5321 ends a path at 256 characters, its angle brackets counted.
LONGEST = 254
FORM = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+\.[^\s@<>,;:\"()\[\]\\]+")


def email_key(email: str) -> str:
    """The address as it is looked for, without regard to case; empty where it cannot be an address."""
    key = unicodedata.normalize("NFC", email[: LONGEST + 2].strip().casefold())
    return key if len(key) <= LONGEST and key.isprintable() and FORM.fullmatch(key) else ""
