"""Results that a private function of the file returns, or is given: the v4 object goes that way where all that read it can be seen."""

from __future__ import annotations

import ast

from ..inference.scopes import COMPREHENSIONS, FUNCTIONS
from ..inference.values import Function
from .literal import is_reflected
from .search.functions import calls_of, given
from .site import Site, terminal
from .unit import Refusal, Unlike
from .views import View

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from .results import _Follower as Follower
    from .results import _Found as Found

_DEEPEST = 4  # functions that a result goes through
_UNSAID = (None, "Any", "object")  # annotations that go with a v4 object


def carried(follower: Follower, node: ast.expr, parent: ast.AST, view: View) -> list[Found]:
    """What becomes of a part of a result that a function returns or is given. Raises Refusal where that can't be seen, or the v3 shape
    would be built anew there: that is done where it leaves then."""
    unit = follower.site.unit
    if follower.depth >= _DEEPEST:
        raise Unlike
    before = list(unit.doubts), dict(unit.read), dict(unit.imports), list(unit.before)
    try:
        if isinstance(parent, ast.Return):
            places, origin = _returned(follower, parent, node, view), None
        else:
            call = follower.module.parents.get(parent) if isinstance(parent, ast.keyword) else parent
            if not isinstance(call, ast.Call):
                raise Unlike
            places, origin = _handed(follower, call, node, view), follower.origin
        found = []
        for place, inner in places:
            each = follower.inside(origin or place).value(place, place, inner)
            if each.rebuilt or each.known:
                raise Unlike
            found.append(each)
    except Refusal:
        unit.doubts[:], unit.read, unit.imports, unit.before[:] = before[0], before[1], before[2], before[3]
        raise
    return found


def _returned(follower: Follower, statement: ast.Return, node: ast.expr, view: View) -> list[tuple[ast.expr, View]]:
    """The calls of the function that a statement returns a part of a result from, and the view of what they give. Raises Refusal."""
    site, module = follower.site, follower.module
    function = site.function(statement)
    if not isinstance(function, ast.FunctionDef) or function.decorator_list or not _is_private(site, function):
        raise Unlike
    others = [value for value in module.returned.get(function, ()) if value is not node]
    if module.yielded.get(function) or any(not isinstance(value, ast.Constant) or value.value is not None for value in others):
        raise Unlike
    if _says(function.returns) not in _UNSAID:
        raise Unlike
    inner, calls = view.carried(), _calls(site, function)
    if not calls:
        raise Unlike
    return [(call, inner) for call in calls]


def _handed(follower: Follower, call: ast.Call, node: ast.expr, view: View) -> list[tuple[ast.expr, View]]:
    """The reads of the parameter that a part of a result is given as, in the one call of the function, and its view. Raises Refusal."""
    site, module = follower.site, follower.module
    found = [v.node for v in site.engine.values(module, call.func) if isinstance(v, Function) and v.module is module]
    function = found[0] if len(found) == 1 else None
    if not isinstance(function, ast.FunctionDef) or function.decorator_list or not _is_private(site, function):
        raise Unlike
    inner, calls = view.carried(), _calls(site, function)
    if calls != [call] or is_reflected(site, site.scope(function.body[0])):
        raise Unlike
    name = next((name for name, value in given(function, call).items() if value is node), "")
    parameter = next((a for a in [*function.args.args, *function.args.kwonlyargs] if a.arg == name), None)
    scope = site.scope(function.body[0])
    if parameter is None or _says(parameter.annotation) not in _UNSAID or len(scope.names[name]) != 1:
        raise Unlike
    loads = module.loads_in(scope, name)
    if id(scope.names[name]) in module.augmented or any(_is_elsewhere(site, load, function) for load in loads):
        raise Unlike
    return [(load, inner) for load in loads]


def _calls(site: Site, function: ast.FunctionDef) -> list[ast.Call]:
    """All calls of a function; looked for once. Raises Refusal."""
    memo, key = site.planner.memo, f"calls of {id(function)}"
    if key not in memo:
        doubts = list(site.unit.doubts)
        try:
            memo[key] = calls_of(site, function)
        except Refusal:
            memo[key] = None
        if doubts != site.unit.doubts:  # it may be read by its name as text
            site.unit.doubts[:], memo[key] = doubts, None
    if not isinstance(found := memo[key], list):
        raise Unlike
    return found


def _is_elsewhere(site: Site, load: ast.Name, function: ast.FunctionDef) -> bool:
    """Whether a function inside of the function reads its parameter."""
    scope = site.scope(load)
    while isinstance(scope.node, COMPREHENSIONS) and scope.parent is not None:
        scope = scope.parent
    return scope.node is not function


def _is_private(site: Site, function: ast.FunctionDef) -> bool:
    """Whether no other file uses the function, by its name or as it stands inside of another one."""
    scope, name = site.module.scope_of(function), function.name
    if isinstance(scope.node, FUNCTIONS):
        return True
    elsewhere = site.module.source.file is not None and site.engine.project.is_named_elsewhere(site.module, name)
    return name.startswith("_") and not name.startswith("__") and not elsewhere


def _says(annotation: ast.expr | None) -> str | None:
    return terminal(annotation) or "" if annotation is not None else None
