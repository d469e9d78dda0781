"""The matrix: ``nox`` runs all of it, ``nox -s tests-3.12`` one part. An interpreter that is not there is skipped, and said so."""

from __future__ import annotations

import nox

PYTHONS = ["3.10", "3.11", "3.12", "3.13", "3.14"]
ENDS = [PYTHONS[0], PYTHONS[-2]]  # the newest may have no wheels of everything yet
# The lower bounds of pyproject.toml.
OLDEST = ["flake8==7.0.0", "PyYAML==6.0.1", "graphql-core==3.2.0", "pathspec==0.12.0", "packaging==22.0", "pygls==2.0.0"]
QUICK = ["tests/test_plugin.py", "tests/test_rules.py", "tests/inference", "tests/rewrite", "tests/cli", "tests/test_lsp.py"]
# Of these, what asks for tools that only all test extras bring.
OTHER_TOOLS = ["--ignore=tests/cli/test_export.py", "--deselect=tests/test_lsp.py::test_plain_flake8_in_python_lsp_server"]

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["lint", "types", "docs", "wheel", "tests", "flake8", "oldest", "client"]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """All tests with the newest of everything; arguments go to pytest."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session(python=ENDS)
@nox.parametrize("flake8", ["7.0.0", "7.1.2", "7.2.0", "7.3.0", ""])
def flake8(session: nox.Session, flake8: str) -> None:
    """The plugin in each flake8 series; without a version the newest that there is."""
    session.install("-e", ".[test-core]", f"flake8=={flake8}" if flake8 else "flake8", "--upgrade")
    session.run("python", "-m", "pytest", "tests/test_plugin.py", "tests/test_rules.py", *session.posargs)


@nox.session(python=ENDS)
def oldest(session: nox.Session) -> None:
    """The oldest of every dependency."""
    tomli = ["tomli==2.0.0"] if session.python == "3.10" else []
    session.install("-e", ".[test-core]")
    session.install(*OLDEST, *tomli)  # by themselves: tools of the tests that ask for newer ones don't matter
    session.run("python", "-m", "pytest", *QUICK, *OTHER_TOOLS, *session.posargs)


@nox.session(python=PYTHONS[1])
@nox.parametrize("weaviate", ["4.23.0", ""])
def client(session: nox.Session, weaviate: str) -> None:
    """What the rewrites send, and what the rules say, with the oldest v4 client that the tests take and the newest."""
    session.install("-e", ".[test]", f"weaviate-client=={weaviate}" if weaviate else "weaviate-client", "--upgrade")
    asked = "import importlib.metadata as m; print(m.version('weaviate-client'))"
    env = {"FLAKE8_WEAVIATE_V4": weaviate or str(session.run("python", "-c", asked, silent=True)).strip()}
    session.run("python", "-m", "pytest", "tests/requests", "tests/test_surface.py", "tests/test_rules.py", *session.posargs, env=env)


@nox.session(python=PYTHONS[1])
def lint(session: nox.Session) -> None:
    """Ruff."""
    session.install("ruff>=0.12")
    session.run("ruff", "check")


@nox.session(python=PYTHONS[1])
def types(session: nox.Session) -> None:
    """Mypy, strict."""
    session.install("-e", ".[test]")
    session.run("mypy")


@nox.session(python=PYTHONS[1])
def docs(session: nox.Session) -> None:
    """The documentation site."""
    session.install("-e", ".[docs]")
    session.run("mkdocs", "build", "--strict", "--site-dir", session.create_tmp())


@nox.session(python=PYTHONS)
def wheel(session: nox.Session) -> None:
    """The wheel, installed where there is no checkout."""
    folder = session.create_tmp()
    session.install("build", "hatchling>=1.25", "PyYAML")
    session.run("python", "-m", "build", "--no-isolation", "--wheel", "--outdir", folder)
    session.install("--no-index", "--no-deps", "--find-links", folder, "flake8-weaviate-v4")
    session.install("flake8", "graphql-core", "pathspec", "packaging", "tomli")
    session.chdir(folder)
    session.run("flake8-weaviate-v4", "rule", "WV501", silent=True)
    session.run("flake8", "--version")


@nox.session(python=PYTHONS[1])
def ecosystem(session: nox.Session) -> None:
    """Thousands of packages: ``nox -s ecosystem -- --cache FOLDER``."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "tests.ecosystem", *(session.posargs or ["--cache", session.create_tmp()]))


@nox.session(python=PYTHONS[1])
def fuzz(session: nox.Session) -> None:
    """Made and mutated programs: ``nox -s fuzz -- --help``."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "tests.fuzz", *session.posargs)
