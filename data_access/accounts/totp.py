"""Codes of an authenticator app.

Source   RFC 6238 (TOTP) on RFC 4226 (HOTP): HMAC-SHA-1, steps of 30 seconds, six digits; what every such app does.
"""

from __future__ import annotations

import base64
import hmac
import secrets
from datetime import datetime
from urllib.parse import quote, urlencode

STEP_SECONDS = 30
DIGITS = 6
# RFC 4226, section 4, recommends 160 bits.
SECRET_BYTES = 20
# A phone's clock may be a step off, either way: RFC 6238, section 5.2.
STEPS_OFF = (0, -1, 1)


def new_secret() -> str:
    """A secret in the letters that an app takes."""
    return base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def code_at(secret: str, step: int) -> str:
    """The code of a step."""
    digest = hmac.digest(base64.b32decode(secret), step.to_bytes(8, "big"), "sha1")
    start = digest[-1] & 0xF
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def step_of(moment: datetime) -> int:
    """The step that a moment lies in."""
    return int(moment.timestamp()) // STEP_SECONDS


def step_of_code(secret: str, code: str, now: datetime, *, after: int | None) -> int | None:
    """The step whose code this is; None where it is of no step around now, or of one up to the last that was used."""
    typed = code.replace(" ", "").encode("utf-8", "replace")
    steps = [step_of(now) + off for off in STEPS_OFF]
    found = [step for step in steps if hmac.compare_digest(code_at(secret, step).encode(), typed)]
    return next((step for step in found if after is None or step > after), None)


def uri(secret: str, email: str) -> str:
    """The address that an app reads from a square code."""
    asked = urlencode({"secret": secret, "issuer": "Lantern"}, quote_via=quote)
    return f"otpauth://totp/Lantern:{quote(email)}?{asked}"
