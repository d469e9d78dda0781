"""The package in every form in which it can be installed, and what an import of it costs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
V3 = 'import weaviate\n\nclient = weaviate.Client()\nclient.schema.delete_class("Article")\n'

_PROBE = """
import hashlib, json, sys
sys.path.insert(0, sys.argv[1])
import flake8_weaviate_v4
from flake8_weaviate_v4 import registry, surface
from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.source import Source
text = "import weaviate; client = weaviate.Client(); client.schema.delete_class('Article')"
print(json.dumps({
    "file": flake8_weaviate_v4.__file__,
    "folder": str(registry.rules_folder()),
    "rules": sorted(registry.load().rules),
    "digest": hashlib.sha256(repr([(r, r.note, r.examples, r.clean, r.pattern, r.fix, r.syntax) for r in registry.load().rules.values()]).encode()).hexdigest(),
    "yaml": "yaml" in sys.modules,
    "surface": [[s.kind(path), s.types(path), s.params(path)] for s in map(surface.load, ("v3", "v4")) for path in s.symbols],
    "found": [f.code for f in Checker().check(Source.parse(text))],
}))
"""


class Built(NamedTuple):
    """The two distributions."""

    sdist: Path
    wheel: Path


def python(folder: Path, *arguments: str, path: str = "") -> str:
    """What Python prints, run in ``folder``; fails where it fails."""
    env = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """sdist and wheel; the wheel is built from the sdist, so that what the sdist lacks is missed."""
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    python(folder, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT))
    (sdist,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return Built(sdist, wheel)


@pytest.fixture(scope="session")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has put the wheel."""
    pytest.importorskip("pip")
    folder = tmp_path_factory.mktemp("site")
    python(
        folder, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder), str(built.wheel)
    )
    return folder


@pytest.fixture(scope="session")
def unpacked(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of the unpacked sdist."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(built.sdist) as archive:
        archive.extractall(folder, filter="data")
    (root,) = folder.iterdir()
    return root


@pytest.mark.parametrize("form", ["checkout", "installed", "zip", "unpacked"])
def test_every_form_has_the_same_rules(form: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """One loader, and it reads what lies in the form it was started from."""
    place: Path = ROOT
    if form == "zip":
        place = request.getfixturevalue("built").wheel
    elif form != "checkout":
        place = request.getfixturevalue(form)
    checkout = json.loads(python(tmp_path, "-c", _PROBE, str(ROOT)))
    seen = json.loads(python(tmp_path, "-c", _PROBE, str(place)))
    for path in (seen["file"], seen["folder"]):
        assert Path(path).is_relative_to(place)
    assert seen["rules"] == sorted(path.stem for path in (ROOT / "rules").glob("*/*.yml"))
    assert len(seen["rules"]) > 300
    assert seen["yaml"] is (form in ("checkout", "unpacked"))  # a wheel has the rules in one file that is read faster
    assert seen["digest"] == checkout["digest"]
    assert seen["surface"] == checkout["surface"] and len(seen["surface"]) > 3000
    assert seen["found"] == ["WV100", "WV203"]


def test_flake8_with_a_zipped_install(built: Built, tmp_path: Path) -> None:
    """The plugin is found and works from within a zip file on the path."""
    (tmp_path / "app.py").write_text(V3)
    arguments = ("-m", "flake8", "--isolated", "--exit-zero", "--select=WV", "app.py")
    lines = python(tmp_path, *arguments, path=str(built.wheel)).splitlines()
    assert [line.split()[1] for line in lines] == ["WV100", "WV203"]


def test_wheel_holds_the_package_and_its_data_only(installed: Path) -> None:
    names = {path.relative_to(installed).parts[0] for path in installed.rglob("*") if "__pycache__" not in path.parts}
    assert {name for name in names if not name.endswith(".dist-info")} == {"flake8_weaviate_v4", "bin"}
    assert [path.name for path in (installed / "bin").iterdir()] == ["flake8-weaviate-v4"]
    package = installed / "flake8_weaviate_v4"
    assert (package / "py.typed").is_file()
    assert {path.suffix for path in package.rglob("*") if path.is_file()} <= {".py", ".pyc", ".yml", ".json", ".jsonl", ".html", ".typed"}


def test_sdist_can_run_the_tests(unpacked: Path) -> None:
    for name in (
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "pyproject.toml",
        ".ci/run",
        "tests/test_install.py",
        "examples/ingest.py",
    ):
        assert (unpacked / name).is_file(), name


_LOADED = "print([name for name in ('yaml', 'ast_grep_py', 'weaviate') if name in __import__('sys').modules])"


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import flake8_weaviate_v4.plugin", id="import"),
        pytest.param(
            "from flake8_weaviate_v4.check import Checker; from flake8_weaviate_v4.source import Source; "
            "assert Checker().check(Source.parse('import os\\nos.getcwd()\\n')) == []",
            id="a file without v3 code",
        ),
    ],
)
def test_what_is_not_loaded(code: str, tmp_path: Path) -> None:
    assert python(tmp_path, "-c", f"{code}; {_LOADED}", path=str(ROOT)) == "[]\n"


def test_a_finding_loads_rules_and_no_rewriter(tmp_path: Path) -> None:
    code = (
        "from flake8_weaviate_v4.check import Checker; from flake8_weaviate_v4.source import Source; "
        f"assert len(Checker().check(Source.parse({V3!r}))) == 2"
    )
    assert python(tmp_path, "-c", f"{code}; {_LOADED}", path=str(ROOT)) == "['yaml']\n"


def test_a_run_of_the_wheel_reads_no_yaml(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(V3)
    code = f"from flake8.main.cli import main; main(['-j1', '--isolated', '--select=WV', 'app.py']); {_LOADED}"
    *found, loaded = python(tmp_path, "-c", code, path=str(installed)).splitlines()
    assert [line.split()[1] for line in found] == ["WV100", "WV203"]
    assert loaded == "[]"


_COMPILED = ["rules.json", "details.jsonl", "surface/v3.params.json", "surface/v3.json", "surface/v4.params.json", "surface/v4.json"]
_COMPILED = [f"flake8_weaviate_v4/{name}" for name in _COMPILED]


@pytest.mark.parametrize(("version", "added"), [("standard", _COMPILED), ("editable", [])], ids=["standard", "editable"])
def test_only_a_wheel_to_keep_has_compiled_rules_and_surfaces(version: str, added: list[str]) -> None:
    """An editable install goes on reading them as they are edited."""
    pytest.importorskip("hatchling")
    code = (
        "from hatch_build import Compiled; data = {'force_include': {}}; "
        "hook = Compiled(sys.argv[1], {}, None, None, '', 'wheel'); "
        "hook.initialize(sys.argv[2], data); print(*data['force_include'].values()); hook.finalize(sys.argv[2], data, '')"
    )
    assert python(ROOT, "-c", f"import sys; {code}", str(ROOT), version).split() == added


@pytest.mark.parametrize(("text", "loaded"), [("import os\n", False), (V3, True)], ids=["no v3 code", "v3 code"])
def test_what_a_flake8_run_loads(text: str, loaded: bool, tmp_path: Path) -> None:
    """In a real run, where other plugins and flake8 itself could have a part in it."""
    (tmp_path / "app.py").write_text(text)
    code = f"from flake8.main.cli import main; main(['-j1', '--isolated', '-q', '--select=WV', 'app.py']); {_LOADED}"
    assert python(tmp_path, "-c", code, path=str(ROOT)).splitlines()[-1] == str(["yaml"] if loaded else [])


def test_the_version_is_told_without_loading_what_it_has_no_need_of(tmp_path: Path) -> None:
    code = (
        "import sys; before = set(sys.modules); from flake8_weaviate_v4.cli import main; main(['--version']); "
        "print(sorted(set(sys.modules) - before - {'__future__'}))"
    )
    version, loaded = python(tmp_path, "-c", code, path=str(ROOT)).splitlines()
    assert version.startswith("flake8-weaviate-v4 ")
    assert loaded == "['flake8_weaviate_v4', 'flake8_weaviate_v4.cli']"
