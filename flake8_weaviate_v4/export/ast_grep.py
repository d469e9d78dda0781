"""``export ast-grep DIR``: the rules as an ast-grep project, with tests and fixes, for ``ast-grep scan`` and its language server.

ast-grep knows syntax and no receivers. So each rule is gated on an import of weaviate in the file, and kept to shapes that
little else has.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from .. import messages, registry
from ..command.config import Wrong
from ..command.paths import reason, shown
from ..registry import Rule

MARK = "# Written by flake8-weaviate-v4: export ast-grep. Changes are lost with the next export.\n"
GATE = "imports-weaviate"
_GATE = {
    "inside": {
        "kind": "module",
        "stopBy": "end",
        "has": {
            "stopBy": "end",
            "any": [
                {"kind": kind, "regex": "(?i)weaviate"} for kind in ("import_statement", "import_from_statement")
            ],
        },
    }
}

NOT_V4 = "knows-no-v4"
_NOT_V4 = {
    "not": {
        "inside": {
            "kind": "module", "stopBy": "end",
            "has": {
                "stopBy": "end",
                "any": [
                    {"kind": "attribute", "regex": r"\.(connect_to_\w+|use_async_with_\w+|collections|classes)$"},
                    {"kind": "import_from_statement", "regex": r"^from\s+weaviate\.(classes|collections|agents)\b|WeaviateAsyncClient|WeaviateClient"},
                ],
            },
        }
    }
}  # fmt: skip
_ALIKE = frozenset({"WV134", "WV140", "WV141", "WV413", "WV811", "WV812", "WV813", "WV814"})  # v4 has a call of the same shape
_UNTOLD = frozenset({"WV859"})  # syntax does not show what is tried


def project() -> dict[str, str]:
    """The files of the export by their names."""
    files = {
        "sgconfig.yml": MARK + _yaml({
            "ruleDirs": ["rules"], "utilDirs": ["utils"], "testConfigs": [{"testDir": "rule-tests"}],
        }),
        f"utils/{GATE}.yml": MARK + _yaml({"id": GATE, "language": "python", "rule": _GATE}),
        f"utils/{NOT_V4}.yml": MARK + _yaml({"id": NOT_V4, "language": "python", "rule": _NOT_V4}),
    }  # fmt: skip
    for rule in exported():
        files[f"rules/{rule.code}.yml"] = MARK + _yaml(as_ast_grep(rule))
        files[f"rule-tests/{rule.code}-test.yml"] = MARK + _yaml(_tests(rule))
    return files


def exported() -> list[Rule]:
    """The rules that syntax can tell: none that is off by default, or that speaks of other files than code."""
    rules = registry.load().rules.values()
    return [rule for rule in rules if rule.pattern and rule.code not in _UNTOLD and not rule.optional and not rule.code.startswith("WV0")]


def as_ast_grep(rule: Rule) -> dict[str, Any]:
    """A rule in ast-grep's form."""
    # The gates last: they look through the whole file.
    parts = [_ungated(rule.pattern), {"matches": GATE}, *([{"matches": NOT_V4}] if rule.code in _ALIKE else [])]
    told: dict[str, Any] = {
        "id": rule.code, "language": "python", "severity": "warning", "message": messages.plain(rule.message),
        "note": rule.note.strip(), "url": rule.url, "rule": {"all": parts},
    }  # fmt: skip
    told |= {key: value for key, value in rule.syntax.items() if value}
    if rule.fix is not None:
        told["fix"] = rule.fix
    return told


def _ungated(pattern: dict[str, Any]) -> dict[str, Any]:
    """A rule without a gate of its own on an import of weaviate, which would be asked of every node of a file."""
    parts = pattern.get("all")
    if not isinstance(parts, list):
        return pattern
    kept = [part for part in parts if part.get("inside", {}).get("kind") != "module" or "airflow" in str(part)]
    gates = [part for part in kept if "airflow" in str(part)]
    rest = {key: value for key, value in pattern.items() if key != "all"}
    plain = [part for part in kept if part not in gates]
    return {"all": [*([rest] if rest else []), *plain, *gates]}


def _tests(rule: Rule) -> dict[str, Any]:
    """The rule's own examples, without those that only the typed engine can tell."""
    invalid = [example["v3"] for example in rule.examples if not example.get("typed")]
    return {"id": rule.code, "valid": list(rule.clean), "invalid": invalid}


def _yaml(data: dict[str, Any]) -> str:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Long texts as blocks, as people read them."""

    def text(dumper: Dumper, value: str) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)

    Dumper.add_representer(str, text)
    return yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=120)


def write(folder: str) -> int:
    """Write the project into a folder that is new, empty, or an earlier export, as a whole. Returns how many rules it has.

    Raises Wrong where the folder holds anything else, or can't be written.
    """
    name = shown(os.path.abspath(folder))
    target = Path(os.path.abspath(folder))
    try:
        if target.exists() and not target.is_dir():
            raise Wrong(f"{name}: not a folder")
        held = sorted(os.listdir(target)) if target.is_dir() else []
        if held and not _is_export(target):
            raise Wrong(f"{name}: holds other files ({held[0]}); name a new folder, or an earlier export")
        target.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=".flake8-weaviate-v4-", dir=target.parent))
        try:
            files = project()
            for path, text in files.items():
                (new / path).parent.mkdir(exist_ok=True)
                (new / path).write_text(text, "utf-8")
            new.chmod(0o755)
            if target.is_dir():
                shutil.rmtree(target)
            new.rename(target)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
    except OSError as error:
        raise Wrong(f"{name}: not written: {reason(error)}") from error
    return sum(path.startswith("rules/") for path in files)


def _is_export(folder: Path) -> bool:
    """Whether all that a folder holds was written by an export (snapshots of ``ast-grep test`` aside)."""
    for path in folder.rglob("*"):
        if path.is_file() and "__snapshots__" not in path.parts:
            with path.open("rb") as stream:
                if stream.read(len(MARK)) != MARK.encode():
                    return False
    return True
