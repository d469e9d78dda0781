"""``export ruff``: what ruff can be told of the migration, as a TOML fragment that it takes as it is.

Ruff resolves names, not objects: it can ban what is imported or reached from the root of the package, and nothing that is
called on a client.
"""

from __future__ import annotations

import json

from .. import __version__, placeholders
from .names import gone

FILE = "weaviate-v4.ruff.toml"

HEAD = """\
# Names of weaviate-client v3 that v4 no longer has, for ruff. Written by flake8-weaviate-v4 {version}: `flake8-weaviate-v4 export ruff`.
#
# What ruff can't see with this: everything that is called on a client. `client.schema`, `client.query.get(...)`,
# `client.data_object`, `client.batch` and what their results hold are found by `flake8-weaviate-v4 check`, or by flake8 with
# `--select WV`. Ruff finds imports, annotations and calls of names that are reached from `weaviate` itself.
#
# `# noqa: TID251` silences every ban at once: ruff has one code for all of them.
"""
EXTEND = """\
#
# Use it by `extend = "{file}"` in `[tool.ruff]` of pyproject.toml (in ruff.toml: at the top), or by `ruff check --config {file}`
# (which `--isolated` does not go with). Of what your own file says, ruff merges only a part with this one:
#   - `lint.select` of yours drops the `extend-select` of this file: add "TID251" to it.
#   - `lint.external` of yours takes the place of this one: add "WV" to it.
#   - `lint.flake8-tidy-imports.banned-api` of yours takes the place of all bans below. From ruff 0.17 on put your own bans in
#     `extend-banned-api`; before, paste this in (`export ruff --paste`).
#   - `extend` names one file. If you extend another already, paste this in.
"""
PASTE = """\
#
# A block for pyproject.toml. Where a table is there already, add its keys to that one: TOML has each table once.
"""


def fragment(paste: bool = False, file: str = FILE) -> str:
    """The fragment: a file of its own to extend from, or (``paste``) a block for ``pyproject.toml``."""
    table = "tool.ruff.lint" if paste else "lint"
    lines = [HEAD.format(version=__version__) + (PASTE if paste else EXTEND.format(file=file))]
    lines += [f"[{table}]", 'extend-select = ["TID251"]', '# so that ruff keeps `# noqa: WV...` and does not call it unknown', 'external = ["WV"]', ""]
    lines.append(f"[{table}.flake8-tidy-imports.banned-api]")
    lines += [f"{json.dumps(path)}.msg = {json.dumps(message, ensure_ascii=False)}" for path, message in sorted(banned().items())]
    return "\n".join(lines) + "\n"


def banned() -> dict[str, str]:
    """Dotted path of a v3 name that v4 does not have -> what replaces it, with the link."""
    return {path: f"{placeholders.plain(rule.message)} ({rule.code}) {rule.url}" for path, rule in gone().items()}
