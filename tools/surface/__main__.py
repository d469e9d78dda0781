"""Read the clients' wheels and write `v3.json` and `v4.json`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tools.surface.build import build, summary
from tools.surface.versions import V3, V4, download, wheels
from tools.surface.write import render, write


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return 1 with `--check` when a file on disk isn't what the wheels give."""
    parser = argparse.ArgumentParser(prog="python -m tools.surface", description=__doc__)
    parser.add_argument("--wheels", type=Path, metavar="DIR", help="read these wheels; without it they are downloaded")
    parser.add_argument("--newest", metavar="VERSION", help=f"the newest v4 to download (instead of {V4[-1]})")
    parser.add_argument("--output", type=Path, metavar="DIR", default=Path("flake8_weaviate_v4/surface"))
    parser.add_argument("--check", action="store_true", help="write nothing, compare with the files on disk")
    options = parser.parse_args(arguments)
    versions = [*V3, *V4[:-1], options.newest or V4[-1]]
    with tempfile.TemporaryDirectory() as folder:
        if options.wheels is None:
            download(versions, Path(folder))
        found = wheels(options.wheels or Path(folder))
        missing = [version for version in versions if version not in found]
        if missing:
            parser.error(f"no wheel of weaviate-client {', '.join(missing)}")
        v3, v4 = build({version: found[version] for version in found if version in versions})
    print(summary(v3, v4))
    if options.check:
        stale = [
            name
            for name, surface in (("v3", v3), ("v4", v4))
            if (options.output / f"{name}.json").read_text(encoding="utf-8") != render(surface)
        ]
        print(f"stale: {', '.join(stale)}" if stale else "up to date")
        return 1 if stale else 0
    write(v3, options.output / "v3.json")
    write(v4, options.output / "v4.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
