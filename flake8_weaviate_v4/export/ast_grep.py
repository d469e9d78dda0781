"""``export ast-grep DIR``: the rules as an ast-grep project, with tests and fixes, for ``ast-grep scan`` and its language server."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from ..command.paths import reason, shown
from ..command.told import Wrong
from ..registry import Rule
from .syntax import UTILS, as_ast_grep, exported

MARK = "# Written by flake8-weaviate-v4: export ast-grep. Changes are lost with the next export.\n"
_SNAPSHOTS = ("rule-tests", "__snapshots__")


def project() -> dict[str, str]:
    """The files of the export by their names."""
    files = {
        "sgconfig.yml": MARK + _yaml({
            "ruleDirs": ["rules"], "utilDirs": ["utils"], "testConfigs": [{"testDir": "rule-tests"}],
        }),
    }  # fmt: skip
    for name, shape in UTILS.items():
        files[f"utils/{name}.yml"] = MARK + _yaml({"id": name, "language": "python", "rule": shape})
    for rule in exported():
        files[f"rules/{rule.code}.yml"] = MARK + "---\n".join(map(_yaml, as_ast_grep(rule)))
        files[f"rule-tests/{rule.code}-test.yml"] = MARK + _yaml(_tests(rule))
    return files


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
    Dumper.ignore_aliases = lambda self, data: True  # type: ignore[method-assign]
    return yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=120)


def write(folder: str) -> int:
    """Write the project into a folder that is new, empty, or an earlier export, as a whole. Returns how many rules it has.

    Raises Wrong where the folder holds anything else, or can't be written; it is as it was then.
    """
    name = shown(os.path.abspath(folder))
    target = Path(os.path.realpath(folder))
    files = project()
    try:
        if target.exists() and not target.is_dir():
            raise Wrong(f"{name}: not a folder")
        held = sorted(os.listdir(target)) if target.is_dir() else []
        if held and (other := _not_exported(target)) is not None:
            raise Wrong(f"{name}: holds other files ({other}); name a new folder, or an earlier export")
        target.mkdir(parents=True, exist_ok=True)
        _replace(target, held, files)
    except OSError as error:
        raise Wrong(f"{name}: not written: {reason(error)}") from error
    return sum(path.startswith("rules/") for path in files)


def _replace(target: Path, held: list[str], files: dict[str, str]) -> None:
    """Put the files into the place of what a folder holds: all of them, or none. The folder itself stays: people stand in it."""
    scratch = Path(tempfile.mkdtemp(prefix=".flake8-weaviate-v4-", dir=target))
    new, old = scratch / "new", scratch / "old"
    moved: list[tuple[Path, Path]] = []
    try:
        for name, text in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_text(text, "utf-8")
        old.mkdir()
        moves = [(target / name, old / name) for name in held]
        for source, place in [*moves, *((path, target / path.name) for path in sorted(new.iterdir()))]:
            source.rename(place)
            moved.append((source, place))
    except BaseException:
        for source, place in reversed(moved):
            place.rename(source)
        shutil.rmtree(scratch, ignore_errors=True)
        raise
    shutil.rmtree(scratch, ignore_errors=True)


def _not_exported(folder: Path) -> str | None:
    """What a folder holds that no export wrote (snapshots of ``ast-grep test`` aside), None for nothing."""
    if not _is_ours(folder / "sgconfig.yml"):
        return min(os.listdir(folder))
    paths = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_symlink() or not path.is_dir())
    return next((str(path) for path in paths if path.parts[:2] != _SNAPSHOTS and not _is_ours(folder / path)), None)


def _is_ours(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(len(MARK)) == MARK.encode()
