from __future__ import annotations

from equity.team_codes import team_codes

IDS = [f"team-{number:03d}" for number in range(40)]


def numbers(codes: dict[str, str]) -> list[int]:
    return [int(code.removeprefix("Team ")) for code in codes.values()]


def test_every_team_has_a_code_of_its_own_in_no_order_of_ids():
    codes = team_codes(IDS, "secret")
    assert len(set(codes.values())) == len(IDS)
    assert all(1 <= number <= 99 for number in numbers(codes))
    assert numbers(codes) != sorted(numbers(codes))


def test_another_secret_draws_other_codes_and_the_same_one_the_same():
    assert team_codes(IDS, "secret") == team_codes(list(reversed(IDS)), "secret")
    assert team_codes(IDS, "secret") != team_codes(IDS, "other")


def test_a_team_that_joins_leaves_nearly_all_codes_as_they_were():
    before, after = team_codes(IDS[:15], "secret"), team_codes(IDS[:16], "secret")
    assert sum(before[team_id] != after[team_id] for team_id in before) <= 1


def test_a_large_network_has_longer_codes():
    codes = team_codes([str(number) for number in range(300)], "secret")
    assert {len(code) for code in codes.values()} == {len("Team 007")}
    assert team_codes([], "secret") == {}
