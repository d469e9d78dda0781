"""A fix in the making: what belongs together and is made as a whole or not at all."""

from __future__ import annotations

import ast

from ..records import field, record
from .change import Applicability
from .code import Code


class Refusal(Exception):
    """A place that can't be rewritten, and why, in a few words for the user."""


class Unlike(Refusal):
    """Where v4 has not what is read of a result, or it can't be followed. Its v3 shape is built anew then, and where that is
    refused, its reason is told: no user reads one here."""


@record(frozen=True, order=True)
class Import:
    """``from module import name``; ``import module`` where the name is empty. ``asname`` is empty where it has none."""

    module: str
    name: str = ""
    asname: str = ""


@record(eq=False)
class Unit:
    """One fix: what is written in the place of which nodes, statements that go or come, and imports that it needs."""

    head: ast.AST
    title: str = ""
    replaced: dict[ast.AST, Code] = field(default_factory=dict)
    removed: dict[ast.stmt, None] = field(default_factory=dict)
    before: list[tuple[ast.stmt, Code]] = field(default_factory=list)
    after: list[tuple[ast.stmt, Code]] = field(default_factory=list)
    wrapped: list[tuple[ast.stmt, ast.stmt, Code]] = field(default_factory=list)  # first, last, and the head of a new block
    behind: dict[ast.stmt, list[str]] = field(default_factory=dict)  # lines behind the new block that ends with a statement
    unwrapped: dict[ast.With | ast.If, None] = field(default_factory=dict)  # blocks whose body takes their place
    clauses: dict[ast.If, tuple[str, str]] = field(default_factory=dict)  # what stands for ``if ...`` (empty: it goes) and ``else``
    imports: dict[Import, ast.AST] = field(default_factory=dict)  # with the node that needs it
    moved: dict[ast.alias, Import | None] = field(default_factory=dict)  # imported names that v4 has elsewhere, or not at all
    read: dict[ast.Name, ast.Assign | ast.AnnAssign] = field(default_factory=dict)  # literals written out elsewhere
    shared: dict[ast.AST, Code] = field(default_factory=dict)  # like ``replaced``, by several fixes alike: they become one
    claimed: set[ast.expr] = field(default_factory=set)  # reads of variables whose literal is shared
    required: set[ast.expr] = field(default_factory=set)  # reads that have to be claimed for the fix to be made
    doubts: list[str] = field(default_factory=list)  # why the fix is not safe
    memo: dict[str, object] = field(default_factory=dict)  # what an area keeps while the fix is made

    def doubt(self, why: str) -> None:
        """The fix is unsafe, and why."""
        if why not in self.doubts:
            self.doubts.append(why)

    def statements(self) -> list[Code]:
        """The code of statements that are new."""
        return [*(code for _, code in [*self.before, *self.after]), *(code for _, _, code in self.wrapped)]

    def join(self, other: Unit) -> None:
        """Take another unit in: the two are made together or not at all."""
        self.replaced = {**other.replaced, **self.replaced}
        self.removed |= other.removed
        self.imports = {**other.imports, **self.imports}
        self.moved = {**other.moved, **self.moved}
        self.read |= other.read
        self.shared = {**other.shared, **self.shared}
        self.before += [each for each in other.before if each not in self.before]
        self.after += [each for each in other.after if each not in self.after]
        self.wrapped += [each for each in other.wrapped if each not in self.wrapped]
        self.unwrapped |= other.unwrapped
        self.behind |= other.behind
        self.clauses |= other.clauses
        self.claimed |= other.claimed
        self.required |= other.required
        for why in other.doubts:
            self.doubt(why)

    @property
    def applicability(self) -> Applicability:
        """How sure the fix is."""
        return Applicability.UNSAFE if self.doubts else Applicability.SAFE
