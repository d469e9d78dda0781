"""The plainest command lines, read without argparse, which takes as long to import and set up as a rule to look up."""

from __future__ import annotations

from types import SimpleNamespace

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_OFF = (
    "quiet exit_zero statistics isolated fix fix_only diff no_baseline add_baseline prune_baseline baseline_report add_noqa no_cache"
).split()
_TEXTS = "stdin_filename output_file config baseline cache_dir output_format".split()
_UNSET = (
    "respect_gitignore force_exclude jobs output_format unsafe_fixes select ignore extend_select target_client deprecations"
    " report_guarded unclosed unused_noqa"
).split()


def _check() -> dict[str, Any]:
    found: dict[str, Any] = dict.fromkeys((*_OFF, "markers"), False)
    found |= dict.fromkeys(_TEXTS, "") | dict.fromkeys(_UNSET)
    return {**found, "paths": [], "exclude": [], "per_file_ignores": []}


def _rule() -> dict[str, Any]:
    return {"codes": [], "all": False, "output_format": "text"}


# What ``arguments`` makes of the command without words, the name of its words, its switches, and its options with a text.
_COMMANDS = {
    "check": (_check, "paths", {"-q": "quiet"} | {f"--{name.replace('_', '-')}": name for name in _OFF},
              {f"--{name.replace('_', '-')}": name for name in _TEXTS}),
    "rule": (_rule, "codes", {"--all": "all"}, {}),
}  # fmt: skip


def parse(argv: Sequence[str]) -> Any | None:
    """What ``arguments.parse`` finds in a command line of words, switches and texts; None for all others, and where something
    is wrong."""
    if not argv or argv[0] not in _COMMANDS:
        return None
    defaults, words, switches, texts = _COMMANDS[argv[0]]
    found = defaults()
    ended = False  # argparse wants all words in one place
    rest = iter(argv[1:])
    for each in rest:
        if each in switches:
            found[switches[each]] = True
        elif each in texts:
            if (text := next(rest, "-")).startswith("-"):
                return None
            found[texts[each]] = text
        elif (each.startswith("-") and each != "-") or ended:
            return None
        else:
            found[words].append(each)
            continue
        ended = bool(found[words])
    return SimpleNamespace(command=argv[0], **found)
