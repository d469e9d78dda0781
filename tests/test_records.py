"""Records behave as dataclasses with slots do, wherever the package relies on it."""

from __future__ import annotations

import copy
import pickle
from dataclasses import dataclass
from dataclasses import field as std_field

import pytest

from flake8_weaviate_v4.records import as_dict, field, fields, record, replace


@record(frozen=True, order=True)
class Point:
    x: int
    y: int = 0


@record(frozen=True)
class Place(Point):
    name: str = ""

    @property
    def shown(self) -> str:
        return f"{self.name}:{self.x}"


@record(eq=False)
class Bag:
    label: str
    items: list[int] = field(default_factory=list)
    text: str = field(default="", repr=False)
    total: int = 0

    def __post_init__(self) -> None:
        self.total = sum(self.items)


@record()
class Empty:
    pass


@dataclass(slots=True, eq=False)
class StdBag:
    label: str
    items: list[int] = std_field(default_factory=list)
    text: str = std_field(default="", repr=False)
    total: int = 0


def test_fields_come_by_place_by_name_and_by_default_those_of_the_base_first() -> None:
    place = Place(1, name="a")
    assert (place.x, place.y, place.name, place.shown) == (1, 0, "a", "a:1")
    assert fields(Place) == ("x", "y", "name") and as_dict(place) == {"x": 1, "y": 0, "name": "a"}


def test_a_missing_and_an_unknown_field_are_errors_that_name_it() -> None:
    for _ in range(2):  # before and after the constructor is compiled
        with pytest.raises(TypeError, match=r"Empty.__init__\(\) takes 1 positional argument but 2 were given"):
            Empty(1)  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="missing 1 required positional argument: 'label'"):
            Bag()  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
            Bag("a", colour=1)  # type: ignore[call-arg]


def test_each_object_has_a_default_of_its_own() -> None:
    first, second = Bag("a"), Bag("b")
    first.items.append(1)
    assert second.items == [] and Bag("c", [1, 2]).total == 3


def test_frozen_records_are_equal_and_hash_by_their_fields_but_not_across_classes() -> None:
    assert Point(1, 2) == Point(1, 2) != Point(2, 1)
    assert {Point(1, 2): "a"}[Point(1, 2)] == "a"
    assert Point(1) != Place(1) and Point(1).__eq__((1, 0)) is NotImplemented


def test_what_can_change_has_no_hash_and_without_eq_objects_are_themselves_alone() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(Empty())
    bag = Bag("a")
    assert Empty() == Empty() and bag != Bag("a") and {bag: 1}[bag] == 1


def test_order_is_that_of_the_fields() -> None:
    assert sorted([Point(2), Point(1, 5), Point(1, 2)]) == [Point(1, 2), Point(1, 5), Point(2)]
    assert Point(1) <= Point(1) and Point(1, 1) > Point(1)


def test_there_are_slots_and_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        Place(1).colour = "red"  # type: ignore[attr-defined]


def test_records_travel_between_processes_and_are_copied() -> None:
    for each in (Place(1, 2, "a"), Point(3)):
        assert pickle.loads(pickle.dumps(each)) == copy.deepcopy(each) == each
    bag = pickle.loads(pickle.dumps(Bag("a", [1], "long")))
    assert (bag.label, bag.items, bag.text, bag.total) == ("a", [1], "long", 1)


def test_replace_keeps_the_other_fields() -> None:
    assert replace(Place(1, 2, "a"), y=5) == Place(1, 5, "a")


def test_the_repr_and_the_pattern_are_those_of_a_dataclass() -> None:
    assert repr(Bag("a", [1], "long")) == repr(StdBag("a", [1], "long", 1)).removeprefix("Std")
    match Place(1, 2, "a"):
        case Place(1, _, name):
            assert name == "a"
        case _:
            pytest.fail("no match")
