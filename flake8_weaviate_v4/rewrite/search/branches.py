"""A query whose search is chosen by a condition: a v4 call in each branch, as the search is the method there."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ...records import replace
from ..changing import changed_between
from ..code import Code, join
from ..site import Site, pure
from ..unit import Refusal
from .chain import Chain, Link

_ARGUMENTS = frozenset("with_limit with_offset with_autocut with_where with_sort with_group_by".split())  # no part of the result
# What evaluates a part first: by the name of the field, or the first of the list that it holds.
_FIRST: dict[type[ast.AST], str] = {
    ast.Attribute: "value", ast.Subscript: "value", ast.Call: "func", ast.Assign: "value", ast.AnnAssign: "value", ast.Return: "value",
    ast.Expr: "value", ast.For: "iter", ast.comprehension: "iter", ast.ListComp: "generators", ast.SetComp: "generators",
    ast.DictComp: "generators", ast.GeneratorExp: "generators", ast.Tuple: "elts", ast.List: "elts", ast.Compare: "left", ast.BinOp: "left",
    ast.BoolOp: "values", ast.UnaryOp: "operand",
}  # fmt: skip

AWAY = (ast.Raise, ast.Return, ast.Continue, ast.Break)


def chosen(chain: Chain) -> ast.If | None:
    """The branch that chooses what is searched for, or None. Raises Refusal where there is more than one."""
    found = list(dict.fromkeys(link.condition for link in chain.links if link.condition is not None and _is_search(link)))
    if len(found) > 1 or (found and chain.ends):
        raise Refusal("more than one condition chooses what is searched for")
    branch = found[0] if found else None
    if branch is not None and not isinstance(branch, ast.If):
        raise Refusal("what is searched for is chosen in a loop")
    return branch


def _is_search(link: Link) -> bool:
    return link.name.startswith("with_near_") or link.name in ("with_bm25", "with_hybrid")


def check_first(site: Site, node: ast.AST, statement: ast.stmt, why: str) -> None:
    """Raise Refusal, and say ``why``, where a statement may do something else before it evaluates an expression in it, or not
    evaluate it."""
    for outer in site.module.ancestors(node):
        first = getattr(outer, _FIRST.get(type(outer), ""), None)
        alone = isinstance(outer, ast.Call) and isinstance(outer.func, ast.Name) and outer.args[:1] == [node]
        if not ((first[0] if isinstance(first, list) else first) is node or alone):
            raise Refusal(why)
        node = outer
        if outer is statement:
            return


class Branched:
    """Writes the calls of one query into the arms of ``branch``, or, where it only builds the query, into a copy behind it.

    ``stays`` tells whether the names of an expression in a statement mean the same where a site stands.
    """

    def __init__(self, site: Site, chain: Chain, branch: ast.If, stays: Callable[[Site, ast.expr, ast.stmt], bool]) -> None:
        self.site, self.chain, self.branch = site, chain, branch
        self.arms = _arms(branch)
        self.statement = site.statement(site.call)
        check_first(site, site.call, self.statement, "the search is chosen by a condition, and sent in the midst of a statement")
        links = [link for link in chain.links if link.condition is branch]
        if not all(_is_search(link) or link.name in _ARGUMENTS for link in links):
            raise Refusal("what the query asks for depends on a condition")
        if not all(any(link.statement in body for _, body in self.arms) for link in links):
            raise Refusal("the query is built under conditions that can't be joined")
        between = self._between()
        tests = [test for test, _ in self.arms if test is not None]
        # Whether nothing happens between the branch and the query, so that what the arms evaluate may be evaluated later.
        self.is_next = between is not None and all(self._builds(s) for s in between)
        commented = site.planner.text.within(*site.planner.text.span(branch))
        may_wait = self.is_next or all(pure(test) and stays(site, test, branch) and self._is_settled(test) for test in tests)
        self.moves = may_wait and not commented and self._builds(branch, anything=True)
        follows = between is not None and all(s in chain.statements for s in between)
        if not self.moves and not (follows and all(self._is_ready(body) for _, body in self.arms)):
            raise Refusal("the search is chosen by a condition that does more than that")

    def _between(self) -> list[ast.stmt] | None:
        """The statements between the branch and the one that sends the query, or None where that is not in its block."""
        parents, fields = self.site.module.parents, self.site.module.fields
        parent, name = parents[self.branch], fields[self.branch]
        if parents[self.statement] is not parent or fields[self.statement] != name:
            return None
        block: list[ast.stmt] = getattr(parent, name)
        return block[block.index(self.branch) + 1 : block.index(self.statement)]

    def _builds(self, statement: ast.stmt, anything: bool = False) -> bool:
        """Whether a statement only builds the query, from what is ``pure`` but where it may evaluate ``anything``."""
        if isinstance(statement, ast.If) and (anything or pure(statement.test)):
            return all(self._builds(each, anything) for each in [*statement.body, *statement.orelse])
        given = [a for link in self.chain.links if link.statement is statement for a in [*link.call.args, *(k.value for k in link.call.keywords)]]
        return statement in self.chain.statements and (anything or all(pure(argument) for argument in given))

    def _is_settled(self, test: ast.expr) -> bool:
        """Whether what happens between the branch and the query leaves what a test of it finds."""
        module, first, last = self.site.module, self.branch.end_lineno or self.branch.lineno, self.statement.lineno
        if changed_between(self.site, test, first, last):
            return False
        own = self.site.scope().names.keys() if self.site.function() is not None else ()
        seen = any(isinstance(n, (ast.Attribute, ast.Subscript)) or (isinstance(n, ast.Name) and n.id not in own) for n in ast.walk(test))
        calls = [call for call in module.calls_between(first, last) if self.site.scope(call) is self.site.scope()]
        return not seen or all(self.site.statement(call) in self.chain.statements for call in calls)

    def _is_ready(self, body: list[ast.stmt]) -> bool:
        """Whether an arm ends in what builds the query, or leads away."""
        return bool(body) and (isinstance(body[-1], AWAY) or body[-1] in self.chain.statements)

    def write(self, name: str, code: Callable[[Site, list[Link]], Code]) -> Code:
        """Note the calls in the unit, each bound to ``name``; where they are made behind the branch, the code for that place, else none.

        ``code`` writes the call of some links at a site.
        """
        unit, text = self.site.unit, self.site.planner.text
        indent = text.indent_of(text.span(self.statement)[0])
        parts: list[Code] = []
        calls: dict[ast.AST, Code] = {}
        for number, (test, body) in enumerate(self.arms):
            if not self.moves and body[-1] not in self.chain.statements:
                continue
            called = code(self._site(body), self._links(body))
            if any(link.statement in unit.replaced for link in self.chain.links if link.condition is self.branch or self._is_late(link)):
                raise Refusal("a search in a branch that can't be moved")
            if not self.moves:
                calls[body[-1]] = join(f"{name} = ", called)
                continue
            word = f"{'el' if number else ''}if " if test is not None else "else"
            parts += [f"\n{indent}{word}" if number else word, *([test] if test is not None else [])]
            parts += [f":\n{indent}{self.site.style.indent}{name} = ", called]
        unit.replaced.update(calls)
        if self.moves:
            unit.removed[self.branch] = None
        return join(*parts)

    def _is_late(self, link: Link) -> bool:
        """Whether a link stands behind the branch that sends the query."""
        return not self.moves and link.statement is not None and link.statement.lineno > self.branch.lineno

    def _links(self, body: list[ast.stmt]) -> list[Link]:
        """The links of the query that is sent where an arm is taken."""
        found = []
        for link in self.chain.links[:-1]:
            if link.condition is not self.branch:
                found.append(link)
            elif link.statement in body:
                here = self.is_next if self.moves else link.statement is body[-1]
                found.append(replace(link, condition=None, statement=None if here else link.statement))
        return found

    def _site(self, body: list[ast.stmt]) -> Site:
        """Where the call of an arm is written."""
        if self.moves:
            return self.site
        last = next(link for link in self.chain.links if link.statement is body[-1])
        return Site(self.site.planner, replace(self.site.usage, node=last.call.func), self.site.unit)


def _arms(branch: ast.If) -> list[tuple[ast.expr | None, list[ast.stmt]]]:
    """The tests and bodies of ``if``, ``elif`` and ``else``, which is empty where there is none."""
    found: list[tuple[ast.expr | None, list[ast.stmt]]] = [(branch.test, branch.body)]
    rest = branch.orelse
    while len(rest) == 1 and isinstance(rest[0], ast.If):
        found.append((rest[0].test, rest[0].body))
        rest = rest[0].orelse
    return [*found, (None, rest)]
