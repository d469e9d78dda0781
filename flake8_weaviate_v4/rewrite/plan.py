"""Source -> Fix*: which of the v3 uses of a file can be rewritten, and into what."""

from __future__ import annotations

import ast
import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from ..check import Checker, Inspection
from ..finding import Finding
from ..inference.guards import Guards
from ..inference.scopes import COMPREHENSIONS, Scope
from ..source import Source
from ..usages import Usage
from . import areas, order, shown, stand_ins, wrong
from .change import Fix, Left
from .edits import Edit, Overlap, apply
from .imports import Imports
from .literal import check_names
from .render import Renderer
from .site import Site
from .style import Style
from .text import Text
from .unit import Refusal, Unit

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

_CLIENTS = ("weaviate.Client", "weaviate.WeaviateClient")
_PARTS = ("weaviate.Client.", "weaviate.data.DataObject.reference", "weaviate.schema.Schema.property")


class Planner:
    """The rewrites of one file: a unit for each use that has one."""

    def __init__(self, checker: Checker, source: Source, restless: frozenset[str] = frozenset()) -> None:
        self.restless = restless  # v3 symbols whose fixes don't come to rest, which is a fault of ours
        self.checker, self.source, self.options, self.engine = checker, source, checker.options, checker.engine
        self.inspection: Inspection = checker.inspect(source)
        self.module = self.inspection.module
        self.units: list[Unit] = []
        self.left: list[Left] = []
        self.faults: list[str] = []  # rewrites that failed, which is a fault of ours
        self.memo: dict[str, object] = {}  # what one area keeps for the file
        self.trials: dict[Callable[[Planner], bool], None] = {}  # asked once all units are known: whether they refuse some
        self.refused: dict[str, Refusal] = {}  # what trials refused: the file is gone through again without it
        self.proven: dict[str, list[str]] = {}  # what they did not, and the doubts
        self.around: Iterable[int] | None = None  # lines: functions and classes without one are left out
        self._names: dict[int, set[str]] = {}
        self._planned: list[tuple[Unit, Fix]] | None = None
        self._texts: dict[frozenset[Unit], tuple[str, list[Edit]]] = {}

    @cached_property
    def text(self) -> Text:
        """The file's characters. Raises Refusal."""
        try:
            return Text(self.source)
        except Exception as error:
            import tokenize  # late: it is loaded when this fails

            if isinstance(error, (tokenize.TokenError, SyntaxError)):  # it is stricter than the parser
                raise Refusal("Python's tokenizer can't read the file") from error
            raise

    @cached_property
    def style(self) -> Style:
        """How the file is written."""
        return Style.of(self.source, self.module.parents)

    @cached_property
    def imports(self) -> Imports:
        """The file's imports."""
        return Imports(self.module, self.text, self.style)

    @cached_property
    def definitions(self) -> dict[str, list[ast.AST]]:
        """The functions and classes of the file by their name."""
        found: dict[str, list[ast.AST]] = defaultdict(list)
        for node in ast.walk(self.source.tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                found[node.name].append(node)
        return found

    @cached_property
    def strings(self) -> set[str]:
        """The string literals of the file."""
        nodes = (node for node in ast.walk(self.source.tree) if isinstance(node, ast.Constant))
        return {node.value for node in nodes if isinstance(node.value, str)}

    @cached_property
    def usages(self) -> dict[ast.AST, list[Usage]]:
        """The uses of v3 symbols by their node."""
        found: dict[ast.AST, list[Usage]] = {}
        for usage in self.inspection.usages:
            if usage.symbol and not usage.shape:
                found.setdefault(usage.node, []).append(usage)
        return found

    @cached_property
    def uses_of(self) -> dict[str, list[Usage]]:
        """The uses by the v3 symbol."""
        found: dict[str, list[Usage]] = defaultdict(list)
        for usage in (usage for usages in self.usages.values() for usage in usages):
            found[usage.symbol].append(usage)
        return found

    @cached_property
    def named_uses(self) -> dict[str, list[ast.Name]]:
        """The uses of v3 symbols that are names, annotations in strings included, by the name."""
        found: dict[str, list[ast.Name]] = defaultdict(list)
        for node in self.usages:
            if isinstance(node, ast.Name):
                found[node.id].append(node)
        return found

    @cached_property
    def annotations(self) -> set[int]:
        """The ids of the file's annotations."""
        return {id(annotation) for annotation in self.module.annotations}

    def is_use(self, node: ast.AST, symbol: str) -> bool:
        """Whether a node is a use of this v3 symbol."""
        return any(u.symbol == symbol for u in self.usages.get(node, ()))

    def is_part(self, node: ast.AST) -> bool:
        """Whether an attribute is a part of a v3 client, such as ``client.schema``."""
        return any(u.symbol.startswith(_PARTS) for u in self.usages.get(node, ()))

    def names_in(self, scope: Scope) -> set[str]:
        """The names that mean something in the function, class or module of a scope: bound there, or read from around it."""
        while scope.parent is not None and isinstance(scope.node, (*COMPREHENSIONS, ast.Lambda)):
            scope = scope.parent
        if id(scope) not in self._names:
            self._names[id(scope)] = {*scope.names, *scope.elsewhere, *self._read_in.get(id(scope), ())}
        return self._names[id(scope)]

    @cached_property
    def _read_in(self) -> dict[int, set[str]]:
        """Scope (its id) -> the names that code in it, or in a scope inside, looks up there."""
        found: dict[int, set[str]] = defaultdict(set)
        for name, reads in self.module.names.items():
            for read in reads:
                scope: Scope | None = self.module.scope_of(read)
                while scope is not None and name not in found[id(scope)]:
                    found[id(scope)].add(name)
                    scope = scope.parent if name not in scope.names else None
        return found

    def plan(self) -> list[Unit]:
        """The units of the file, in order of place."""
        while True:
            self._go_through()
            if not [check for check in self.trials if check(self)]:
                break
            self.units, self.left, self.faults, self.memo, self.trials, self._names = [], [], [], {}, {}, {}
        self.units = self._apart(self.units)
        return self.units

    def _go_through(self) -> None:
        """Ask the rewrites of all uses for their units."""
        guards, guarded = Guards(self.engine, self.module), False
        skipped = self._skipped()
        old_ends = "\r" in self.source.text.replace("\r\n", "")
        for node, usages in sorted(self.usages.items(), key=lambda item: (item[1][0].line, item[1][0].column)):
            usages = [u for u in usages if u.owner not in _CLIENTS] or usages  # of ``client.batch``, what is done with it
            usage = usages[0]
            rewrite = areas.rewrite_of(usage.symbol)
            if rewrite is None or len({u.symbol for u in usages}) > 1:
                continue
            if usage.guarded or guards.around(node):
                guarded = guarded or usage.symbol.startswith(_PARTS)
                continue
            if usage.line in skipped:
                continue
            unit = Unit(node, usage.symbol)
            if usage.symbol in self.restless:
                self.fail(unit, "the fixes do not come to rest")
                continue
            try:
                if old_ends:
                    raise Refusal("a line of the file ends in a lone carriage return")
                site = Site(self, usage, unit)
                code = rewrite(site)
                if code is not None:
                    unit.replaced[usage.call if usage.call is not None else node] = code
                order.check(self.module, unit)
                check_names(site)
                shown.check(site)
                wrong.check(site)
                stand_ins.check(site)
            except Refusal as refusal:
                self.left.append(Left(usage.line, usage.column, usage.symbol, str(refusal)))
                continue
            except Exception as error:  # noqa: BLE001  # a fault of ours in one rewrite must not cost the others
                self.fail(unit, error)
                continue
            if unit.replaced or unit.removed or unit.before or unit.after or unit.moved or unit.unwrapped:
                self.units.append(unit)
        for unit in self.units if guarded else ():
            if unit.title == _CLIENTS[0]:
                unit.doubt("what the file does with a v3 client alone it does no more")

    def _skipped(self) -> set[int]:
        """The lines of functions and classes that are not ``around`` what is asked for."""
        if self.around is None:
            return set()
        lines, found = sorted(self.around), set[int]()
        for statement in self.source.tree.body:
            if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                end = statement.end_lineno or statement.lineno
                if bisect.bisect_left(lines, statement.lineno) == bisect.bisect_right(lines, end):
                    found.update(range(statement.lineno, end + 1))
        return found

    def _apart(self, units: list[Unit]) -> list[Unit]:
        """The units without those that would write a place that another has taken; they come in the next round.

        Those that write a shared place are joined, and left out where code that reads it stays as it was.
        """
        taken: dict[ast.AST, Unit] = {}
        chosen: dict[Unit, None] = {}
        sharing: dict[ast.AST, Unit] = {}
        for unit in units:
            nodes = [*unit.replaced, *unit.removed]
            if any(node in taken or (node in unit.shared) for node in nodes):
                continue
            for other in dict.fromkeys(sharing[node] for node in unit.shared if node in sharing):
                del chosen[other]
                other.join(unit)
                unit = other
            sharing.update(dict.fromkeys(unit.shared, unit))
            taken.update(dict.fromkeys(nodes, unit))
            chosen[unit] = None
        for unit in [c for c in chosen if not c.required <= c.claimed]:
            self.leave(unit, "a literal that it is given is used elsewhere as well")
            del chosen[unit]
        return list(chosen)

    def edits(self, units: list[Unit]) -> list[Edit]:
        """The changes of the text that these units make. Raises Refusal."""
        return Renderer(self.module, self.text, self.style, self.imports, self.engine.project, units).edits()

    def fixes(self) -> list[Fix]:
        """A fix for each unit that can be written by itself."""
        return [fix for _, fix in self.planned()]

    def planned(self) -> list[tuple[Unit, Fix]]:
        """The units that can be written, each with its fix."""
        if self._planned is None:
            self._planned = []
            for unit in self.plan():
                try:
                    edits = self.edits([unit])
                except Refusal as refusal:
                    self.leave(unit, str(refusal))
                    continue
                except Exception as error:  # noqa: BLE001  # the same when it is written
                    self.fail(unit, error)
                    continue
                fix = Fix(tuple(edits), unit.applicability, tuple(unit.doubts), tuple(self.mended(edits)))
                self._planned.append((unit, fix))
        return self._planned

    def mended(self, edits: list[Edit]) -> list[Finding]:
        """The findings at places that the edits write anew."""
        found: list[tuple[int, Finding]] = []
        for edit in edits:
            low, high = (bisect.bisect_left(self.places, place, key=lambda each: each[0]) for place in (edit.start, edit.end))
            found += self.places[low:high]
        return [finding for _, finding in sorted(set(found))]

    @cached_property
    def places(self) -> list[tuple[int, Finding]]:
        """The findings by their character in the text."""
        return sorted((self.place(finding), finding) for finding in self.inspection.findings)

    def place(self, finding: Finding) -> int:
        """The character at which a finding is told."""
        return self.text.starts[finding.line - 1] + finding.column

    def fail(self, unit: Unit, why: Exception | str) -> None:
        """Take note that a unit can't be made by a fault of ours, unless it is that code can be deeper than any stack."""
        if isinstance(why, RecursionError):
            self.leave(unit, "it is nested too deeply")
            return
        line = next((usage.line for usage in self.usages.get(unit.head, ())), getattr(unit.head, "lineno", 1))
        told = why if isinstance(why, str) else f"{type(why).__name__}: {why}"
        self.faults.append(f"{unit.title} in line {line} could not be fixed ({told})")

    def leave(self, unit: Unit, why: str) -> None:
        """Take note that a unit is not made, and why."""
        line, column = getattr(unit.head, "lineno", 1), getattr(unit.head, "col_offset", 0)
        self.left.append(Left(line, column, unit.title, why))

    def together(self, units: list[Unit]) -> list[Unit]:
        """The units without those that can't be written beside the rest."""
        why: dict[Unit, str] = {}

        def fit(some: list[Unit]) -> bool:
            try:
                self.text_with(some)
            except (Overlap, Refusal) as error:
                why[some[-1]] = str(error)
                return False
            return True

        good = most(units, fit)
        for unit in units if len(good) < len(units) else ():
            if unit not in good:
                self.leave(unit, why[unit])
        return good

    def text_with(self, units: list[Unit]) -> tuple[str, list[Edit]]:
        """The file's text with these units made, and the changes. Raises Overlap or Refusal."""
        made = frozenset(units)
        if made not in self._texts:
            edits = self.edits(units) if units else []
            self._texts[made] = apply(self.source.text, edits), edits
        return self._texts[made]


def most(all_of: list[T], fit: Callable[[list[T]], bool]) -> list[T]:
    """As many as can be together, first ones first; where few don't fit, they are found by halving."""

    def fitting(base: list[T], more: list[T]) -> list[T]:
        if not more or fit([*base, *more]):
            return more
        if len(more) == 1:
            return []
        half = len(more) // 2
        first = fitting(base, more[:half])
        return [*first, *fitting([*base, *first], more[half:])]

    return fitting([], all_of)
