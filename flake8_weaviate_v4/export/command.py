"""``export``."""

from __future__ import annotations

import json
import os

from .. import registry
from ..command.files import Unusable, write
from ..command.told import Report, Wrong
from ..output.rules import as_ruff
from . import ast_grep, ruff

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from argparse import Namespace


def export(args: Namespace) -> Report:
    """What the command line asks for. Raises Wrong."""
    told = Report()
    if args.tool == "ast-grep":
        count = ast_grep.write(args.folder)
        told.out.append(f"Wrote {count} rules. Try: ast-grep scan -c {os.path.join(args.folder, 'sgconfig.yml')} .")
        return told
    if args.rules and args.paste:
        raise Wrong("--rules and --paste are two things")
    if args.rules:
        rules = sorted(registry.load().rules.values(), key=lambda rule: rule.code)
        text = json.dumps([as_ruff(rule) for rule in rules], indent=2, ensure_ascii=False)
    else:
        text = ruff.fragment(args.paste, os.path.basename(args.output) or ruff.FILE).rstrip("\n")
    if not args.output:
        told.out.append(text)
        return told
    try:
        write(args.output, None, f"{text}\n".encode())
    except Unusable as error:
        raise Wrong(f"{args.output}: {error}") from error
    return told
