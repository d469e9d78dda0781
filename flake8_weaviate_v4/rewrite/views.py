"""How what v3 returned as dictionaries and lists is reached on v4's objects, and how it is built anew from them.

A view stands for a part of a v3 result and is given the v4 code that stands in its place.
"""

from __future__ import annotations

from .code import Code
from .unit import Refusal, Unlike


class View:
    """A part of a v3 result. ``listed`` where it is a list on both sides, ``optional`` where it is ``None`` on both sides
    or something that counts as true (``absent``: its v4 code may give ``None``), ``sliced`` where v4's list can be sliced,
    ``certain`` where it counts as true unless the query failed, ``length`` where v3 has a list of so many, ``ordered`` where
    its keys, if it has some, come in the same order."""

    listed = False
    optional = False
    absent = False
    sliced = True
    certain = False
    ordered = True
    length: int | None = None
    place: int | None = None  # of the element in the tuples that iteration gives, where it gives some

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        """The code of the item under a key (None where it is no literal; ``shown`` is its code), and the view of it: None
        for a value that is the same in both clients. Raises Refusal where v4 has no such thing."""
        raise Unlike

    def holds(self, key: object, shown: Code) -> bool | None:
        """Whether there is such a key: True where there always is unless the query failed, False where there is only then."""
        return None

    def method(self, name: str) -> View | None:
        """The view of what a method without arguments gives on both sides, such as ``values``; None where there is none."""
        return None

    def carried(self) -> View:
        """The view in another function, which knows none of the variables here. Raises Refusal where it needs one."""
        raise Unlike

    def element(self) -> View:
        """The view of what iteration gives. Raises Refusal where it is no list."""
        raise Unlike

    def rebuilt(self, code: Code) -> Code:
        """The v3 value, built from what ``code`` gives. Raises Refusal where that can't be."""
        raise Refusal("the v3 shape of the result can't be built anew")
