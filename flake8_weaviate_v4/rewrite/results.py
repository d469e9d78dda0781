"""What becomes of a v3 result: its consumers are rewritten where they can be seen, and its v3 shape is built anew where it
leaves (an argument, a ``return``, ``json.dumps``), so that code that can't be seen gets what it always got.

A rewrite hands over the node of the v3 call, the v4 code for it, and a ``View`` of what v3 returned:

    return consumed(site, call, code, Response(site, name, fields))
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable

from ..inference.flow import reaching, readers
from ..inference.names import terminal
from ..inference.scopes import Binding
from ..records import field, record
from . import failing
from .aliases import is_alias, repeats
from .code import Code, calls, join, kept
from .literal import assigned_once, constant, is_reflected
from .reads import is_none_test, is_only_read, is_test, is_text_that_counts, says, shows_order, with_default
from .site import Site, names
from .unit import Refusal, Unlike
from .views import View

_SAME = frozenset("list reversed iter enumerate".split())  # builtins that go through a list and hand on its elements
# What binds its operands tighter than a conditional expression.
_TIGHTER = (
    ast.BoolOp, ast.Compare, ast.BinOp, ast.UnaryOp, ast.IfExp, ast.Attribute, ast.Subscript, ast.Call, ast.Starred, ast.Await,
    ast.comprehension,
)  # fmt: skip
_READING = frozenset("len bool".split())
_BUILTINS = _SAME | _READING
_ANYTHING = ("Any", "object")
_MANY = 2  # rebuilt copies of one variable from which on it is rebuilt where it is bound
_COMPARED: dict[type[ast.cmpop], Callable[[int, int], bool]] = {
    ast.Gt: operator.gt, ast.GtE: operator.ge, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip
_CHANGING = frozenset("append extend insert pop remove clear update setdefault sort reverse popitem".split())


class _Changed(Unlike):
    """The result is changed in place: whatever else holds it has to see that."""


@record(eq=False)
class _Found:
    """What is written in the place of consumers, how many of them had the v3 shape built anew, and how many of those went
    where they may be changed or kept."""

    replaced: dict[ast.AST, Code] = field(default_factory=dict)
    rebuilt: int = 0
    kept: int = 0
    removed: list[ast.stmt] = field(default_factory=list)
    known: failing.Known = field(default_factory=lambda: failing.Known(failure=False))

    def add(self, other: _Found) -> None:
        self.replaced.update(other.replaced)
        self.rebuilt += other.rebuilt
        self.kept += other.kept
        self.removed += other.removed
        self.known.add(other.known)


def consumed(site: Site, node: ast.expr, code: Code, view: View) -> Code:
    """The code for ``node`` (a v3 call): ``code``, with its consumers noted in the unit; or its v3 shape built anew."""
    follower = _Follower(site, node)
    found = follower.value(node, code, view)
    if found.known:
        if found.known.failure:
            site.unit.doubt("a failed query raises an exception in v4")
        try:
            failing.decide(site, node, found.known, found.replaced)
        except Refusal:
            found = follower.rebuilt(node, code, view)
    site.unit.removed |= dict.fromkeys(found.removed)
    site.unit.replaced.update(found.replaced)
    return site.unit.replaced.pop(node, code)


class _Follower:
    """Follows one result through a function."""

    def __init__(self, site: Site, origin: ast.expr, depth: int = 0) -> None:
        self.site, self.module, self.origin, self.depth = site, site.module, origin, depth

    def inside(self, origin: ast.expr) -> _Follower:
        """What follows the same result through another function, where it comes from ``origin``."""
        return _Follower(self.site, origin, self.depth + 1)

    def value(self, node: ast.expr, code: Code, view: View) -> _Found:
        """What becomes of an expression that stands for a part of the result. Raises Refusal where it can't stay."""
        try:
            return self._consumer(node, code, view)
        except _Changed:
            bound = isinstance(node, (ast.Subscript, ast.Call)) and isinstance(self.module.parents.get(node), (ast.Assign, ast.AnnAssign))
            if not bound and not self._is_direct(node):
                raise
            return self.rebuilt(node, code, view)
        except Refusal:
            return self.rebuilt(node, code, view)

    def rebuilt(self, node: ast.expr, code: Code, view: View) -> _Found:
        """The v3 shape at the place of ``node``. Raises Refusal where it can't be built."""
        rebuilt = view.rebuilt(code)
        self._check_names(node, rebuilt)
        inner = view.element() if view.listed and is_text_that_counts(self.module, node) else view
        if not inner.ordered and shows_order(self.module, node):
            self.site.unit.doubt("v4 gives the properties of an object in no certain order")
        if view.holds("errors", "") is False and any(literal.value == "errors" for literal in self.module.literals):
            self.site.unit.doubt("a failed query raises an exception in v4")
        if view.absent and isinstance(self.module.parents.get(node), _TIGHTER):  # ``None if obj is None else ...``
            rebuilt = join("(", rebuilt, ")")
        return _Found({node: rebuilt}, 1, int(not is_only_read(self.site, node)))

    def _check_names(self, node: ast.expr, code: Code) -> None:
        """Raise Refusal where a name from the v3 call, or from what its result is read of, means something else at the place
        that its part is written to."""
        if node is self.origin or self._is_direct(node):
            return
        here, scope = set(ast.walk(node)), self.module.scope_of(self.origin)
        parts = [part for part in kept(code) if part not in here and part in self.module.parents and self.module.scope_of(part) is scope]
        for part in parts:
            for name in names([part]) & scope.names.keys():
                if reaching(self.module, scope, name, part) != reaching(self.module, scope, name, node):
                    raise Unlike

    def _is_unchanged(self, node: ast.expr) -> bool:
        """Whether the names in an expression mean what they do where the query is made."""
        scope = self.module.scope_of(self.origin)
        if self.module.scope_of(node) is not scope:
            return not names([node])
        known = names([node]) & scope.names.keys()
        return all(reaching(self.module, scope, name, node) == reaching(self.module, scope, name, self.origin) for name in known)

    def _is_direct(self, node: ast.expr) -> bool:
        """Whether nothing but this expression holds the result."""
        current: ast.AST = node
        while current is not self.origin:
            if not isinstance(current, (ast.Subscript, ast.Attribute, ast.Call)):
                return False
            current = current.func if isinstance(current, ast.Call) else current.value
        return True

    def _consumer(self, node: ast.expr, code: Code, view: View) -> _Found:
        parent = self.module.parents.get(node)
        if isinstance(parent, ast.Subscript) and parent.value is node:
            return self._subscript(parent, code, view)
        if isinstance(parent, ast.Attribute) and parent.value is node:
            return self._method(parent, code, view)
        if self.site.is_discarded(node):
            return _Found({node: code})
        if isinstance(parent, (ast.Assign, ast.AnnAssign, ast.NamedExpr)) and parent.value is node:
            return self._bound(parent, node, code, view)
        if isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)) and parent.iter is node:
            return self._loop(parent, node, code, view.element(), view.place)
        if isinstance(parent, ast.IfExp) and parent.body is node and view.listed and isinstance(parent.orelse, ast.List) and not parent.orelse.elts:
            found = self.value(parent, parent, view)  # an empty list does for both
            if found.replaced.pop(parent, parent) is not parent:
                raise Unlike  # one of two results leaves
            found.replaced[node] = code
            return found
        if isinstance(parent, ast.Call) and node in parent.args and isinstance(parent.func, ast.Name) and terminal(parent.func) in _BUILTINS:
            return self._builtin(parent, node, code, view)
        given = isinstance(parent, (ast.Return, ast.keyword)) or (isinstance(parent, ast.Call) and node in parent.args)
        if parent is not None and (given or self._is_or_none(parent, node)):
            return self._carried(node, parent, code, view)
        if isinstance(parent, ast.Compare) and len(parent.ops) == 1 and parent.comparators[0] is node and isinstance(parent.ops[0], (ast.In, ast.NotIn)):
            held = view.holds(self._key(parent.left), parent.left)
            if held is not None and self._is_unchanged(parent.left):
                return _Found(known=failing.Known({parent: held is isinstance(parent.ops[0], ast.In)}, failure=view.holds("errors", "") is False))
        if (view.listed or view.optional) and (is_test(self.module, node, parent) or is_none_test(parent)):
            test = parent if isinstance(parent, ast.Compare) else node
            return _Found({node: code}, known=failing.Known(beside={test: says(test)} if view.certain else {}, failure=False))
        if isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.Or) and parent.values[0] is node and len(parent.values) == 2:
            other = constant(parent.values[1])
            if view.absent:
                raise Unlike  # the other value stands for what is not there
            if other in ({}, []) and not isinstance(self.module.parents.get(parent), ast.BoolOp):  # ``r.get("data") or {}``
                return self.value(parent, code, view)
        raise Unlike

    def _is_or_none(self, parent: ast.AST, node: ast.expr) -> bool:
        """Whether it is returned under a condition, and else ``None``."""
        if not isinstance(parent, ast.IfExp) or parent.body is not node or not isinstance(self.module.parents.get(parent), ast.Return):
            return False
        return isinstance(parent.orelse, ast.Constant) and parent.orelse.value is None

    def _carried(self, node: ast.expr, parent: ast.AST, code: Code, view: View) -> _Found:
        from .carried import carried  # late: it is in few files that a result goes through private functions

        found, given = _Found({node: code}), node
        if isinstance(parent, ast.IfExp):  # ``return found[0] if found else None``
            given, parent = parent, self.module.parents[parent]
        for each in carried(self, given, parent, view):
            found.add(each)
        return found

    def _subscript(self, parent: ast.Subscript, code: Code, view: View) -> _Found:
        if not isinstance(parent.ctx, ast.Load):
            raise _Changed
        if isinstance(parent.slice, ast.Slice):
            if not (view.listed and view.sliced):
                raise Unlike
            text = [self.module.source.segment(p) if p is not None else "" for p in (parent.slice.lower, parent.slice.upper)]
            if parent.slice.step is not None or any(any(isinstance(n, ast.Call) for n in ast.walk(p)) for p in (parent.slice.lower, parent.slice.upper) if p):
                raise Unlike
            return self.value(parent, join(code, f"[{text[0]}:{text[1]}]"), view)
        if view.holds(self._key(parent.slice), parent.slice) is False:
            outer = self.module.parents.get(parent)
            while isinstance(outer, ast.Subscript) and outer.value is parent and isinstance(outer.slice, ast.Constant):
                parent, outer = outer, self.module.parents.get(outer)
            return _Found(known=failing.Known(messages=[parent]))
        return self._item(parent, *self._part(view, parent.slice, code))

    def _part(self, view: View, key: ast.expr, code: Code) -> tuple[Code, View | None]:
        """What is at a key of a result. Raises Refusal where that is no part of the answer, so that nobody would ask any more."""
        new, inner = view.item(self._key(key), key, code)
        if calls(code) and isinstance(new, str) and _is_constant(new):
            raise Unlike
        return new, inner

    def _key(self, node: ast.expr) -> object:
        """The value of a literal key; a variable for it that nothing else reads goes with it."""
        assignment = assigned_once(self.site, node) if isinstance(node, ast.Name) else None
        if isinstance(node, ast.Name) and assignment is not None and isinstance(assignment.value, ast.Constant):
            self.site.unit.read[node] = assignment
        return constant(node)

    def _item(self, node: ast.expr, code: Code, view: View | None) -> _Found:
        if view is not None:
            return self.value(node, code, view)
        self._check_names(node, code)
        return _Found({node: code})

    def _method(self, parent: ast.Attribute, code: Code, view: View) -> _Found:
        outer = self.module.parents.get(parent)
        if parent.attr in _CHANGING:
            raise _Changed
        called = outer if isinstance(outer, ast.Call) and outer.func is parent else None
        if called is not None and not called.args and not called.keywords and (inner := view.method(parent.attr)) is not None:
            return self._item(called, join(code, f".{parent.attr}()"), inner)
        if not isinstance(outer, ast.Call) or outer.func is not parent or parent.attr != "get" or view.listed:
            raise Unlike
        if not 1 <= len(outer.args) <= 2 or outer.keywords:
            raise Unlike
        if view.holds(self._key(outer.args[0]), outer.args[0]) is False:
            return self._missing(outer)
        new, inner = self._part(view, outer.args[0], code)
        default = outer.args[1] if len(outer.args) > 1 else None
        if inner is None:
            new = with_default(new, outer.args[0], default)
        elif inner.listed and default is None:
            pass
        return self._item(outer, new, inner)

    def _missing(self, node: ast.Call) -> _Found:
        """``r.get("errors")``: ``None`` unless the query failed."""
        parent = self.module.parents.get(node)
        if len(node.args) == 1 or not constant(node.args[1]):
            if isinstance(parent, ast.Compare) and is_none_test(parent):
                return _Found(known=failing.Known({parent: not says(parent)}))
            if is_test(self.module, node, parent):
                return _Found(known=failing.Known({node: False}))
        return _Found(known=failing.Known(messages=[node]))

    def _length(self, node: ast.Call, length: int) -> _Found:
        """``len(...)`` of a list whose length is known."""
        parent = self.module.parents.get(node)
        if isinstance(parent, ast.Compare) and parent.left is node and len(parent.ops) == 1:
            other, compare = constant(parent.comparators[0]), _COMPARED.get(type(parent.ops[0]))
            if isinstance(other, int) and compare is not None:
                return _Found(known=failing.Known({parent: compare(length, other)}, failure=False))
        if is_test(self.module, node, parent):
            return _Found(known=failing.Known({node: length > 0}, failure=False))
        if any(inner is self.site.usage.call for inner in ast.walk(node)):
            raise Unlike  # the request would be gone
        return _Found({node: str(length)})

    def _builtin(self, parent: ast.Call, node: ast.expr, code: Code, view: View) -> _Found:
        name = parent.func.id if isinstance(parent.func, ast.Name) else ""
        if name == "len" and view.length is not None:
            return self._length(parent, view.length)
        if not view.listed or parent.args[0] is not node:
            raise Unlike
        if (len(parent.args) > 1 or parent.keywords) and name != "enumerate":
            raise Unlike
        if name in _READING:
            return _Found({node: code})
        if name not in _SAME:
            raise Unlike
        if name == "list":
            found = self.value(parent, parent, view)
            if parent in found.replaced:
                raise Unlike
        else:
            outer = self.module.parents.get(parent)
            if not isinstance(outer, (ast.For, ast.comprehension)) or outer.iter is not parent:
                raise Unlike
            found = self._loop(outer, parent, parent, view.element(), place=1 if name == "enumerate" else None)
            found.replaced.pop(parent, None)
        found.replaced[node] = code
        return found

    # -- names ------------------------------------------------------------------------------------------------------

    def _bound(self, parent: ast.AST, node: ast.expr, code: Code, view: View) -> _Found:
        targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]  # type: ignore[attr-defined]
        if len(targets) != 1 or not isinstance(targets[0], ast.Name) or isinstance(parent, ast.NamedExpr):
            raise Unlike
        if isinstance(parent, ast.AnnAssign) and terminal(parent.annotation) not in (*_ANYTHING, *["list", "List", "Sequence"] * view.listed):
            raise Unlike  # annotated as what v3 returned
        alias = isinstance(parent, ast.Assign) and isinstance(code, ast.Name) and node is not code and is_alias(self.site, self.origin, targets[0], code)
        found = self._loads(parent, targets[0], view, code if alias else None)
        if found.rebuilt >= _MANY:
            raise Unlike  # it leaves in several places
        if alias and isinstance(parent, ast.Assign):
            found.removed.append(parent)
        else:
            found.replaced[node] = code
        return found

    def _loop(self, parent: ast.AST, node: ast.expr, code: Code, view: View, place: int | None = None) -> _Found:
        target = parent.target  # type: ignore[attr-defined]
        if place is not None:
            if not isinstance(target, ast.Tuple) or len(target.elts) != 2:
                raise Unlike
            target = target.elts[place]
        if not isinstance(target, ast.Name):
            raise Unlike
        found = self._loads(parent, target, view)
        if found.rebuilt >= _MANY:
            raise Unlike  # it leaves in several places
        found.replaced[node] = code
        return found

    def _loads(self, parent: ast.AST, target: ast.Name, view: View, alias: Code | None = None) -> _Found:
        """All reads of the name that get this part of the result. Raises Refusal where one may get something else."""
        module = self.module
        found, several = _Found(), 0
        scope = module.scope_of(target)
        exported = scope is module.scope and self._is_exported(target.id)
        if scope.elsewhere.get(target.id) or scope.is_class or exported or is_reflected(self.site, scope):
            raise Unlike
        if id(module.bindings_of(target)) in module.augmented:
            raise _Changed
        if target.id not in scope.names:
            raise Unlike
        known = readers(module, scope, target.id)
        for _, load, reached in known.of.get(parent, ()):
            mine = [b for b in reached if b.node is parent]
            if any(not self._goes_with(b, view) for b in reached if b not in mine):
                raise Unlike
            read = self._read(load, alias or load, view, any(isinstance(b.value, ast.Constant) for b in reached))
            found.add(read)
            if not read.known:  # such a test is gone
                several += _MANY if repeats(module, parent, load) else 1
        if known.elsewhere is not None:
            raise Unlike
        if found.kept and several > 1:
            raise Unlike  # what is handed on is read again, and may be changed
        return found

    def _is_exported(self, name: str) -> bool:
        """Whether other files read a name of the module."""
        if self.module.source.file is not None and self.site.engine.project.is_named_elsewhere(self.module, name):
            return True
        return self.site.planner.imports.is_exported(name)

    def _read(self, load: ast.Name, code: Code, view: View, nothing: bool) -> _Found:
        """What becomes of a read of a name, which may also hold ``nothing``: ``None``, in both clients."""
        parent = self.module.parents.get(load)
        if nothing and (is_test(self.module, load, parent) or is_none_test(parent)):
            return _Found({load: load})
        found = self.value(load, code, view)
        if nothing and found.replaced.get(load, load) is not load:
            raise Unlike  # what leaves may be ``None``
        return found

    @staticmethod
    def _goes_with(binding: Binding, view: View) -> bool:
        """Whether another value of the name can stay as it is beside the v4 object: an empty list, ``None``."""
        value = binding.value
        if binding.kind != "value" or binding.path:
            return False
        if isinstance(value, ast.Constant):
            return value.value is None
        return view.listed and isinstance(value, ast.List) and not value.elts


def _is_constant(code: str) -> bool:
    try:
        ast.literal_eval(code)
    except (SyntaxError, ValueError):
        return False
    return True
