"""What is looked at: folders of Python files, where they come from, and the findings that they are to have."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.findings import expected as reviewed
from corpus.releases import Release, read

HERE = Path(__file__).parent
_EXPECTED = HERE / "expected.json"
_INSTALLED = frozenset({"site-packages", "dist-packages", "__pycache__"})
_LIBRARY = "import sysconfig; print(sysconfig.get_paths()['stdlib'], sysconfig.get_python_version(), sep='\\n')"


@dataclass(frozen=True, slots=True)
class Tree:
    """A folder of Python files under a name. ``kind`` says what it is: ``stdlib``, ``top``, ``v3``, ``v4``, ``other``,
    ``client``, ``corpus`` or ``installed``; ``release`` is what brings it, None for what is there."""

    name: str
    kind: str
    folder: Path
    release: Release | None = None

    def files(self) -> list[Path]:
        """Its Python files, those of installed packages left out."""
        return [
            file for file in sorted(self.folder.rglob("*.py"))
            if not _INSTALLED.intersection(file.relative_to(self.folder).parts[:-1]) and file.is_file()
        ]  # fmt: skip

    @property
    def is_reviewed(self) -> bool:
        """Whether its findings are held to a list with their places."""
        return self.release is not None and self.release.list.exists()

    def expected(self) -> Counter[str]:
        """How often each code is to be found: as the reviewed list says where there is one."""
        if self.release is not None and self.is_reviewed:
            return Counter(line.split()[1] for line in reviewed(self.release))
        return Counter(expectations().get(self.name, {}))


def expectations() -> dict[str, dict[str, int]]:
    """Name of a tree -> code -> how often it is to be found; trees that are not in it are to have no findings."""
    found: dict[str, dict[str, int]] = json.loads(_EXPECTED.read_text("utf-8"))
    return found


def expect(findings: dict[str, Counter[str]]) -> None:
    """From now on these are the findings that trees without a reviewed list are to have."""
    known = {**expectations(), **{name: dict(sorted(codes.items())) for name, codes in findings.items()}}
    known = {name: codes for name, codes in sorted(known.items()) if codes}
    _EXPECTED.write_text(json.dumps(known, indent=1) + "\n", "utf-8")


def libraries(pythons: Iterable[str] = (sys.executable,)) -> list[Tree]:
    """The standard libraries of these interpreters."""
    found: dict[Path, Tree] = {}
    for python in pythons:
        told = subprocess.run([python, "-c", _LIBRARY], check=False, capture_output=True, text=True)
        if told.returncode == 0:
            folder, version = told.stdout.splitlines()
            found.setdefault(Path(folder), Tree(f"python {version}", "stdlib", Path(folder)))
    return list(found.values())


def pythons() -> list[str]:
    """The interpreters that the machine has: this one, those of pyenv, and ``python3.X`` on the path."""
    known = [sys.executable, *(path for minor in range(20) if (path := shutil.which(f"python3.{minor}")))]
    if (pyenv := shutil.which("pyenv")) is not None:
        told = subprocess.run([pyenv, "root"], check=False, capture_output=True, text=True)
        known += [str(path) for path in sorted(Path(told.stdout.strip(), "versions").glob("*/bin/python"))]
    return known


def releases() -> list[Tree]:
    """The pinned releases: those of packages.txt, and those whose findings are reviewed one by one (``tests/corpus``)."""
    both = [*read(HERE / "packages.txt"), *read()]
    return [Tree(str(each), each.tier, each.folder, each) for each in both]


def corpus(folder: Path) -> Iterator[Tree]:
    """The folders of a corpus, each a tree."""
    for part in sorted(path for path in folder.iterdir() if path.is_dir()):
        yield Tree(f"corpus {part.name}", "corpus", part)


def installed() -> Tree:
    """The packages that this interpreter has installed."""
    return Tree("installed", "installed", Path(sysconfig.get_paths()["purelib"]))
