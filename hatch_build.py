"""Build hook: rules and surfaces as a wheel holds them, what each run needs apart from what few ask for.

To read the one file of the rules takes a fiftieth of the time that their YAML files take.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Compiled(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled files to a wheel. An editable install has none: it reads ``rules/`` and ``surface/`` as they are edited."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the files outside the project, and have them included."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from flake8_weaviate_v4.registry import parsed, parts

        rules = [parts(rule) for rule in parsed(Path(self.root, "rules"))]
        lines = [_json({"id": lean["id"], **details}) for lean, details in rules]
        files = {"rules.json": _json([lean for lean, _ in rules]), "details.jsonl": "".join(f"{line}\n" for line in lines)}
        for name in ("v3", "v4"):
            surface = json.loads(Path(self.root, "flake8_weaviate_v4", "surface", f"{name}.json").read_text("utf-8"))
            symbols = surface["symbols"]
            params = {path: symbol.pop("params") for path, symbol in symbols.items() if "params" in symbol}
            files |= {f"surface/{name}.params.json": _json(params), f"surface/{name}.json": _json(surface)}
        self.folder = tempfile.mkdtemp()
        for name, content in files.items():
            file = Path(self.folder, name)
            file.parent.mkdir(exist_ok=True)
            file.write_text(content, "utf-8")
            build_data["force_include"][str(file)] = f"flake8_weaviate_v4/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what ``initialize`` has written."""
        if version != "editable":
            shutil.rmtree(self.folder)


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
