from __future__ import annotations

import pytest

from data_access.accounts import sealing
from data_access.accounts.sealing import opened, seal_of, sealed, seals_of, use_keys
from equity.errors import AccountRefused

OLD, NEW = "the key of before, forty letters long: 18", "the key of today, forty letters long too 52"


def test_a_sealed_secret_shows_nothing_and_opens_with_its_key() -> None:
    use_keys(NEW)
    kept = sealed("JBSWY3DP")
    assert kept.startswith("f1:") and "JBSWY3DP" not in kept
    assert opened(kept) == "JBSWY3DP"
    assert sealed("JBSWY3DP") != kept


def test_while_a_key_is_changed_the_old_one_still_opens_and_the_new_one_seals() -> None:
    use_keys(OLD)
    kept = sealed("JBSWY3DP")
    use_keys(NEW, OLD)
    assert opened(kept) == "JBSWY3DP"
    renewed = sealed(opened(kept))
    use_keys(NEW, "")
    assert opened(renewed) == "JBSWY3DP"
    with pytest.raises(AccountRefused, match="under another key"):
        opened(kept)


@pytest.mark.parametrize("change", [lambda kept: kept[:-4] + "AAA=", lambda kept: kept[:10], lambda kept: "f1:"])
def test_what_somebody_changed_in_the_store_opens_as_nothing(change) -> None:
    use_keys(NEW)
    with pytest.raises(AccountRefused, match="under another key"):
        opened(change(sealed("JBSWY3DP")))


def test_a_secret_of_before_sealing_is_read_as_it_stands() -> None:
    use_keys(NEW)
    assert opened("JBSWY3DP") == "JBSWY3DP"


def test_without_a_key_nothing_is_sealed_or_opened() -> None:
    use_keys(NEW)
    kept = sealed("JBSWY3DP")
    use_keys("", "")
    for attempt in (lambda: sealed("x"), lambda: opened(kept)):
        with pytest.raises(AccountRefused, match="no SECRET_KEY"):
            attempt()


def test_a_seal_needs_its_key_and_its_text() -> None:
    use_keys(OLD)
    before = seal_of("12 abc")
    use_keys(NEW, OLD)
    assert seals_of("12 abc") == [seal_of("12 abc"), before]
    assert len({before, seal_of("12 abc"), seal_of("13 abc")}) == 3
    use_keys()
    assert seal_of("12 abc") not in (before, seal_of("13 abc"))


def test_each_use_has_a_key_of_its_own() -> None:
    assert sealing.FACTORS != sealing.CHECKPOINT
