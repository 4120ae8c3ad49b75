"""Which passwords are refused: too short, too long, or among the first that anybody tries.

Nothing is asked about capitals, digits or signs: length is what counts. What is tried first are common words and names with a few
digits around them, one word or two; words of this network and of the account; walks over a keyboard; what repeats itself; numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from data_access.accounts.hashing import LONGEST

SHORTEST = 8
# From here on two words may stand alone: by length, not by what they are.
LONG_ENOUGH = 16
# Fewer different signs than this are a pattern, whatever their order.
FEWEST_SIGNS = 4
LISTS = Path(__file__).parent
# Words of 2017's and later years' lists of common passwords, sorted. Nobody needs to read the coarse ones: they are kept as hashes.
COMMON, COARSE = LISTS / "common_words.txt", LISTS / "coarse_words.txt"
COARSE_DIGITS = 12
WALKS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiopü",
    "yxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p",
    "qazwsxedcrfvtgbyhnujm",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
    "a1b2c3d4e5f6g7h8i9",
    "!@#$%^&*()",
    "147258369",
    "789456123",
)
SHORTEST_STEP = 3
LOOKALIKES = [str.maketrans("013457@$!|+", f"o{one}easta s{one}{one}t".replace(" ", "")) for one in "il"]

TOO_SHORT = f"A password has at least {SHORTEST} signs. Three or four words in a row are easy to remember and hard to guess."
TOO_LONG = f"A password has at most {LONGEST} signs."
UNREADABLE = "This password holds a sign that cannot be kept. Leave it out."
GUESSED = "This password, or one like it, is among the first that anybody tries. Three or four words in a row are easy to remember and hard to guess."


def password_fault(password: str, *context: str) -> str | None:
    """Why this password is refused, in a sentence; None where it may be used.

    Takes    context: the network's name, the account's name and e-mail: words of theirs count as common ones.
    """
    if len(password) > LONGEST:
        return TOO_LONG
    plain = unicodedata.normalize("NFC", password)
    if len(plain) < SHORTEST:
        return TOO_SHORT
    if any(unicodedata.category(sign) in ("Cs", "Cc") for sign in plain):
        return UNREADABLE
    lower = plain.casefold()
    return GUESSED if is_pattern(lower) or is_common(lower, words_of(context)) else None


def is_pattern(lower: str) -> bool:
    """True for few signs, a number that is not long, one piece repeated, and walks over a keyboard or the alphabet."""
    if len(set(lower)) < FEWEST_SIGNS or (lower.isdigit() and len(lower) < LONG_ENOUGH):
        return True
    # A piece repeated is found again inside its double before the double's middle.
    return lower in (lower + lower)[1:-1] or is_walk(lower)


def is_walk(lower: str) -> bool:
    """True where the whole is made of walks of three signs or more, forwards or backwards."""
    place = 0
    while place < len(lower):
        step = next((length for length in range(len(lower) - place, SHORTEST_STEP - 1, -1) if _is_step(lower[place : place + length])), 0)
        if not step:
            return False
        place += step
    return True


def _is_step(piece: str) -> bool:
    return len(set(piece)) == 1 or any(piece in walk or piece[::-1] in walk for walk in WALKS)


def is_common(lower: str, context: frozenset[str]) -> bool:
    """True for a common word, or two, with digits and signs around or between them; also where signs stand for letters."""
    if len(lower) >= LONG_ENOUGH:
        return False
    words = frozenset(COMMON.read_text("utf-8").split()) | context
    coarse = frozenset(COARSE.read_text("utf-8").split())
    return any(_is_known(core, words, coarse) for core in cores(lower))


def cores(lower: str) -> Iterator[str]:
    """What a password may be at heart: stripped of what stands around its letters, with letters for signs that look like them."""
    stripped = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", lower)
    for written in (stripped, lower):
        for letters in (written, *(written.translate(table) for table in LOOKALIKES)):
            yield re.sub(r"[\W\d_]", "", letters)


def _is_known(core: str, words: frozenset[str], coarse: frozenset[str]) -> bool:
    def known(word: str) -> bool:
        return word in words or sha256(word.encode()).hexdigest()[:COARSE_DIGITS] in coarse

    if len(core) < SHORTEST_STEP or known(core) or is_walk(core):
        return True
    # Lists hold words cut off at eight letters.
    cut_off = len(core) >= SHORTEST - 1 and any(word.startswith(core) for word in words)
    return cut_off or any(known(core[:at]) and known(core[at:]) for at in range(2, len(core) - 1))


def words_of(context: Iterable[str]) -> frozenset[str]:
    """The words of these names, each by itself and all of a name run together."""
    names = [re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", name).casefold()) for name in context]
    return frozenset(word for name in names for word in (*name, "".join(name)) if len(word) >= SHORTEST_STEP)
