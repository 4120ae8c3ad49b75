"""How a network's release policy protects people, in one sentence for the foot of every card."""

from __future__ import annotations

RULES = {
    "public_data": "Numbers of 1 to 10 people are hidden.",
    "shared_counts": "Small numbers, and what would give them away, are hidden. A team sees its own whole.",
    "rounded": "Small numbers are hidden and the rest is rounded. A team sees its own whole.",
}


def protection_words(policy: str) -> str:
    """What is done to numbers under this policy; the strictest where it has no name that is known."""
    return RULES.get(policy, RULES["rounded"])
