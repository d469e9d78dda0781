"""Where a file opens v3 batches, and which settings are in force there.

In v3 a client has one batch: it is configured once and entered, or filled by hand, as often as one likes. In v4 each
``with`` opens a batch of its own, with its settings.
"""

from __future__ import annotations

import ast
import bisect
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator

from ...chains import arguments
from ...inference.scopes import FUNCTIONS
from ...records import field, record
from ...usages import Usage
from ..site import Site
from ..unit import Refusal, Unit
from .regions import Region, regions

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from ..plan import Planner

BATCH = "weaviate.batch.Batch."
CONFIGURE = f"{BATCH}configure"
PARTS = ("weaviate.Client.batch", "weaviate.WeaviateClient.batch")  # of a client that is v4's already as well
SETTINGS = "batch_size dynamic consistency_level creation_time timeout_retries connection_error_retries".split()


@record(frozen=True, eq=False)
class Action:
    """A statement that configures a batch, or sets one attribute of it; ``own`` where it is the call that a ``with`` enters."""

    node: ast.expr  # the call, or the value that is set
    attribute: str  # empty for a call
    batch: ast.expr  # the expression for the batch
    statement: ast.stmt
    own: bool = False


@record(eq=False)
class Opening:
    """A place where a batch is opened in v4: a ``with`` of v3, or statements that fill the batch by hand."""

    statement: ast.stmt  # the ``with``, or the first of the statements
    batch: ast.expr  # ``client.batch``
    item: ast.withitem | None = None
    own: Action | None = None
    inner: list[Action] = field(default_factory=list)  # settings at the start of the block

    @property
    def name(self) -> str | None:
        """What the batch is called in the block."""
        target = self.item.optional_vars if self.item is not None else None
        return target.id if isinstance(target, ast.Name) else None


class Batches:
    """The batches of one file."""

    def __init__(self, planner: Planner) -> None:
        self.planner, self.module = planner, planner.module
        self.actions: list[Action] = []
        self.openings: list[Opening] = []
        self.entered_by: dict[ast.Name, Opening | None] = {}
        self.blocks: dict[ast.AST, list[Opening]] = defaultdict(list)  # the openings of each ``with``
        self.used: dict[Opening, list[Usage]] | None = None
        self.named: dict[Opening, list[ast.Name]] | None = None
        self.governing: dict[Action, list[Opening]] | None = None
        self.found_before: dict[Opening, tuple[list[Action], bool]] = {}
        self.acting: dict[int, tuple[dict[ast.AST, int], list[int]]] = {}  # blocks: places of statements, of those with settings
        self.trials: dict[Opening, list[str] | Refusal] = {}
        for usages in planner.usages.values():
            for usage in usages:
                if usage.symbol.startswith(BATCH):
                    self._look(usage)
        self.actions.sort(key=lambda action: (action.node.lineno, action.node.col_offset))
        self.actions_in: dict[ast.AST, list[Action]] = defaultdict(list)  # by each statement that they are or stand in
        for action in self.actions:
            for around in (action.statement, *self._inside(action.statement)):
                self.actions_in[around].append(action)
        for opening in self.openings:
            opening.inner = list(self._inner(opening))
        self.belonging = {action for opening in self.openings for action in opening.inner}
        self.regions: dict[Opening, Region] = {}
        self.filling: dict[Usage, Opening] = {}  # uses by hand, and the region that they are of
        for region in regions(self):
            opening = Opening(region.first, region.events[0].batch)
            self.openings.append(opening)
            self.regions[opening] = region
            for event in region.events:
                self.filling.setdefault(event.usage, opening)
        self.entered_at: dict[ast.AST, Opening] = {o.item.context_expr: o for o in reversed(self.openings) if o.item is not None}
        self.configured_at: dict[ast.AST, Action] = {action.node: action for action in reversed(self.actions)}

    def tried(self, opening: Opening, site: Site, rewrite: Callable[[Site], object]) -> None:
        """Whether an opening can be rewritten, which is tried once, however many uses ask: its doubts go to the unit. Raises
        Refusal where it can't."""
        if opening not in self.trials:
            trial = Unit(site.usage.node)
            try:
                rewrite(Site(self.planner, site.usage, trial))
                self.trials[opening] = trial.doubts
            except Refusal as refusal:
                self.trials[opening] = refusal
        found = self.trials[opening]
        if isinstance(found, Refusal):
            raise Refusal(str(found))
        for why in found:
            site.unit.doubt(why)

    @classmethod
    def of(cls, planner: Planner) -> Batches:
        """What is known of the file's batches; looked up once."""
        found = planner.memo.get("batches")
        if not isinstance(found, Batches):
            found = planner.memo["batches"] = cls(planner)
        return found

    def _look(self, usage: Usage) -> None:
        name = usage.symbol.removeprefix(BATCH)
        node = usage.node
        if not isinstance(node, ast.expr):
            return
        if name == "__enter__":
            self._enter(node, node, None)
        elif name in ("configure", "__call__") and usage.call is not None:
            batch = node.value if name == "configure" and isinstance(node, ast.Attribute) else node
            parent = self.module.parents.get(usage.call)
            if isinstance(parent, ast.withitem):
                with_ = self.module.parents[parent]
                assert isinstance(with_, ast.stmt)
                self._enter(usage.call, batch, Action(usage.call, "", batch, with_, own=True))
            elif isinstance(parent, ast.Expr):
                self.actions.append(Action(usage.call, "", batch, parent))
        elif name in SETTINGS and isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            parent = self.module.parents.get(node)
            if isinstance(parent, ast.Assign) and len(parent.targets) == 1:
                self.actions.append(Action(parent.value, name, node.value, parent))

    def _enter(self, context: ast.expr, batch: ast.expr, own: Action | None) -> None:
        item = self.module.parents.get(context)
        statement = self.module.parents.get(item) if item is not None else None
        if isinstance(item, ast.withitem) and isinstance(statement, ast.With):
            opening = Opening(statement, batch, item, own)
            self.openings.append(opening)
            self.blocks[statement].append(opening)

    # -- which batch is which ---------------------------------------------------------------------------------------

    def client(self, batch: ast.expr | None) -> ast.expr | None:
        """The client of ``client.batch``, or of a name that only stands for that; None where it is reached in another way."""
        if isinstance(batch, ast.Name):
            return self._client_of_alias(batch)
        if not isinstance(batch, ast.Attribute) or batch.attr != "batch":
            return None
        return batch.value if any(u.symbol in PARTS for u in self.planner.usages.get(batch, ())) else None

    def _client_of_alias(self, name: ast.Name) -> ast.expr | None:
        """The client behind ``b`` in ``b = client.batch``, where that is bound once and never handed on."""
        bindings = self.module.bindings_of(name)
        alias = bindings[0].value if len(bindings) == 1 and bindings[0].kind == "value" and not bindings[0].path else None
        if not isinstance(alias, ast.Attribute):
            return None
        for use in self.module.loads_of(name):
            parent = self.module.parents.get(use)
            direct = isinstance(parent, (ast.Attribute, ast.withitem)) or (isinstance(parent, ast.Call) and parent.func is use)
            if not direct:
                return None
        return self.client(alias)

    def same(self, one: ast.expr, other: ast.expr) -> bool:
        """Whether two expressions are the batch of the same client, by what they say."""
        mine, its = self.client(one), self.client(other)
        return mine is not None and its is not None and ast.dump(mine) == ast.dump(its)

    def around(self, node: ast.AST, batch: ast.expr) -> Opening | None:
        """The ``with`` around a node, in the same function, that enters this batch."""
        for outer in self.module.ancestors(node):
            if isinstance(outer, FUNCTIONS):
                return None
            for opening in self.blocks.get(outer, ()):
                if self.same(opening.batch, batch):
                    return opening
        return None

    def entered(self, name: ast.Name) -> Opening | None:
        """The ``with`` that gives a name its batch; looked for once."""
        if name not in self.entered_by:
            self.entered_by[name] = self._entered(name)
        return self.entered_by[name]

    def _entered(self, name: ast.Name) -> Opening | None:
        bindings = self.module.bindings_of(name)
        for opening in (o for outer in self.module.ancestors(name) for o in reversed(self.blocks.get(outer, []))):
            target = opening.item.optional_vars if opening.item is not None else None
            if isinstance(target, ast.Name) and target.id == name.id and self.module.bindings_of(target) is bindings:
                return opening
        return None

    def uses(self, opening: Opening) -> list[Usage]:
        """The members of its batch that a block uses."""
        if self.used is None:
            self.used = defaultdict(list)
            for usage in (u for usages in self.planner.usages.values() for u in usages if u.symbol.startswith(BATCH)):
                receiver = usage.receiver
                if receiver is None:
                    continue
                found = self.entered(receiver) if isinstance(receiver, ast.Name) else self.around(receiver, receiver)
                if found is not None and receiver is not found.batch:
                    self.used[found].append(usage)
        return self.used.get(opening, [])

    def names(self, opening: Opening) -> list[ast.Name]:
        """Where its batch is read by the name that a ``with`` gives it."""
        if self.named is None:
            self.named = defaultdict(list)
            for name in dict.fromkeys(opening.name or "" for opening in self.openings):
                for node in self.module.names.get(name, ()):
                    if isinstance(node.ctx, ast.Load) and (found := self.entered(node)) is not None:
                        self.named[found].append(node)
        return self.named.get(opening, [])

    # -- settings ---------------------------------------------------------------------------------------------------

    def _inner(self, opening: Opening) -> Iterator[Action]:
        """Settings at the start of a ``with`` block, on its batch."""
        if not isinstance(opening.statement, ast.With):
            return
        for statement in opening.statement.body:
            action = next((a for a in self.actions_in.get(statement, ()) if a.statement is statement), None)
            if action is None or not (self._is_named(action.batch, opening) or self.same(action.batch, opening.batch)):
                return
            yield action

    @staticmethod
    def _is_named(batch: ast.expr, opening: Opening) -> bool:
        return isinstance(batch, ast.Name) and batch.id == opening.name

    def settings(self, opening: Opening, counts: Collection[str] = ()) -> tuple[dict[str, ast.expr], list[Action]]:
        """The settings in force where a batch is opened, by parameter of ``configure``, and the statements that made them.

        Raises Refusal where they can't be seen; those that are not among ``counts`` need not be, where that names any.
        """
        if opening.own is not None:
            return folded([opening.own, *opening.inner]), [opening.own, *opening.inner]
        before, unsure = self.before(opening)
        made = [*before, *opening.inner]
        if before and not before[0].attribute:
            return folded(made), made
        elsewhere = [a for a in self.actions if a not in made and not a.own and not self._belongs(a)]
        if not elsewhere:
            return folded(made), made
        blocks: dict[tuple[ast.AST | None, str], list[Action]] = {}
        for action in elsewhere:
            place = self.module.parents.get(action.statement), self.module.fields.get(action.statement, "")
            blocks.setdefault(place, []).append(action)
        several = [folded([*block, *made]) for block in blocks.values()]
        if unsure or len(several) > 1:
            several.append(folded(made))
        if len({_shown(values, counts) for values in several}) > 1:
            raise Refusal("how the batch is configured can't be seen")
        return several[0], [*elsewhere, *made]

    def _belongs(self, action: Action) -> bool:
        """Whether a setting is made in the block of a ``with`` for that alone."""
        return action in self.belonging

    def before(self, opening: Opening) -> tuple[list[Action], bool]:
        """The settings made in the statements before a batch is opened, up to the last ``configure``; and whether some may
        be made there that are not among them."""
        if opening not in self.found_before:
            self.found_before[opening] = self._before(opening)
        return self.found_before[opening]

    def _before(self, opening: Opening) -> tuple[list[Action], bool]:
        found: list[Action] = []
        node: ast.AST = opening.statement
        while not isinstance(node, (*FUNCTIONS, ast.Module)):
            parent = self.module.parents.get(node)
            if parent is None:
                break
            block = getattr(parent, self.module.fields.get(node, ""), None)
            for statement in self._acting_before(block, node) if isinstance(block, list) else ():
                for action in self._actions_in(statement, opening):
                    if action.statement is not statement:
                        return found, True
                    found.insert(0, action)
                    if not action.attribute:
                        return found, False
            node = parent
        return found, False

    def _acting_before(self, block: list[ast.stmt], node: ast.AST) -> Iterator[ast.stmt]:
        """The statements of a block before one of them that are or hold settings, the last first."""
        if id(block) not in self.acting:
            acting = [place for place, statement in enumerate(block) if statement in self.actions_in]
            self.acting[id(block)] = {statement: place for place, statement in enumerate(block)}, acting
        places, acting = self.acting[id(block)]
        for place in reversed(acting[: bisect.bisect_left(acting, places[node])]):
            yield block[place]

    def _actions_in(self, statement: ast.stmt, opening: Opening) -> list[Action]:
        return [action for action in self.actions_in[statement] if self.same(action.batch, opening.batch) and not self._belongs(action)]

    def _inside(self, node: ast.AST) -> Iterator[ast.AST]:
        for outer in self.module.ancestors(node):
            if isinstance(outer, FUNCTIONS):
                return
            yield outer

    def governed(self, action: Action) -> list[Opening]:
        """The openings that a setting is in force for, as far as can be seen. Raises Refusal where that is not clear."""
        if self.governing is None:
            governing = defaultdict(list)
            for opening in self.openings:
                for each in self.settings(opening)[1]:
                    governing[each].append(opening)
            self.governing = governing
        return self.governing.get(action, [])


def folded(actions: list[Action]) -> dict[str, ast.expr]:
    """What a row of settings comes to: ``configure`` sets all, an attribute one."""
    values: dict[str, ast.expr] = {}
    for action in actions:
        if action.attribute:
            values[action.attribute] = action.node
            continue
        assert isinstance(action.node, ast.Call)
        if any(k.arg is None for k in action.node.keywords) or any(isinstance(a, ast.Starred) for a in action.node.args):
            raise Refusal("the batch's settings come through `*` or `**`")
        values = arguments(CONFIGURE, action.node)
    return values


def _shown(values: dict[str, ast.expr], counts: Collection[str]) -> str:
    """What of the settings changes v4 code, for comparison: sizes matter where they are fixed."""
    fixed = isinstance(node := values.get("dynamic"), ast.Constant) and node.value is False
    counts = counts or {"dynamic", "consistency_level", "callback", *(("batch_size", "num_workers") if fixed else ())}
    return repr(sorted((name, ast.dump(node)) for name, node in values.items() if name in counts and not _is_default(name, node)))


def _is_default(name: str, node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is {"dynamic": True}.get(name)
