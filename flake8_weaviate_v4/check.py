"""Source -> Finding*: the one road that every face takes."""

from __future__ import annotations

import ast
from collections import defaultdict

from . import literals, messages, registry, surface
from .chains import arguments, is_link, is_member
from .finding import Finding
from .first_look import can_hold_v3, can_use_imported
from .inference.bindings import Module
from .inference.evaluate import Evaluator
from .inference.guards import Guards
from .inference.project import Project
from .lifetime import unclosed
from .options import DEFAULT, Options
from .records import NamedTuple
from .registry import Registry, Rule
from .source import Source
from .usages import Usage, Usages


class Inspection(NamedTuple):
    """What a file was found to hold. ``module`` is that of a file that was worth a look."""

    module: Module
    usages: list[Usage]
    findings: list[Finding]


class Checker:
    """Checks files of one run; keeps what it has read of the checkout between them."""

    def __init__(self, options: Options = DEFAULT) -> None:
        self.options = options
        self.project = Project()
        self.engine = Evaluator(self.project)
        self.chosen: dict[tuple[str, str], Rule | None] = {}  # path in the code and symbol -> the rule that speaks

    def check(self, source: Source) -> list[Finding]:
        """The findings of one file, in order of place."""
        if not self.is_worth_a_look(source.text, source.file):
            return []
        module, _, findings = self.inspect(source)
        module.memo.clear()  # it leads back to the module, which could not go at once
        return findings

    def is_worth_a_look(self, text: str, file: str | None) -> bool:
        """Whether a file with this text may have findings: what of most files is all that is asked, before they are parsed."""
        if can_hold_v3(text):
            return True
        self.project.begin()
        return can_use_imported(text) and self.project.leads_to_weaviate(text, file)

    def inspect(self, source: Source) -> Inspection:
        """The findings of one file with all that they rest on, however unlikely the file is to have any."""
        self.project.begin()
        rules = registry.load()
        module = Module(source)
        usages = Usages(self.engine, module, rules).collect()
        usages += literals.usages(self.engine, module, usages)
        if self.options.unclosed:
            usages += unclosed(self.engine, module)
        found = _Speaker(self, module, rules).findings(usages)
        return Inspection(module, usages, sorted(found))


class _Speaker:
    """Usages of one module -> findings: one a chain, and those that rules have something else to say to."""

    def __init__(self, checker: Checker, module: Module, rules: Registry) -> None:
        self.options, self.chosen = checker.options, checker.chosen
        self.module, self.rules, self.guards = module, rules, Guards(checker.engine, module)

    def findings(self, usages: list[Usage]) -> list[Finding]:
        """The findings that the rules have for these usages."""
        result: list[Finding] = []
        parts: dict[tuple[str, int], Usage] = {}
        chains: dict[int, list[Usage]] = defaultdict(list)
        for usage in usages:
            if usage.symbol and not usage.shape:
                chains[id(self.module.top(usage.node))].append(usage)
            else:
                key = usage.shape, id(self._item(usage))
                first = parts.setdefault(key, usage)
                if (usage.line, usage.column) < (first.line, first.column):
                    parts[key] = usage
        for usage in parts.values():
            self._say(result, self.rules.by_shape.get(usage.shape), usage, usage)
        for chain in chains.values():
            self._chain(result, chain)
        return list({(f.line, f.column, f.code): f for f in result}.values())

    def _item(self, usage: Usage) -> ast.AST:
        """What tells one use of a shape from the next: the chain of keys that it is a part of, else its own place."""
        outer = self.module.parents.get(usage.node)
        if isinstance(outer, ast.Subscript) and outer.slice is usage.node:
            return self.module.top(outer)
        if isinstance(outer, ast.Call) and isinstance(outer.func, ast.Attribute) and outer.func.value is usage.receiver:
            return self.module.top(outer)
        if isinstance(outer, ast.Compare) and usage.receiver is not None:
            return self.module.top(usage.receiver)
        return usage.node

    def rule(self, usage: Usage) -> Rule | None:
        """The rule for a usage: for the path that the code uses, else for the symbol that it is."""
        key = usage.accessed, usage.symbol
        if key not in self.chosen:
            self.chosen[key] = self._choose(*key)
        return self.chosen[key]

    def _choose(self, accessed: str, symbol: str) -> Rule | None:
        exact = self.rules.by_symbol.get(accessed)
        if exact is not None and self.options.enabled(exact):
            return exact
        rule = self.rules.by_symbol.get(symbol)
        if rule is None or not self.options.enabled(rule):
            return None
        if surface.load("v3").symbols.get(symbol, {}).get("v4_alias", {}).get(accessed) == "same":
            return None  # gone or deprecated under the root's path, but not under this one
        if rule.optional and accessed != symbol and surface.load("v4").canonical(symbol) != symbol:
            return None
        return rule

    def _chain(self, result: list[Finding], chain: list[Usage]) -> None:
        chain.sort(key=lambda u: (u.line, u.column))
        for usage in chain:
            usage.rule = self.rule(usage)
        roots = [u for u in chain if self._starts(u)]
        named = [u for u in roots if u.rule is not None][-1:]  # of a dotted path, what it leads to
        for usage in named:
            self._say(result, usage.rule, usage, usage)
        said = {u.rule for u in named}
        members = [u for u in chain if u not in roots]
        ruled = [u for u in members if u.rule is not None and u.rule not in said]
        if ruled:
            heads = [u for u in ruled if not is_link(u.symbol)]
            head = heads[-1] if heads else ruled[0]
            head.links = [u for u in members if u is not head]
            self._say(result, self._without(head) or head.rule, head, ruled[0])
            for usage in ruled:
                if usage is not head and is_link(usage.symbol) and usage.rule is not None and usage.rule.link:
                    self._say(result, usage.rule, usage, usage)
        for usage in chain:
            self._arguments(result, usage)

    @staticmethod
    def _starts(usage: Usage) -> bool:
        """Whether the usage names a class or function rather than a member of an object."""
        return not isinstance(usage.node, ast.Attribute) or not is_member(usage.symbol)

    def _without(self, usage: Usage) -> Rule | None:
        """The rule that speaks in place of the method's own because an argument is not passed."""
        wanted = [p for p in self.rules.parameters.get(usage.symbol, ()) if p.absent and not p.rule.link]
        if not wanted or usage.call is None or _open_ended(usage.call):
            return None
        given = arguments(usage.symbol, usage.call)
        return next((p.rule for p in wanted if p.name not in given), None)

    def _arguments(self, result: list[Finding], usage: Usage) -> None:
        wanted = self.rules.parameters.get(usage.symbol) or self.rules.parameters.get(usage.accessed)
        call = usage.call
        if not wanted or call is None:
            return
        given = arguments(usage.symbol, call)
        open_ended = _open_ended(call)
        for parameter in wanted:
            node = given.get(parameter.name)
            if parameter.absent:
                if node is None and not open_ended and parameter.rule.link:
                    self._say(result, parameter.rule, usage, usage)
            elif node is not None:
                keyword = next((k for k in call.keywords if k.arg == parameter.name), None)
                at = keyword or node
                name = parameter.name if keyword else self.module.source.segment(node).partition("\n")[0].rstrip("\r")
                place = Usage(usage.symbol, at, name, call=call, receiver=usage.receiver)
                place.line = at.lineno
                place.column = self.module.source.column(place.line, at.col_offset)
                self._say(result, parameter.rule, usage, place)

    def _say(self, result: list[Finding], rule: Rule | None, usage: Usage, place: Usage) -> None:
        if rule is None or not self.options.enabled(rule) or not rule.hint(self.options.target):
            return
        guarded = usage.guarded or self.guards.around(usage.node)
        if guarded and not self.options.report_guarded:
            return
        message = messages.render(rule, usage, self.module, self.rules, self.options.target)
        rest = len(self.module.source.lines[place.line - 1].rstrip("\r\n")) - place.column  # a dotted name may go over several lines
        result.append(
            Finding(place.line, place.column, rule.code, message, rule.url, min(len(place.name), rest), usage.symbol, guarded)
        )


def _open_ended(call: ast.Call) -> bool:
    """Whether stars may pass what can't be seen."""
    return any(k.arg is None for k in call.keywords) or any(isinstance(a, ast.Starred) for a in call.args)
