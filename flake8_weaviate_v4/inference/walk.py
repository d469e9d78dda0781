"""What a module binds, and where: one walk over its tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from .names import dotted, every_argument, terminal
from .scopes import COMPREHENSIONS, REST, UNKNOWN, Binding, Scope

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Any

    from .bindings import Module

_STORING = frozenset("append appendleft add put put_nowait setdefault insert set".split())
_HANDING_ON = frozenset(
    "submit partial to_thread run_in_threadpool run_sync apply_async start_soon create_task map Thread Process Timer".split()
)
_BLOCKS = frozenset({"body", "orelse", "finalbody", "handlers", "cases"})
_NO_NODES = frozenset({"ctx", "op", "ops", "type_comment", "kind", "id", "attr", "type_ignores", "arg", "asname", "level", "conversion"})
# Kind of node -> its fields that can hold nodes, last first.
_FIELDS: dict[type, tuple[str, ...]] = {
    kind: tuple(name for name in reversed(kind._fields) if name not in _NO_NODES)
    for kind in vars(ast).values() if isinstance(kind, type) and issubclass(kind, ast.AST)
}  # fmt: skip


class Walk:
    """One pass over the tree, without recursion: a long chain is a deep tree."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.stack: list[tuple[ast.AST, Scope]] = []
        self.kept: dict[type[ast.AST], list[Any]] = {
            ast.Attribute: module.attributes, ast.Subscript: module.subscripts, ast.Compare: module.comparisons,
            ast.Call: module.calls, ast.ClassDef: module.classes, ast.Match: module.matches,
            ast.Import: module.imports, ast.ImportFrom: module.imports, ast.withitem: module.entered,
            ast.ExceptHandler: module.handlers,
            ast.Name: module.leaves, ast.Constant: module.literals,
        }  # fmt: skip

    def run(self) -> None:
        """Visit the nodes in source order; names and literals are noted with what they are part of."""
        module, stack = self.module, self.stack
        tree = module.source.tree
        module.roots[tree] = module.scope
        self.push_body(tree.body, tree, module.scope)
        parents, blocks, fields, handlers, kept = module.parents, module.fields, _FIELDS, _HANDLERS, self.kept
        while stack:
            node, scope = stack.pop()
            kind: type = node.__class__
            if kind in kept:
                kept[kind].append(node)
            if kind in handlers and handlers[kind](self, node, scope):
                continue
            for name in fields[kind]:
                value: Any = getattr(node, name, None)
                kind = value.__class__
                if kind is ast.Name or kind is ast.Constant:
                    parents[value] = node
                    kept[kind].append(value)
                elif kind is list:
                    if not value:
                        continue
                    block = name in _BLOCKS
                    for child in reversed(value):
                        kind = child.__class__
                        if kind is ast.Name or kind is ast.Constant:
                            parents[child] = node
                            kept[kind].append(child)
                        elif isinstance(child, ast.AST):
                            parents[child] = node
                            stack.append((child, scope))
                            if block:
                                blocks[child] = name
                elif isinstance(value, ast.AST):
                    parents[value] = node
                    stack.append((value, scope))

    def push_body(self, body: list[ast.stmt], parent: ast.AST, scope: Scope) -> None:
        """Have the statements of a scope visited next."""
        parents, fields, roots, stack = self.module.parents, self.module.fields, self.module.roots, self.stack
        for statement in reversed(body):
            parents[statement], fields[statement], roots[statement] = parent, "body", scope
            stack.append((statement, scope))

    def push(self, node: ast.AST | None, parent: ast.AST, scope: Scope, root: bool = False) -> None:
        """Have a node visited next."""
        if node is not None:
            self.module.parents[node] = parent
            if root:
                self.module.roots[node] = scope
            self.stack.append((node, scope))

    # -- what binds -----------------------------------------------------------------------------------------------

    def bind(self, name: str, scope: Scope, binding: Binding) -> None:
        if not scope.elsewhere and binding.kind != "walrus":
            scope.names[name].append(binding)
            return
        where = scope.elsewhere.get(name)
        binding.elsewhere = where is not None
        owner = scope
        if where == "global":
            owner = self.module.scope
        elif where == "nonlocal":
            outer = scope.parent
            while outer is not None and (outer.is_class or name not in outer.names) and outer.parent is not None:
                outer = outer.parent
            owner = outer or scope
        elif binding.kind == "walrus":
            while isinstance(owner.node, COMPREHENSIONS) and owner.parent is not None:
                owner = owner.parent
        owner.names[name].append(binding)

    def target(self, target: ast.expr, scope: Scope, binding: Binding) -> None:
        """Bind a target; ``binding`` says what it gets, its path grows through unpacking."""
        if isinstance(target, ast.Name):
            self.bind(target.id, scope, binding)
        elif isinstance(target, ast.Starred):
            self.target(target.value, scope, binding)
        elif isinstance(target, (ast.Tuple, ast.List)):
            for item, step in zip(target.elts, _places(target.elts), strict=True):
                inner = Binding(binding.kind, binding.node, binding.value, (*binding.path, step))
                self.target(item, scope, inner)
        elif isinstance(target, ast.Attribute):
            self.module.attribute_stores[target.attr].append((target, binding))
        elif isinstance(target, ast.Subscript) and isinstance(binding.value, ast.expr) and not binding.path:
            self.module.store(target.value, binding.value, target.slice)

    def assign(self, node: ast.Assign, scope: Scope) -> None:
        for target in node.targets:
            self.target(target, scope, Binding("value", node, node.value))

    def annotated(self, node: ast.AnnAssign, scope: Scope) -> None:
        self.module.annotations.append(node.annotation)
        self.target(node.target, scope, Binding("value", node, node.value, annotation=node.annotation))

    def augmented(self, node: ast.AugAssign, scope: Scope) -> None:
        if isinstance(node.target, ast.Name):
            self.bind(node.target.id, scope, Binding("value", node, node.value))

    def alias(self, node: Any, scope: Scope) -> None:
        """``type Db = Client | None``."""
        self.bind(node.name.id, scope, Binding("value", node, node.value))

    def type_parameters(self, node: ast.AST, scope: Scope, inner: Scope) -> bool:
        """Bind the type parameters of a function or class; whether it has any."""
        parameters = getattr(node, "type_params", [])
        for parameter in parameters:
            bound = getattr(parameter, "bound", None)
            self.bind(parameter.name, inner, Binding("bound", ast.arg(parameter.name), bound))
            self.push(bound, node, scope)
        return bool(parameters)

    def loop(self, node: ast.For | ast.AsyncFor, scope: Scope) -> None:
        self.target(node.target, scope, Binding("element", node, node.iter))

    def with_(self, node: ast.With | ast.AsyncWith, scope: Scope) -> None:
        for item in node.items:
            if item.optional_vars is not None:
                self.target(item.optional_vars, scope, Binding("entered", node, item.context_expr))

    def walrus(self, node: ast.NamedExpr, scope: Scope) -> None:
        binding = Binding("walrus", node, node.value)
        self.bind(node.target.id, scope, binding)

    def import_(self, node: ast.Import, scope: Scope) -> bool:
        for alias in node.names:
            self.module.parents[alias] = node
            name, dotted = (alias.asname, alias.name) if alias.asname else (alias.name.split(".")[0],) * 2
            self.module.imported.add(name)
            self.bind(name, scope, Binding("import", node, alias, dotted=dotted))
        return True

    def import_from(self, node: ast.ImportFrom, scope: Scope) -> bool:
        for alias in node.names:
            self.module.parents[alias] = node
            binding = Binding("import", node, alias, dotted=node.module or "", level=node.level, member=alias.name)
            if alias.name == "*":
                scope.stars.append(binding)
            else:
                self.module.imported.add(alias.asname or alias.name)
                self.bind(alias.asname or alias.name, scope, binding)
        return True

    def handler(self, node: ast.ExceptHandler, scope: Scope) -> None:
        if node.name:
            self.bind(node.name, scope, Binding("caught", node, node.type))

    def match(self, node: ast.Match, scope: Scope) -> None:
        todo: list[tuple[ast.AST, tuple[int | str, ...]]] = [(case.pattern, ()) for case in node.cases]
        while todo:
            inner, path = todo.pop(0)
            if isinstance(inner, (ast.MatchAs, ast.MatchStar)) and inner.name:
                self.bind(inner.name, scope, Binding("pattern", inner, node.subject, path))
            elif isinstance(inner, ast.MatchMapping) and inner.rest:
                self.bind(inner.rest, scope, Binding("other", inner))
            if isinstance(inner, ast.MatchSequence):
                todo += ((part, (*path, step)) for part, step in zip(inner.patterns, _places(inner.patterns), strict=True))
                continue
            deeper = (*path, UNKNOWN) if isinstance(inner, (ast.MatchMapping, ast.MatchClass)) else path
            todo += ((part, deeper) for part in ast.iter_child_nodes(inner))

    def declared(self, node: ast.Global | ast.Nonlocal, scope: Scope) -> None:
        for name in node.names:
            scope.elsewhere[name] = "global" if isinstance(node, ast.Global) else "nonlocal"

    def delete(self, node: ast.Delete, scope: Scope) -> None:
        for target in node.targets:
            if isinstance(target, ast.Name):
                self.bind(target.id, scope, Binding("deleted", node))

    # -- scopes ---------------------------------------------------------------------------------------------------

    def function(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, scope: Scope) -> bool:
        inner, around, generic = Scope(node, scope), scope, False
        if isinstance(node, ast.Lambda):
            self.push(node.body, node, inner, root=True)
            self.module.returned[node].append(node.body)
        else:
            self.module.defined.add(node.name)
            self.bind(node.name, scope, Binding("function", node, node))
            self.push_body(node.body, node, inner)
            if generic := self.type_parameters(node, scope, inner):
                around = inner  # where annotations are looked up
            self.push(node.returns, node, around, root=generic)
            if node.returns is not None:
                self.module.annotations.append(node.returns)
            for decorator in reversed(node.decorator_list):
                self.push(decorator, node, scope)
        arguments = node.args
        self.module.parents[arguments] = node
        for default in [*arguments.defaults, *arguments.kw_defaults]:
            self.push(default, arguments, scope)
        for argument in every_argument(arguments):
            self.module.parents[argument] = arguments
            self.bind(argument.arg, inner, Binding("parameter", argument, node, annotation=argument.annotation))
            if argument.annotation is not None:
                self.module.annotations.append(argument.annotation)
                self.push(argument.annotation, argument, around, root=generic)
        self.module.roots[node] = scope
        return True

    def class_(self, node: ast.ClassDef, scope: Scope) -> bool:
        for base in node.bases:
            if (name := terminal(base)) is not None:
                self.module.heirs[name].append(node)
        self.bind(node.name, scope, Binding("class", node, node))
        inner = Scope(node, scope)
        self.type_parameters(node, scope, inner)
        self.module.roots[node] = scope
        self.push_body(node.body, node, inner)
        for outside in [*node.keywords, *node.bases, *node.decorator_list]:
            self.push(outside, node, scope)
        return True

    def comprehension(self, node: ast.AST, scope: Scope) -> bool:
        inner = Scope(node, scope)
        generators: list[ast.comprehension] = node.generators  # type: ignore[attr-defined]
        for name in ("elt", "key", "value"):
            self.push(getattr(node, name, None), node, inner, root=True)
        for index, generator in reversed(list(enumerate(generators))):
            self.module.parents[generator] = node
            self.target(generator.target, inner, Binding("element", generator, generator.iter))
            self.push(generator.target, generator, inner, root=True)
            self.push(generator.iter, generator, inner if index else scope, root=True)
            for test in generator.ifs:
                self.push(test, generator, inner, root=True)
        return True

    # -- results --------------------------------------------------------------------------------------------------

    def return_(self, node: ast.Return, scope: Scope) -> None:
        if node.value is not None and (function := self.module.function_of(scope)) is not None:
            self.module.returned[function.node].append(node.value)

    def yield_(self, node: ast.Yield | ast.YieldFrom, scope: Scope) -> None:
        if node.value is not None and (function := self.module.function_of(scope)) is not None:
            self.module.yielded[function.node].append(node if isinstance(node, ast.YieldFrom) else node.value)

    def call(self, node: ast.Call, scope: Scope) -> None:
        module = self.module
        if (name := terminal(node.func)) is not None:
            module.calls_by_name[name].append(node)
            if name in _STORING and isinstance(node.func, ast.Attribute) and node.args:
                module.store(node.func.value, node.args[-1], node.args[0] if len(node.args) > 1 else None)
            elif name in _HANDING_ON:
                for given in (*node.args[:3], *(k.value for k in node.keywords if k.arg in ("target", "func"))):
                    if (handed := terminal(given)) is not None:
                        module.handed[handed].append(given)
            elif name == "isinstance":
                if len(node.args) == 2 and (text := dotted(node.args[0])) is not None:
                    module.checks[text].append(node)
            elif name == "setattr" and len(node.args) == 3 and isinstance(node.args[1], ast.Constant):
                target = ast.Attribute(node.args[0], str(node.args[1].value), ast.Store())
                module.parents[target] = node
                self.target(target, scope, Binding("value", node, node.args[2]))


def _places(parts: Sequence[ast.AST]) -> Iterator[int | str]:
    """The steps to the parts of an unpacking: places from its start, and behind a starred one from its end."""
    starred = False
    for place, part in enumerate(parts):
        star = isinstance(part, (ast.Starred, ast.MatchStar))
        yield REST if star else place - len(parts) if starred else place
        starred = starred or star


_HANDLERS: dict[type[ast.AST], Any] = {
    ast.FunctionDef: Walk.function, ast.AsyncFunctionDef: Walk.function, ast.Lambda: Walk.function,
    ast.ClassDef: Walk.class_, ast.Assign: Walk.assign, ast.AnnAssign: Walk.annotated,
    ast.AugAssign: Walk.augmented, ast.For: Walk.loop, ast.AsyncFor: Walk.loop, ast.With: Walk.with_,
    ast.AsyncWith: Walk.with_, ast.NamedExpr: Walk.walrus, ast.Import: Walk.import_,
    ast.ImportFrom: Walk.import_from, ast.ExceptHandler: Walk.handler, ast.Match: Walk.match,
    ast.Global: Walk.declared, ast.Nonlocal: Walk.declared, ast.Delete: Walk.delete,
    ast.Return: Walk.return_, ast.Yield: Walk.yield_, ast.YieldFrom: Walk.yield_, ast.Call: Walk.call,
    ast.ListComp: Walk.comprehension, ast.SetComp: Walk.comprehension, ast.DictComp: Walk.comprehension,
    ast.GeneratorExp: Walk.comprehension,
}  # fmt: skip
if hasattr(ast, "TypeAlias"):
    _HANDLERS[ast.TypeAlias] = Walk.alias
