"""The site: it builds without a warning, each rule has its page, and no link is dead."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_weaviate_v4 import registry

ROOT = Path(__file__).parents[1]
ANCHORS = {
    f"{url}#{anchor}" if anchor else url
    for url, anchor, *_ in (line.split("\t") for line in (ROOT / "tests/data/docs-anchors.tsv").read_text("utf-8").splitlines())
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


def test_each_rule_has_a_page(site: Path) -> None:
    for code, rule in registry.load().rules.items():
        page = (site / "rules" / code / "index.html").read_text("utf-8")
        assert rule.name in page
        assert rule.url in page.replace("&amp;", "&")
        assert f'href="{code}/"' in (site / "rules" / "index.html").read_text("utf-8")


def test_no_link_of_the_site_is_dead(site: Path) -> None:
    """Strict building sees links in Markdown; this sees what came out, anchors included."""
    ids = {page: set(re.findall(r'\bid="([^"]+)"', page.read_text("utf-8"))) for page in site.rglob("*.html")}
    dead = []
    for page in ids:
        if page.name == "404.html":
            continue
        for link in re.findall(r'<a[^>]*\bhref="([^"]+)"', page.read_text("utf-8")):
            target, _, anchor = link.partition("#")
            if target.startswith("https://docs.weaviate.io"):
                if link.replace("&amp;", "&") not in ANCHORS:
                    dead.append((page.relative_to(site), link))
            elif "://" not in target:
                file = (page.parent / target).resolve() if target else page
                file = file / "index.html" if file.is_dir() else file
                if file.suffix == ".html" and (file not in ids or (anchor and anchor not in ids[file] and anchor != "__search")):
                    dead.append((page.relative_to(site), link))
    assert dead == []


def test_the_guide_shows_examples_of_rules(site: Path) -> None:
    for page in sorted((ROOT / "docs" / "migrate").glob("*.md")):
        built = (site / "migrate" / ("" if page.stem == "index" else page.stem) / "index.html").read_text("utf-8")
        codes = re.findall(r"<!-- rule (WV\d{3})", page.read_text("utf-8"))
        assert "&lt;!-- rule" not in built
        assert "<!-- rule" not in built
        assert [code for code in codes if f"Reported by <a href=\"../../rules/{code}/\"" not in built] == []


def test_the_site_loads_nothing_from_elsewhere(site: Path) -> None:
    for page in [site / "index.html", site / "rules" / "WV501" / "index.html"]:
        assert not re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="(?:https?:)?//[^"]+"', page.read_text("utf-8").replace('rel="canonical"', ""))
