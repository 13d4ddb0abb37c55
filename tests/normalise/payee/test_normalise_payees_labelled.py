"""How well payees are told apart, on real names labelled by hand; the words were made without the held half."""

import pytest

from tests.normalise.payees_making import all_labelled, to_be_set_aside

Counted = list[tuple[float, bool, bool]]


def shares(counted: Counted) -> tuple[float, float]:
    """Precision and recall.  counted: weight, whether wanted, whether found."""
    both = sum(weight for weight, wanted, found in counted if wanted and found)
    found = sum(weight for weight, _, found in counted if found)
    wanted = sum(weight for weight, wanted, _ in counted if wanted)
    return both / found if found else 1.0, both / wanted if wanted else 1.0


@pytest.mark.parametrize(("half", "floor"), [("build", 0.93), ("held", 0.90)])
def test_who_is_set_aside_is_right_and_most_of_the_money_is_found(half: str, floor: float) -> None:
    rows = [(float(row["pounds"]), to_be_set_aside(row), aside) for row, _, aside in all_labelled(half)]
    by_name, by_pounds = shares([(1, *rest) for _, *rest in rows]), shares(rows)
    print(f"{half}: {len(rows)} payees; precision and recall by name {by_name}, by pounds {by_pounds}")
    assert by_name[0] >= 0.98
    assert by_pounds[0] >= 0.98
    assert by_name[1] >= floor
    assert by_pounds[1] >= 0.97


def test_each_kind_is_seldom_given_wrongly() -> None:
    rows = all_labelled("held")
    for kind in dict.fromkeys(row["kind"] for row, _, _ in rows):
        counted = [(1.0, row["kind"] == kind, found == kind) for row, found, _ in rows]
        precision, recall = shares(counted)
        wanted = sum(wanted for _, wanted, _ in counted)
        print(f"{kind}: {wanted} labelled, precision {precision:.3f}, recall {recall:.3f}")
        assert precision >= 0.95, kind


def test_the_known_misses_are_no_more_than_known() -> None:
    rows = all_labelled("build") + all_labelled("held")
    missed = [row["kind"] for row, _, aside in rows if to_be_set_aside(row) and not aside]
    wrongly = [row["kind"] for row, _, aside in rows if not to_be_set_aside(row) and aside]
    assert sorted(missed) == ["public body"] * 3 + ["school"] * 2
    assert wrongly == []


def test_invented_private_individuals_are_set_aside_and_traders_stay() -> None:
    """Three are known to be missed: a forename outside our list, on an account that firms are paid from too."""
    rows = all_labelled("invented")
    persons = [aside for row, _, aside in rows if row["kind"] == "person"]
    traders = [row["name"] for row, _, aside in rows if row["kind"] == "supplier" and aside]
    print(f"persons set aside: {sum(persons)} of {len(persons)}")
    assert len(persons) - sum(persons) <= 3
    assert traders == []
