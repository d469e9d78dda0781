"""What MkDocs makes of ``docs/``: a page for each rule, an index of them, and the rules' own examples in the guide."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from mkdocs.structure.files import File, Files

from flake8_weaviate_v4 import registry
from flake8_weaviate_v4.output.rules import AREAS, fix_sentence, readable
from flake8_weaviate_v4.registry import Rule

_EXAMPLE = re.compile(r"^<!-- rule (?P<code>WV\d{3})(?: (?P<number>\d))? -->$", re.MULTILINE)
_OPTIONS = {"deprecations": "--deprecations", "unclosed": "--unclosed", "unused_noqa": "--unused-noqa"}


def on_files(files: Files, config: Any) -> Files:
    """Add the generated pages."""
    rules = sorted(registry.load().rules.values(), key=lambda rule: rule.code)
    for rule in rules:
        files.append(File.generated(config, f"rules/{rule.code}.md", content=rule_page(rule)))
    files.append(File.generated(config, "rules/index.md", content=index_page(rules)))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Put a rule's example in the place of ``<!-- rule WV501 -->``; ``<!-- rule WV501 2 -->`` is its second."""
    rules = registry.load().rules

    def example(match: re.Match[str]) -> str:
        rule = rules[match["code"]]
        return _both(rule.examples[int(match["number"] or 1) - 1]) + f"\n\nReported by [{rule.code} {rule.name}](../rules/{rule.code}.md).\n"

    return _EXAMPLE.sub(example, markdown)


def rule_page(rule: Rule) -> str:
    """The page of a rule."""
    parts = [
        f"# {rule.code} {rule.name}",
        f"{readable(rule.message)}.\n\nOne of the rules for {AREAS[rule.code[:3]]}. {fix_sentence(rule)}",
    ]
    if rule.optional:
        parts.append(f"Off by default; switched on by `{_OPTIONS[rule.optional]}`.")
    parts.append(f"## What changed, and what to watch for\n\n{rule.note.strip()}")
    for number, example in enumerate(rule.examples, 1):
        title = "Example" if len(rule.examples) == 1 else f"Example {number}"
        parts.append(f"## {title}\n\n{_both(example)}")
    if rule.clean:
        parts.append("## What it does not report\n\n" + "\n\n".join(_code(text, _language(rule.examples[0])) for text in rule.clean))
    links = [f"- [Weaviate documentation]({rule.url})", "- [All rules](index.md)"]
    if rule.fixable != "never":
        links.insert(1, "- [What fixes do, and when they are safe](../fixing.md)")
    parts.append("## Links\n\n" + "\n".join(links))
    return "\n\n".join(parts) + "\n"


def index_page(rules: Iterable[Rule]) -> str:
    """All rules by area."""
    lines = ["# Rules", "", "Fix: always, sometimes, or never. Codes never change their meaning."]
    area = ""
    for rule in rules:
        if rule.code[:3] != area:
            area = rule.code[:3]
            lines += ["", f"## {area} {AREAS[area]}", "", "| code | name | what it says | fix |", "|---|---|---|---|"]
        said = readable(rule.message).replace("|", "\\|")
        lines.append(f"| [{rule.code}]({rule.code}.md) | {rule.name} | {said} | {rule.fixable} |")
    return "\n".join(lines) + "\n"


def _both(example: dict[str, Any]) -> str:
    language = _language(example)
    named = f"`{example['file']}`, " if "file" in example else ""
    return f"{named}v3:\n\n{_code(example['v3'], language)}\n\nv4:\n\n{_code(example['v4'], language)}"


def _language(example: dict[str, Any]) -> str:
    return {"yml": "yaml", "yaml": "yaml", "toml": "toml", "txt": "text"}.get(str(example.get("file", "")).rpartition(".")[2], "python")


def _code(text: str, language: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```"
