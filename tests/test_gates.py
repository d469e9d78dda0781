"""The pre-commit hooks, the GitHub Action and the snippets of docs/ci.md: run for real, or read by their official schemas."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
V3 = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\nclient.schema.delete_class("Article")\n'
V4 = 'import weaviate\n\nclient = weaviate.connect_to_local()\nclient.collections.delete("Article")\n'
SOURCES = (
    "flake8_weaviate_v4", "rules", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "action.yml",
    ".pre-commit-hooks.yaml",
)  # fmt: skip
BLOCK = re.compile(r"^```yaml ([\w-]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SNIPPETS = BLOCK.findall((ROOT / "docs" / "ci.md").read_text("utf-8"))


def git(folder: Path, *words: str) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"]
    return subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a repository of its own."""
    folder = tmp_path_factory.mktemp("sources")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "-m", "sources")
    return folder


def valid(path: Path, schema: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--regex-variant", "nonunicode", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("kind", "text"), SNIPPETS, ids=[f"{kind}-{n}" for n, (kind, _) in enumerate(SNIPPETS)])
def test_a_snippet_is_valid(kind: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "snippet.yml"
    path.write_text(text)
    if kind == "pre-commit":
        path = path.rename(tmp_path / ".pre-commit-config.yaml")
        subprocess.run([sys.executable, "-m", "pre_commit", "validate-config", str(path)], check=True, capture_output=True)
        hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
        assert {hook["id"] for repo in yaml.safe_load(text)["repos"] for hook in repo["hooks"]} <= hooks
    else:
        valid(path, kind)


def test_snippets_of_every_service_are_there() -> None:
    assert {kind for kind, _ in SNIPPETS} == {"pre-commit", "github-workflows", "gitlab-ci", "azure-pipelines"}


def test_the_inputs_of_the_action_are_documented() -> None:
    inputs = yaml.safe_load((ROOT / "action.yml").read_text())["inputs"]
    table = re.findall(r"^\| `(\w+)` \| .* \| .* \|$", (ROOT / "docs" / "ci.md").read_text("utf-8"), re.MULTILINE)
    assert table == list(inputs)
    for kind, text in SNIPPETS:
        for step in yaml.safe_load(text).get("jobs", {}).get("check", {}).get("steps", []) if kind == "github-workflows" else []:
            if "flake8-weaviate-v4@" in step.get("uses", ""):
                assert set(step["with"]) <= set(inputs)


def test_the_action_is_valid() -> None:
    valid(ROOT / "action.yml", "github-actions")


def test_the_hooks_are_run_by_pre_commit(sources: Path, tmp_path: Path) -> None:
    """Installed from a repository as users do, over a repository of theirs."""
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")], check=True)
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    git(theirs, "init", "--quiet")
    (theirs / "app.py").write_text(V3)
    for name in ("flake8_weaviate_v4", "json", "yaml", "sitecustomize", "conftest", "argparse"):
        (theirs / f"{name}.py").write_text(f"open({str(tmp_path / 'mark')!r}, 'w')  # run by nobody\n")
    (theirs / "old").mkdir()
    (theirs / "old" / "app.py").write_text(V3)
    (theirs / "pyproject.toml").write_text('[tool.flake8-weaviate-v4]\nexclude = ["old/"]\n')
    config: dict[str, Any] = {"repos": [{"repo": str(sources), "rev": git(sources, "rev-parse", "HEAD"), "hooks": []}]}
    env = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    git(theirs, "add", "-A")

    def run(hook: str) -> subprocess.CompletedProcess[str]:
        config["repos"][0]["hooks"] = [{"id": hook}]
        (theirs / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
        git(theirs, "add", "-A")
        command = [str(Path(sys.executable).with_name("pre-commit")), "run", "--all-files", "--color=never"]
        return subprocess.run(command, cwd=theirs, env=env, check=False, capture_output=True, text=True)

    checked = run("weaviate-v4-check")
    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert "WV203" in checked.stdout
    assert "old/app.py" not in checked.stdout
    assert (theirs / "app.py").read_text() == V3
    fixed = run("weaviate-v4-fix")
    assert fixed.returncode == 1  # files were changed
    assert (theirs / "app.py").read_text() == V4
    assert (theirs / "old" / "app.py").read_text() == V3
    assert run("weaviate-v4-fix").returncode == run("weaviate-v4-check").returncode == 0
    assert not (tmp_path / "mark").exists()


@pytest.mark.skipif(not shutil.which("bash"), reason="the action's steps are written for bash")
def test_the_steps_of_the_action(sources: Path, tmp_path: Path) -> None:
    """The shell steps, run as GitHub's runner does, with the inputs in their environment."""
    steps = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
    install, check = [step["run"] for step in steps if "run" in step]
    work = tmp_path / "work"
    work.mkdir()
    (work / "a b").mkdir()
    (work / "app.py").write_text(V3)
    base = {**os.environ, "RUNNER_TEMP": str(tmp_path), "GITHUB_OUTPUT": str(tmp_path / "output")}

    def run(script: str, **inputs: str) -> subprocess.CompletedProcess[str]:
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(command, cwd=work, env={**base, **inputs}, check=False, capture_output=True, text=True)

    done = run(install, PYTHON=sys.executable, SOURCE=str(sources))
    assert done.returncode == 0, done.stderr
    usual = {"PATHS": ".", "ARGS": "", "ANNOTATIONS": "true", "SARIF": "", "FAIL": "true"}
    done = run(check, **usual)
    assert (done.returncode, done.stdout.count("::error title=flake8-weaviate-v4")) == (1, 3), done.stderr
    assert (tmp_path / "output").read_text() == "findings=3\n"
    done = run(check, **usual | {"SARIF": "out.sarif", "FAIL": "false", "ANNOTATIONS": "false", "ARGS": "--select WV203"})
    assert done.returncode == 0
    assert "app.py:4:8: WV203" in done.stdout
    assert '"ruleId": "WV203"' in (work / "out.sarif").read_text()
    assert run(check, **usual | {"PATHS": "missing"}).returncode == 2
    (work / "app.py").write_text(V4)
    assert run(check, **usual).returncode == 0
    assert (tmp_path / "output").read_text().endswith("findings=0\n")
