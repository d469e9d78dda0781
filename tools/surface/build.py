"""Wheels in, the two surfaces out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from tools.surface.compare import UNREACHED, Newest, compare
from tools.surface.extract import extract
from tools.surface.merge import merge
from tools.surface.package import Package
from tools.surface.versions import drop_legacy, roots

Surface = dict[str, Any]


def build(wheels: dict[str, Path]) -> tuple[Surface, Surface]:
    """Return v3's and v4's surface, read from wheels by version, oldest first."""
    packages = [Package(version, path) for version, path in wheels.items()]
    old = [package for package in packages if package.version.startswith("3.")]
    new = [package for package in packages if package.version.startswith("4.")]
    v3 = merge([extract(package) for package in old])
    offers = [extract(package, roots(package)) for package in new]
    drop_legacy(offers, v3)
    v4 = merge(offers, newest_paths=True)
    reached = [name for name in new[-1].modules if not f"{name}.".startswith(tuple(f"{root}." for root in UNREACHED))]
    compare(v3, v4, Newest(new[-1], extract(new[-1], reached)))
    return v3, v4


def counted(v3: Surface) -> Counter[str]:
    """Count the public names of the newest v3 by what became of them in v4.

    A name is a class, a function, a constant of a module, or a member of a class, under its canonical path. Modules
    don't count, nor do the texts of messages in `weaviate.error_msgs`.
    """
    newest = ".".join(v3["versions"][-1].split(".")[:2])
    return Counter(
        symbol["v4"]
        for path, symbol in v3["symbols"].items()
        if symbol["until"] == newest and symbol["kind"] != "module" and not path.startswith("weaviate.error_msgs.")
    )


def summary(v3: Surface, v4: Surface) -> str:
    """Return the lines that a run prints: how much there is, and how much of v3 the newest v4 lacks."""
    found = counted(v3)
    newest, now = v3["versions"][-1], v4["versions"][-1]
    lines = [
        f"v{surface['versions'][0][0]}: {len(surface['symbols'])} symbols and {len(surface['aliases'])} other paths to "
        f"them, in {len(surface['versions'])} versions"
        for surface in (v3, v4)
    ]
    lines.append(
        f"{newest}: {found.total()} public names, {found.total() - found['same']} not in v4 {now} as they were:"
    )
    lines.append(f"  {found['gone']} gone, {found['leftover']} left over, {found['moved']} moved")
    return "\n".join(lines)
