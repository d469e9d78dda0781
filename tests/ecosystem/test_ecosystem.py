"""A part of what ``python -m tests.ecosystem`` looks at: what is installed here, and a few releases."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus.releases import Unreachable, fetch

from .__main__ import differences, main
from .examine import examine
from .trees import Tree, expectations, installed, libraries, releases

_DEEP = ("asyncio", "collections", "email", "http", "importlib", "json", "logging", "xml")
_FIXED = ("docarray==0.40.0", "farm-haystack==1.26.4", "gptcache==0.1.44", "weaviate-etl==0.0.15", "weaviate-haystack==1.0.2")


def test_the_standard_library_has_no_findings() -> None:
    (library,) = libraries()
    seen = examine(library.folder, library.files(), deep=False)
    assert differences(library, seen) == []
    assert len(seen) > 500


def test_inference_finds_nothing_in_code_that_the_first_look_leaves_out() -> None:
    (library,) = libraries()
    files = [file for file in library.files() if file.relative_to(library.folder).parts[0] in _DEEP]
    seen = examine(library.folder, files, deep=True)
    assert differences(library, seen) == []
    assert len([each for each in seen if not each.skipped]) > 100


def test_installed_packages_have_no_findings() -> None:
    tree = installed()
    ours = ("weaviate", "flake8_weaviate_v4")  # whose own code names what v3 has
    files = [file for file in tree.files() if file.relative_to(tree.folder).parts[0] not in ours]
    assert differences(tree, examine(tree.folder, files, deep=False)) == []


@pytest.mark.parametrize("name", _FIXED)
def test_releases_are_fixed_without_a_fault_and_a_second_time_to_the_same(name: str) -> None:
    (tree,) = (tree for tree in releases() if tree.name == name)
    assert tree.release is not None
    error = fetch([tree.release]).get(tree.release)
    if isinstance(error, Unreachable):
        pytest.skip(f"{error}: this release is NOT fixed")
    assert error is None
    seen = examine(tree.folder, tree.files(), deep=False)
    assert differences(tree, seen) == []
    assert sum(each.unsafe for each in seen) < sum(each.safe for each in seen) < sum(len(each.findings) for each in seen)


def test_findings_are_accepted_only_where_v3_is_used() -> None:
    kinds = {tree.name: tree.kind for tree in releases()}
    assert {kinds.get(name, name.split()[0]) for name in expectations()} <= {"v3", "client", "corpus"}


def test_unexpected_findings_and_files_that_fail_are_told(tmp_path: Path) -> None:
    Path(tmp_path, "app.py").write_text('import weaviate\nclient = weaviate.Client("http://localhost:8080")\n')
    Path(tmp_path, "legacy.py").write_text("print 'weaviate'\n")
    Path(tmp_path, "latin.py").write_bytes(b"# weaviate \xe9\n")
    tree = Tree("mine", "other", tmp_path)
    seen = examine(tmp_path, tree.files(), deep=False)
    assert [bool(each.skipped) for each in seen] == [False, True, True]
    assert differences(tree, seen) == ["mine: WV100: found 1, expected 0", "mine: WV101: found 1, expected 0"]
    assert (seen[0].safe, seen[0].unsafe) == (0, 0)


def test_the_command_compares_and_says_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FLAKE8_WEAVIATE_CORPUS", "")  # put back what the command changes
    Path(tmp_path, "corpus", "new").mkdir(parents=True)
    Path(tmp_path, "corpus", "new", "app.py").write_text("import weaviate\n\nweaviate.Client()\n")
    asked = ["--cache", str(tmp_path / "cache"), "--corpus", str(tmp_path / "corpus"), "--jobs", "1", "--only", "corpus"]
    assert main(asked) == 1
    assert "corpus new: WV100: found 1, expected 0" in capsys.readouterr().out
