"""The sentence in the foot says what is done, and no more."""

from __future__ import annotations

import pytest

from equity.sentences.protection import protection_words


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ("rounded", "Small numbers are hidden and the rest is rounded. A team sees its own whole."),
        ("shared_counts", "Small numbers, and what would give them away, are hidden. A team sees its own whole."),
        ("public_data", "Numbers of 1 to 10 people are hidden."),
        ("threshold-11", "Small numbers are hidden and the rest is rounded. A team sees its own whole."),
    ],
)
def test_a_policy_is_told_and_an_unknown_one_is_the_strictest(policy: str, said: str) -> None:
    assert protection_words(policy) == said
