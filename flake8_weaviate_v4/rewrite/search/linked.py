"""A reference of an object that a query found: where it leads nowhere, v3 had None for the list of objects, and v4 has no such key."""

from __future__ import annotations

import ast

from ...records import record
from ..code import Code, call, join
from ..literal import constant
from ..objects.exceptions import caught
from ..reads import is_none_test, is_test
from ..site import Site
from ..views import View

_MISSING = "where there is no such reference v4 raises KeyError, v3 raised TypeError"


def linked(site: Site, objects: View, shown: Code, code: Code) -> tuple[Code, View]:
    """The code of the list of ``objects`` that the reference ``shown`` of the object ``code`` leads to, as the place where v3's
    object is read needs it, and its view."""
    bare, present = join(code, ".references[", shown, "].objects"), join(shown, " in ", code, ".references")
    read = site.parent(shown) if isinstance(shown, ast.expr) else None
    parent = site.parent(read) if read is not None else None
    if not isinstance(read, ast.expr):
        return bare, objects
    if is_test(site.module, read, parent) or is_none_test(parent):
        return call(join(code, ".references.get"), shown), Linked(objects, bare, present, bare)
    if isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.Or) and len(parent.values) == 2 and constant(parent.values[1]) == []:
        return _in_place(site, parent, join(bare, " if ", present, " else []")), objects
    if _is_needed(read, parent):
        if caught(site, read, "TypeError") and not caught(site, read, "KeyError", "LookupError", "Exception", "BaseException"):
            site.unit.doubt(_MISSING)
        return bare, Linked(objects, bare, present, bare)
    either = _in_place(site, read, join(bare, " if ", present, " else None"))
    return either, Linked(objects, bare, present, either)


def _in_place(site: Site, node: ast.expr, code: Code) -> Code:
    """A conditional expression for the place of another one: in parentheses where it needs some."""
    (start, end), text = site.planner.text.span(node), site.module.source.text
    held = text[:start].endswith("(") and text.startswith(")", end)
    return code if held or isinstance(site.parent(node), (ast.For, ast.Assign, ast.AnnAssign)) else join("(", code, ")")


def _is_needed(read: ast.expr, parent: ast.AST | None) -> bool:
    """Whether the list has to be one where it is read: v3 raised an exception for None, or another test has found that it is none."""
    if isinstance(parent, ast.IfExp):
        return ast.dump(parent.test) == ast.dump(read)
    return isinstance(parent, (ast.Subscript, ast.For, ast.AsyncFor, ast.comprehension, ast.Call))


@record(eq=False)
class Linked(View):
    """The objects, or None; ``given`` is the code that stands for them."""

    objects: View
    bare: Code
    present: Code
    given: Code
    listed = optional = absent = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        return self.objects.item(key, shown, code)

    def element(self) -> View:
        return self.objects.element()

    def rebuilt(self, code: Code) -> Code:
        if isinstance(code, ast.Name):
            return join(self.objects.rebuilt(code), " if ", code, " else None")
        if code is self.given:
            return join(self.objects.rebuilt(self.bare), " if ", self.present, " else None")
        return self.objects.rebuilt(code)
