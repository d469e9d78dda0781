"""Build hook: all rules in one file of the wheel. To read that takes a twentieth of the time that the YAML files take."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RulesInOneFile(BuildHookInterface):  # type: ignore[type-arg]
    """Adds ``rules.json`` to a wheel. An editable install has none: it reads ``rules/`` as it is edited."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the file outside the project, and have it included."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from flake8_weaviate_v4.registry import parsed

        self.folder = tempfile.mkdtemp()
        file = Path(self.folder, "rules.json")
        file.write_text(json.dumps(parsed(Path(self.root, "rules")), ensure_ascii=False), "utf-8")
        build_data["force_include"][str(file)] = "flake8_weaviate_v4/rules.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what ``initialize`` has written."""
        if version != "editable":
            shutil.rmtree(self.folder)
