"""``python -m tests.corpus.update [NAME ...]``: take today's findings for the reviewed ones. Read the diff it prints."""

from __future__ import annotations

import sys

from .findings import difference, find
from .releases import fetch, read


def main(names: list[str]) -> int:
    """Rewrite the lists of the named releases (``name`` or ``name==version``), of all without names."""
    releases = [release for release in read() if not names or release.name in names or str(release) in names]
    errors = fetch(releases)
    for release in releases:
        if release in errors:
            print(f"{release}: not updated: {errors[release]}", file=sys.stderr)
            continue
        found = find(release)
        if text := difference(release, found):
            print(text)
        if found:
            release.list.parent.mkdir(exist_ok=True)
            release.list.write_text("".join(f"{line}\n" for line in found), "utf-8")
        else:
            release.list.unlink(missing_ok=True)
    return 1 if errors or not releases else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
