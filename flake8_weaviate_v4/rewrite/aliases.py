"""Names for a part of a v3 result, where v4 has one object for both."""

from __future__ import annotations

import ast

from ..inference.bindings import Module
from ..inference.flow import LOOPS
from ..inference.scopes import COMPREHENSIONS, Scope
from .site import Site


def is_alias(site: Site, origin: ast.expr, target: ast.Name, name: ast.Name) -> bool:
    """Whether ``target = name["data"]`` would become ``target = name``, and each of them is bound once, in the block of ``origin``."""
    module = site.module
    scope, statements = module.scope_of(target), [site.statement(n) for n in (target, name)]
    if scope is not module.scope_of(name) or any(len(scope.names.get(n.id, ())) != 1 for n in (target, name)):
        return False
    first = site.statement(origin)
    if module.source.path.endswith(".ipynb") or module.parents.get(first) is not module.parents.get(statements[0]):
        return False
    reads = [n for n in module.names[target.id] if n is not target]
    return all(not first.lineno <= read.lineno <= statements[0].lineno and not _is_another(module, read, scope, name.id) for read in reads)


def _is_another(module: Module, node: ast.AST, scope: Scope, name: str) -> bool:
    """Whether a name is another at a node than in the scope around."""
    current: Scope | None = module.scope_of(node)
    while current is not None and current is not scope:
        if name in current.names:
            return True
        current = current.parent
    return False


def repeats(module: Module, binding: ast.AST, load: ast.AST) -> bool:
    """Whether a name may be read several times for one time that it is bound."""
    around, inner = {binding, *module.ancestors(binding)}, load
    for outer in module.ancestors(load):
        if outer in around:
            return False
        if isinstance(outer, LOOPS) and inner is not getattr(outer, "iter", None):
            return True
        if isinstance(outer, COMPREHENSIONS) and inner is not outer.generators[0]:
            return True
        if isinstance(outer, ast.comprehension) and inner is not outer.iter:
            return True
        inner = outer
    return False
