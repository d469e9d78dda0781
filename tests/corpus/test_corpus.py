"""Findings in real releases are the reviewed ones. Skipped, and said so in the summary, where PyPI can't be reached."""

from __future__ import annotations

import pytest

from .findings import difference, find
from .releases import HERE, Release, Unreachable, fetch, read

RELEASES = read()


@pytest.fixture(scope="session")
def errors(request: pytest.FixtureRequest) -> dict[Release, Exception]:
    """Fetches the releases of the tests that were chosen."""
    specs = [getattr(item, "callspec", None) for item in request.session.items]
    return fetch({spec.params["release"] for spec in specs if spec is not None and "release" in spec.params})


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_findings_are_the_reviewed_ones(release: Release, errors: dict[Release, Exception]) -> None:
    error = errors.get(release)
    if isinstance(error, Unreachable):
        pytest.skip(f"{error}: these releases are NOT checked")
    if error is not None:
        pytest.fail(f"{release} could not be fetched: {error}", pytrace=False)
    if text := difference(release, find(release)):
        hint = f"to accept, once each line is reviewed: python -m tests.corpus.update {release}"
        pytest.fail(f"{text}\n\n{hint}", pytrace=False)


def test_each_list_has_a_release() -> None:
    lists = {path.name for path in (HERE / "expected").glob("*")}
    assert lists <= {release.list.name for release in RELEASES}


def test_no_list_accepts_a_fault_of_the_checker() -> None:
    assert [path.name for path in (HERE / "expected").glob("*") if " raises" in path.read_text("utf-8")] == []


def test_v4_and_unrelated_releases_have_no_list() -> None:
    """Where v4 code or a look-alike is reported, the linter is wrong: such a list is not to be accepted."""
    assert [release.list.name for release in RELEASES if release.tier != "v3" and release.list.exists()] == []
