"""A rule as ast-grep can tell it, which knows syntax and no receivers.

So each is gated on an import of weaviate in the file, and kept to shapes that little else has. Names that v4 lacks are found by
what the file imports.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from functools import lru_cache
from typing import Any

from .. import placeholders, registry, surface
from ..registry import Rule
from .names import gone

Shape = dict[str, Any]

GATE = "imports-weaviate"
NOT_V4 = "knows-no-v4"
_IMPORTS = ("import_statement", "import_from_statement")


def _in_file(has: Shape) -> Shape:
    return {"inside": {"kind": "module", "stopBy": "end", "has": {"stopBy": "end", **has}}}


UTILS: dict[str, Shape] = {
    GATE: _in_file({"any": [{"kind": kind, "regex": "(?i)weaviate"} for kind in _IMPORTS]}),
    NOT_V4: {
        "not": _in_file({
            "any": [
                {"kind": "attribute", "regex": r"\.(connect_to_\w+|use_async_with_\w+|collections|classes)$"},
                {
                    "kind": "import_from_statement",
                    "regex": r"^from\s+weaviate\.(classes|collections|agents)\b|WeaviateAsyncClient|WeaviateClient",
                },
            ]
        })
    },
}  # fmt: skip
# What v4 has in the same shape.
_ALIKE = frozenset({"WV134", "WV140", "WV141", "WV222", "WV401", "WV413", "WV811", "WV812", "WV813", "WV814"})
# Keys of a response, which code that is on v4 may write itself to hand on what v3 gave.
_KEYS = {"WV730": "Get", "WV731": "Aggregate", "WV732": "Explore", "WV733": "_additional", "WV734": "errors|data"}
_UNTOLD = frozenset({"WV859"})  # syntax does not show what is tried
# Where a fix would not be right: arguments that can't be seen, a comment that would be lost, an object's URL instead of its id.
_OPAQUE = {
    "has": {
        "stopBy": "end",
        "any": [*({"kind": kind} for kind in ("list_splat", "dictionary_splat", "comment")), {"kind": "string", "regex": "://"}],
    }
}



def exported() -> list[Rule]:
    """The rules that syntax can tell: none that is off by default, or that speaks of other files than code."""
    rules = registry.load().rules.values()
    return [rule for rule in rules if rule.pattern and rule.code not in _UNTOLD and not rule.optional and not rule.code.startswith("WV0")]


def as_ast_grep(rule: Rule) -> list[dict[str, Any]]:
    """A rule in ast-grep's form: one, or where it has a fix a second one, without, for the calls that the fix is not right for."""
    if rule.fix is None:
        return [_told(rule, rule.code, [])]
    fixed = _told(rule, rule.code, [{"not": _OPAQUE}]) | {"fix": rule.fix}
    return [fixed, _told(rule, f"{rule.code}-by-hand", [_OPAQUE])]


def _told(rule: Rule, name: str, more: list[Shape]) -> dict[str, Any]:
    names = _names(rule.code)
    shape = _ungated(rule.pattern)
    # The gates last: they look through the whole file.
    parts = [{"any": [shape, *names]} if names else shape, *more, {"matches": GATE}]
    if rule.code in _ALIKE:
        parts.append({"matches": NOT_V4})
    if rule.code in _KEYS:
        written = {"kind": "pair", "has": {"field": "key", "regex": f"""^["']({_KEYS[rule.code]})["']$"""}}
        parts.append({"any": [{"matches": NOT_V4}, {"not": _in_file(written)}]})
    told: dict[str, Any] = {
        "id": name, "language": "python", "severity": "warning", "message": placeholders.plain(rule.message),
        "note": rule.note.strip(), "url": rule.url, "rule": {"all": parts},
    }  # fmt: skip
    return told | {key: value for key, value in rule.syntax.items() if value}


def _ungated(pattern: Shape) -> Shape:
    """A rule without a gate of its own on an import of weaviate, which would be asked of every node of a file."""
    parts = pattern.get("all")
    if not isinstance(parts, list):
        return pattern
    rest = {key: value for key, value in pattern.items() if key != "all"}
    return {"all": [*([rest] if rest else []), *(part for part in parts if not _is_gate(part))]}


def _is_gate(part: Shape) -> bool:
    return part.get("inside", {}).get("kind") == "module" and '"regex": "weaviate"' in json.dumps(part)


# -- names ------------------------------------------------------------------------------------------------------------


_CLASS = re.compile(r"[a-z_]\w*(\.[a-z_]\w*)*\.[A-Z]\w*")


@lru_cache(maxsize=1)
def _paths() -> dict[str, list[str]]:
    """Code of a rule -> the names of which it speaks: those that v4 lacks, and classes of frameworks that need a v3 client."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, rule in gone().items():
        found[rule.code].append(path)
    rules = registry.load()
    for symbol, rule in rules.by_symbol.items():
        if symbol.partition(".")[0] in rules.external and _CLASS.fullmatch(symbol):
            found[rule.code].append(symbol)
    return found


def _names(code: str) -> list[Shape]:
    """Uses of the names that a rule speaks of: in full, in strings (patches, quoted annotations), under an alias of the package,
    and bare where the file imports them by ``from``."""
    paths = _paths().get(code, [])
    if not paths:
        return []
    v3 = surface.load("v3")
    named = [path for path in paths if v3.kind(path) != "module"]
    if not named:
        return [_wrapped(paths)]
    full = "|".join(map(re.escape, named))
    shapes: list[Shape] = [
        {"kind": "string", "regex": rf"""^["']({full})["']$"""},
        {"kind": "attribute", "regex": f"^({full})$"},
    ]
    modules = defaultdict(set)
    for path in named:
        module, _, name = path.rpartition(".")
        modules[name].add(module)
        if module == "weaviate":
            shapes.append(_under_alias(name))
    return shapes + [_bare(name, sorted(where)) for name, where in modules.items()]


def _wrapped(modules: list[str]) -> Shape:
    """A module in a string, as a table of what to patch or instrument names it; not where v4's are named too."""
    place = {"any": [{"kind": "pair"}, {"kind": "argument_list"}]}
    return {
        "all": [
            {"kind": "string", "regex": rf"""^["']({"|".join(map(re.escape, modules))})["']$"""},
            {"inside": place},
            {"not": _in_file({"kind": "string", "regex": r"""^["']weaviate\.(collections|connect)\b"""})},
        ]
    }


def _under_alias(name: str) -> Shape:
    """``wv.Client`` after ``import weaviate as wv``."""
    aliased = {"all": [{"has": {"field": "name", "regex": "^weaviate$"}}, {"has": {"field": "alias", "pattern": "$MODULE"}}]}
    return {
        "all": [
            {"kind": "attribute"},
            {"has": {"field": "attribute", "regex": f"^{name}$"}},
            {"has": {"field": "object", "kind": "identifier", "pattern": "$MODULE"}},
            _in_file({"kind": "aliased_import", **aliased}),
        ]
    }


def _bare(name: str, modules: list[str]) -> Shape:
    """A name where the file has a ``from ... import`` of it, and not where it names something else."""
    where = "|".join(map(re.escape, modules))
    other = [
        {"kind": "attribute", "field": "attribute"},
        *({"kind": kind, "field": "name"} for kind in ("keyword_argument", "class_definition", "function_definition")),
        *({"kind": kind, "stopBy": "end"} for kind in _IMPORTS),
    ]
    return {
        "all": [
            {"kind": "identifier"},
            {"regex": f"^{name}$"},
            *({"not": {"inside": shape}} for shape in other),
            _in_file({
                "kind": "import_from_statement",
                "all": [{"has": {"field": "module_name", "regex": f"^({where})$"}}, {"has": {"kind": "dotted_name", "regex": f"^{name}$"}}],
            }),
        ]
    }  # fmt: skip
