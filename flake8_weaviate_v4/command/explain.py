"""``rule`` (and ``explain``), and ``linter``: what the tool knows."""

from __future__ import annotations

import json
from collections import Counter

from .. import __version__, registry
from ..output.rules import AREAS, as_ruff, markdown
from ..registry import Rule
from .told import Report, Wrong

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from argparse import Namespace


def rule(args: Namespace) -> Report:
    """The rules that a command line names. Raises Wrong for codes that there are none of."""
    if bool(args.codes) == args.all:
        raise Wrong("name rules, such as `rule WV501`, or `--all` of them")
    rules = registry.load().rules
    chosen = list(rules.values()) if args.all else [each for code in args.codes for each in _named(code, rules)]
    chosen = sorted(dict.fromkeys(chosen), key=lambda each: each.code)
    told = Report()
    if args.output_format == "json":
        several = args.all or len(chosen) > 1
        told.out.append(json.dumps([as_ruff(each) for each in chosen] if several else as_ruff(chosen[0]), indent=2))
    else:
        told.out.append("\n\n".join(markdown(each).strip() for each in chosen))
    return told


def _named(text: str, rules: dict[str, Rule]) -> list[Rule]:
    """The rules of a code, a prefix or a name."""
    wanted = text.upper()
    found = [rule for code, rule in rules.items() if code.startswith(wanted) or rule.name == text.lower()]
    if not found or not wanted:
        import difflib  # late: few mistype

        near = difflib.get_close_matches(wanted, rules, 3) or difflib.get_close_matches(text.lower(), [r.name for r in rules.values()], 3)
        raise Wrong(f"there is no rule {text!r}" + (f"; do you mean {', '.join(near)}?" if near else ""))
    return found


def linter(args: Namespace) -> Report:
    """The version, the clients that it knows, and how many rules there are."""
    rules = registry.load().rules.values()
    counts = Counter(rule.code[:3] for rule in rules)
    from .. import surface

    v3, v4 = surface.load("v3").versions, surface.load("v4").versions
    told = Report()
    if args.output_format == "json":
        areas = [{"prefix": area, "name": name, "rules": counts[area]} for area, name in AREAS.items()]
        data = {"name": "flake8-weaviate-v4", "version": __version__, "clients": {"v3": list(v3), "v4": list(v4)}, "areas": areas}
        told.out.append(json.dumps(data, indent=2))
        return told
    told.out += [
        f"flake8-weaviate-v4 {__version__}",
        f"weaviate-client v3: {v3[0]} to {v3[-1]} ({len(v3)} releases read)",
        f"weaviate-client v4: {v4[0]} to {v4[-1]} ({len(v4)} releases read)",
        "",
    ]
    told.out += [f"{area}xx  {counts[area]:3}  {name}" for area, name in AREAS.items()]
    told.out.append(f"       {counts.total():3}  rules, {sum(rule.fixable != 'never' for rule in rules)} of them with fixes")
    return told
