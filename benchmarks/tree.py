"""``python benchmarks/tree.py FOLDER [--files N] [--share S]``: make a large checkout of which a small share is v3 code.

The same Python makes the same tree: modules of its standard library, each with a line of its own, in packages of 50 modules;
the v3 share is put together from the rules' examples, and every tenth of those files takes its client from its package's
``store.py``. That file is in each package; in the others it does not speak of Weaviate.
"""

from __future__ import annotations

import argparse
import ast
import random
import sysconfig
import warnings
from collections.abc import Iterator
from pathlib import Path

from flake8_weaviate_v4 import registry

LARGEST = 24_000  # bytes of a module that is taken: the mean is then that of applications
IN_PACKAGE = 50
_LEFT_OUT = {"test", "tests", "idlelib", "lib2to3", "site-packages", "turtledemo", "__pycache__"}


def plain() -> list[str]:
    """Modules without v3 code: the standard library's, in order of their path."""
    top = Path(sysconfig.get_path("stdlib"))
    texts = []
    for path in sorted(top.rglob("*.py")):
        if not _LEFT_OUT & set(path.relative_to(top).parts) and 0 < path.stat().st_size <= LARGEST:
            raw = path.read_bytes()
            if raw.isascii() and b"eaviate" not in raw:
                texts.append(raw.decode())
    return texts


def snippets() -> list[str]:
    """The v3 code of the rules' examples, as far as it can stand in a function."""
    found = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for rule in registry.load().rules.values():
            for example in rule.examples if rule.code >= "WV1" else ():
                text = example["v3"].rstrip()
                if "\n" in text and "__future__" not in text and "import *" not in text and '"""' not in text:
                    try:
                        ast.parse(text)
                    except SyntaxError:
                        continue
                    found.append(text)
    return found


def v3(chance: random.Random, examples: list[str], number: int, imported: bool) -> str:
    """A module with v3 code: four to twelve examples, each in a function; or its package's client ``imported`` and used."""
    if imported:
        return f'"""Module {number}."""\n\nfrom .store import client\n\n\ndef drop(name):\n    client.schema.delete_class(name)\n'
    parts = [f'"""Module {number}."""\n\nimport weaviate\n']
    for place in range(chance.randint(4, 12)):
        lines = chance.choice(examples).splitlines()
        parts.append(f"\ndef step_{place}():\n" + "".join(f"    {line}\n" if line else "\n" for line in lines))
    return "\n".join(parts)


def modules(files: int, share: float) -> Iterator[tuple[str, str]]:
    """Path and text of each file. The first ones of a larger tree are those of a smaller one."""
    texts, examples = plain(), snippets()
    chance = random.Random(1)
    every = max(3, round(1 / share)) if share else 0
    for number in range(files):
        package = number // IN_PACKAGE
        folder = f"area_{package // 40:02}/package_{package:04}"
        place, shared = number % IN_PACKAGE, package % 20 == 1
        if place == 0:
            name, text = "__init__.py", f'"""Package {package}."""\n'
        elif place == 1 and every:
            name, text = "store.py", "import settings\n\nclient = settings.connect()\n"
            if shared:
                text = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'
        elif every and number % every == every - 1:
            name, text = f"search_{number}.py", v3(chance, examples, number, shared)
        else:
            name, text = f"module_{number}.py", f"# Module {number}.\n{texts[number % len(texts)]}"
        yield f"{folder}/{name}", text


def make(folder: Path, files: int = 50_000, share: float = 0.01) -> None:
    """Write the tree into a folder, which is made."""
    folder.mkdir(parents=True)
    (folder / "pyproject.toml").write_text('[project]\nname = "made"\nversion = "1"\n')
    for name, text in modules(files, share):
        path = folder / name
        if path.name == "__init__.py":
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def main() -> None:
    """Make the tree that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=50_000)
    parser.add_argument("--share", type=float, default=0.01, help="of the files with v3 code (default: 0.01)")
    arguments = parser.parse_args()
    make(arguments.folder, arguments.files, arguments.share)


if __name__ == "__main__":
    main()
