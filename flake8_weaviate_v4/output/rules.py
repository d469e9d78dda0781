"""Rules as they are told: in Markdown, and in the JSON of ``ruff rule --output-format json``."""

from __future__ import annotations

from .. import placeholders

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Any

    from ..registry import Rule

AREAS = {
    "WV0": "project files and comments",
    "WV1": "client and connection",
    "WV2": "collections",
    "WV3": "objects and references",
    "WV4": "batch",
    "WV5": "search",
    "WV6": "filters and sorting",
    "WV7": "aggregation, raw GraphQL and responses",
    "WV8": "cluster, backup and other services",
    "WV9": "deprecated inside v4",
}
_FOLDERS = dict(
    zip("0123456789", "project client collections objects batch search filters results services deprecated".split(), strict=True)
)
_FIX = {"always": "Always", "sometimes": "Sometimes", "never": "None"}
_SENTENCE = {
    "always": "Fix is always available.",
    "sometimes": "Fix is sometimes available.",
    "never": "Fix is not available.",
}
FIRST = "0.1.0"  # no rule is younger than the first release yet


def readable(message: str) -> str:
    """A rule's message with ``...`` for what would stand in the code."""
    return placeholders.plain(message)


def fix_sentence(rule: Rule) -> str:
    """Whether there is a fix, in ruff's words."""
    return _SENTENCE[rule.fixable]


def explanation(rule: Rule) -> str:
    """What a rule is about, as Markdown under ruff's headings."""
    parts = [f"## What it does\n{_sentence(readable(rule.message))}", f"## Why is this bad?\n{rule.note.strip()}"]
    if rule.optional:
        parts.append(f"## Options\nOff by default; switched on by `{rule.optional.replace('_', '-')}`.")
    if rule.examples:
        example = rule.examples[0]
        parts.append(f"## Example\n\n{_code(example['v3'])}")
        if "v4" in example:
            parts.append(f"Use instead:\n\n{_code(example['v4'])}")
    if rule.url:
        parts.append(f"## References\n- [Weaviate documentation]({rule.url})")
    return "\n\n".join(parts) + "\n"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _code(text: str) -> str:
    fence = "```"
    return f"{fence}python\n{text.rstrip()}\n{fence}"


def markdown(rule: Rule) -> str:
    """The whole text of a rule."""
    area = AREAS[rule.code[:3]]
    return f"# {rule.name} ({rule.code})\n\nOne of the rules for {area}. {fix_sentence(rule)}\n\n{explanation(rule)}"


def as_ruff(rule: Rule) -> dict[str, Any]:
    """A rule as ``ruff rule --output-format json`` (0.17) tells one of ruff's."""
    message = readable(rule.message)
    formats = [message, *(readable(older) for _, older in rule.older if older)]
    return {
        "name": rule.name,
        "code": rule.code,
        "linter": "flake8-weaviate-v4",
        "summary": message,
        "message_formats": list(dict.fromkeys(formats)),
        "fix": fix_sentence(rule),
        "fix_availability": _FIX[rule.fixable],
        "explanation": explanation(rule),
        "preview": False,
        "status": {"Stable": {"since": FIRST}},
        "category": "pedantic" if rule.severity == "hint" else "correctness",
        "source_location": {"file": f"rules/{_FOLDERS[rule.code[2]]}/{rule.code}.yml", "line": 1},
    }
