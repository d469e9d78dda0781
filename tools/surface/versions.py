"""Which versions are read, where their wheels come from, and which part of a v4 version is its own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tools.surface.compare import root_deprecated
from tools.surface.extract import Offer
from tools.surface.package import Package, is_public

# The last patch of every v3 minor. Earlier patches of 3.24, 3.25 and 3.26 offer nothing that these don't.
V3 = (
    "3.0.0", "3.1.1", "3.2.5", "3.3.3", "3.4.2", "3.5.1", "3.6.0", "3.7.0", "3.8.0", "3.9.0", "3.10.0", "3.11.0",
    "3.12.0", "3.13.0", "3.14.0", "3.15.6", "3.16.2", "3.17.1", "3.18.0", "3.19.2", "3.20.1", "3.21.0", "3.22.1",
    "3.23.2", "3.24.2", "3.25.3", "3.26.7",
)  # fmt: skip
# 4.4: the first; 4.9: the last that carries v3; 4.10: v3 removed; 4.16: `use` and `vector_config`; and the newest.
V4 = ("4.4.4", "4.9.6", "4.10.4", "4.16.10", "4.24.1")

# Modules of v4 that no user imports from; what public names lead to in them is read all the same.
INTERNAL = {
    "weaviate.client_base", "weaviate.client_executor", "weaviate.error_msgs", "weaviate.event_loop", "weaviate.gql",
    "weaviate.logger", "weaviate.retry", "weaviate.str_enum", "weaviate.syncify", "weaviate.validator",
    "weaviate.warnings",
}  # fmt: skip
MACHINERY = {"weaviate:deprs", "weaviate:map_"}
REMOVED_CLASS = "weaviate.Client"


def key(version: str) -> list[int]:
    """Return what a version sorts by."""
    return [int(part) for part in version.split(".")]


def wheels(folder: Path) -> dict[str, Path]:
    """Return the clients' wheels in a folder by version, oldest first."""
    found = {}
    for path in folder.glob("weaviate_client-*.whl"):
        match = re.match(r"weaviate_client-([\d.]+)-", path.name)
        if match:
            found[match.group(1)] = path
    return {version: found[version] for version in sorted(found, key=key)}


def download(versions: list[str], folder: Path) -> None:
    """Download the wheels of these versions, without what they depend on, into a folder."""
    for version in versions:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        subprocess.run([*command, "--dest", str(folder), f"weaviate-client=={version}"], check=True)


def roots(package: Package) -> list[str]:
    """Return the modules of a v4 version that users import from."""
    found = []
    for name in sorted(package.modules):
        shallow = name.count(".") <= 1 or name.startswith(("weaviate.classes.", "weaviate.outputs."))
        if is_public(name) and shallow and name not in INTERNAL:
            found.append(name)
    return found


def drop_legacy(offers: list[Offer], v3: dict[str, Any]) -> None:
    """Remove, in place, v3 names from older v4 versions (oldest first) unless the newest has them at the same path."""
    newest = offers[-1]
    old = set(v3["symbols"]) | set(v3["aliases"])
    current = {path for name in newest.symbols for path in newest.paths.get(name, ())}
    served = {target: path for path, target in root_deprecated(newest.package).items() if target is not None}
    for paths in newest.paths.values():
        late = [served[path] for path in paths if path in served and served[path] not in paths]
        paths += late
        newest.late.update(late)
    for offer in offers:
        for name in list(offer.symbols):
            found = set(offer.paths.get(name, ()))
            if name in MACHINERY or (offer is not newest and found & old and not found & current):
                del offer.symbols[name]
            elif REMOVED_CLASS in found:
                offer.symbols[name]["members"] = {}
                offer.symbols[name].pop("params", None)
        offer.modules = [name for name in offer.modules if name in newest.modules or name not in old]
