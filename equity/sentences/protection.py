"""How a network's release policy protects people, in one sentence for the foot of every card; and whose the numbers are."""

from __future__ import annotations

RULES = {
    "public_data": "Numbers of 1 to 10 people are hidden.",
    "shared_counts": "Small numbers, and what would give them away, are hidden. A team sees its own whole.",
    "rounded": "Small numbers are hidden and the rest is rounded. A team sees its own whole.",
}
# Said where one comes in, in Help, and in what goes to funders.
OWNERS = (
    "Each team owns the numbers that it reports. They are here to improve care, and your network's agreement says who may use them for what. "
    "Ask a team before you pass its numbers on."
)


def protection_words(policy: str) -> str:
    """What is done to numbers under this policy; the strictest where it has no name that is known."""
    return RULES.get(policy, RULES["rounded"])
