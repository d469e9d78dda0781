"""Where filters that are not written in the call: variables, lists of operands, functions that return one.

What flows into nothing but filters is rewritten where it is made, and holds a v4 filter from then on.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from ...inference.values import Function
from ...records import field, record
from ..code import Code
from ..literal import is_shared, reads
from ..site import Site
from ..unit import Refusal
from .functions import calls_of, given, is_plain

_ASKED = frozenset("len bool".split())


@record(eq=False)
class Flow:
    """Follows one filter (``kind``) back to the dictionaries that it is made of; ``clause`` writes a dictionary as a filter, and
    with ``lists`` a list.

    ``claimed`` are the reads of variables and the calls of functions that are known to be filters, ``required`` those that
    have to be.
    """

    site: Site
    clause: Callable[[ast.Dict | ast.List], Code]
    kind: str = "filter"
    lists: bool = False
    shared: dict[ast.AST, Code] = field(default_factory=dict)
    claimed: set[ast.expr] = field(default_factory=set)
    required: set[ast.expr] = field(default_factory=set)
    seen: list[object] = field(default_factory=list)  # bindings of variables and functions that were followed

    def commit(self) -> None:
        """Put what was found into the fix."""
        self.site.unit.shared.update(self.shared)
        self.site.unit.claimed |= self.claimed
        self.site.unit.required |= self.required

    def filter(self, node: ast.expr) -> None:
        """Take an expression for a filter. Raises Refusal where it may be something else."""
        if isinstance(node, ast.Dict) or (self.lists and isinstance(node, ast.List)):
            if node not in self.shared:
                self.shared[node] = self.clause(node)
        elif isinstance(node, ast.Constant) and node.value is None:
            pass
        elif isinstance(node, ast.IfExp):
            self.filter(node.body)
            self.filter(node.orelse)
        elif isinstance(node, ast.Name):
            self.claimed.add(node)
            self._variable(node, self.filter, self._is_test)
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and not isinstance(node.slice, ast.Slice):
            self.claimed.add(node)
            self.operands(node.value)
        elif isinstance(node, ast.Call):
            self._returned(node)
        else:
            raise Refusal("what the where filter is can't be seen")

    def operands(self, node: ast.expr) -> None:
        """Take an expression for a list of filters. Raises Refusal where it may be something else."""
        if isinstance(node, (ast.List, ast.Tuple)):
            for element in node.elts:
                self.filter(element)
        elif isinstance(node, ast.ListComp):
            self.filter(node.elt)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            self.operands(node.left)
            self.operands(node.right)
        elif isinstance(node, ast.Name):
            self.claimed.add(node)
            self._variable(node, self.operands, self._is_list_use)
        else:
            raise Refusal("what the operands of the where filter are can't be seen")

    def check_complete(self, node: ast.Name) -> None:
        """Raise Refusal where operands may be added behind the place that reads the list: a v4 filter would not see them."""
        scope = self.site.module.scope_of(node)
        for read in reads(self.site, node):
            parent = self.site.parent(read)
            if isinstance(parent, ast.Attribute) and (read.lineno > node.lineno or self.site.module.scope_of(read) is not scope):
                raise Refusal("operands are added to the where filter after it is made")

    def _variable(self, node: ast.Name, take: Callable[[ast.expr], None], allows: Callable[[ast.Name], bool]) -> None:
        """All that the variable is bound to is taken, and all that reads it has to be a filter but for what ``allows``."""
        module = self.site.module
        bindings = module.bindings_of(node)
        if not bindings:
            raise Refusal(f"what `{node.id}` is can't be seen")
        if any(bindings is each for each in self.seen):
            return
        self.seen.append(bindings)
        if bindings is module.scope.names.get(node.id) and is_shared(self.site, self.site.statement(bindings[0].node), node.id):
            self.site.unit.doubt(f"`{node.id}` holds a v4 {self.kind} then, also for other files")
        for binding in bindings:
            value = binding.value
            if isinstance(binding.node, ast.arg):
                self._parameter(binding.node, take)
                continue
            if binding.path or not isinstance(value, ast.expr) or binding.kind not in ("value", "element"):
                raise Refusal(f"what `{node.id}` is can't be seen")
            if binding.kind == "element":
                if not isinstance(value, (ast.List, ast.Tuple)):
                    raise Refusal(f"what `{node.id}` is can't be seen")
                self.operands(value)
            else:
                take(value)
        self.required |= {read for read in reads(self.site, node) if not allows(read)}

    def _parameter(self, parameter: ast.arg, take: Callable[[ast.expr], None]) -> None:
        """What all calls of the function give it is taken."""
        module = self.site.module
        function = module.parents.get(module.parents[parameter])
        if not isinstance(function, ast.FunctionDef) or not is_plain(self.site, function) or parameter in (function.args.vararg, function.args.kwarg):
            raise Refusal(f"what `{parameter.arg}` is can't be seen")
        calls = calls_of(self.site, function)
        if not calls:
            raise Refusal(f"what `{parameter.arg}` is can't be seen")
        elsewhere = module.source.file is not None and self.site.engine.project.is_named_elsewhere(module, function.name)
        if elsewhere or not function.name.startswith("_"):
            self.site.unit.doubt(f"`{function.name}` takes a v4 {self.kind} then, also from other files")
        for call in calls:
            take(given(function, call)[parameter.arg])

    def _is_test(self, read: ast.Name) -> bool:
        """Whether the filter is only asked whether it is there."""
        parent = self.site.parent(read)
        if isinstance(parent, (ast.If, ast.IfExp, ast.While)):
            return parent.test is read
        if isinstance(parent, ast.Compare):
            return isinstance(parent.ops[0], (ast.Is, ast.IsNot)) and isinstance(parent.comparators[0], ast.Constant)
        return isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)

    def _is_list_use(self, read: ast.Name) -> bool:
        """Whether a read of a list of operands adds to it, asks for its length, or takes one of them."""
        parent = self.site.parent(read)
        if isinstance(parent, ast.Attribute):
            call = self.site.parent(parent)
            if not isinstance(call, ast.Call) or call.func is not parent or len(call.args) != 1 or call.keywords:
                return False
            if parent.attr == "append":
                self.filter(call.args[0])
            elif parent.attr == "extend":
                self.operands(call.args[0])
            return parent.attr in ("append", "extend")
        if isinstance(parent, ast.Call):
            return isinstance(parent.func, ast.Name) and parent.func.id in _ASKED
        if isinstance(parent, ast.Subscript):  # one of them: what it is taken for is followed, or is a filter that is required
            self.required.add(parent)
            if self._leads_on(parent):
                self.claimed.add(parent)
            return True
        return self._is_test(read)

    def _leads_on(self, node: ast.Subscript) -> bool:
        """Whether one of the operands is itself bound to, or made an operand of, what is followed."""
        parent = self.site.parent(node)
        return isinstance(parent, ast.Assign) or (isinstance(parent, ast.IfExp) and node is not parent.test)

    def _returned(self, node: ast.Call) -> None:
        """A filter that a function of the file makes: what it returns is taken, and all that calls it has to be a filter."""
        module = self.site.module
        functions = [v.node for v in self.site.engine.values(module, node.func) if isinstance(v, Function) and v.module is module]
        if len(functions) != 1 or isinstance(functions[0], ast.Lambda) or not is_plain(self.site, functions[0]):
            raise Refusal("what the where filter is can't be seen")
        function = functions[0]
        self.claimed.add(node)
        if any(function is each for each in self.seen):
            return
        self.seen.append(function)
        if not function.name.startswith("_"):
            self.site.unit.doubt(f"`{function.name}` returns a v4 {self.kind} then, also to other files")
        returned = module.returned.get(function, [])
        if not returned or module.yielded.get(function):
            raise Refusal(f"what `{function.name}` returns can't be seen")
        for value in returned:
            self.filter(value)
        self.required |= set(module.calls_by_name.get(function.name, ()))
