"""``python benchmarks/rules.py``: what more rules cost, when they are read and when a file is checked.

The rules are doubled again and again, with symbols of their own that no code uses, as those of a further library would be.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from typing import Any

from linear import seconds, slope
from shapes import functions

from flake8_weaviate_v4 import registry
from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.registry import Registry, Rule
from flake8_weaviate_v4.source import Source

UNITS = 400  # functions of the file that is checked
COPIES = (1, 2, 4, 8)


def copied(written: list[dict[str, Any]], times: int) -> str:
    """The rules so often, as the one file that a wheel has of them."""
    rules = []
    for copy in range(times):
        for rule in written:
            lean = registry.parts(rule)[0]
            if copy:
                symbols = [f"made{copy}.{symbol}" for symbol in lean["metadata"].get("symbols") or ()]
                lean = {**lean, "id": f"{lean['id']}_{copy}", "metadata": {**lean["metadata"], "symbols": symbols, "shapes": []}}
            rules.append(lean)
    return json.dumps(rules)


def read(text: str) -> Registry:
    """The rules of such a file."""
    return Registry([Rule.read(rule) for rule in json.loads(text)])


def main() -> int:
    """Print a table."""
    written = registry.parsed(registry.rules_folder())
    source = Source.parse(functions(UNITS))
    Checker().check(source)  # loads the surfaces
    load = registry.load
    reading, checking = [], []
    print(f"{'rules':>6} {'read (ms)':>10} {'file checked (ms)':>18}")
    for times in COPIES:
        text = copied(written, times)
        rules = read(text)
        registry.load = lambda rules=rules: rules  # type: ignore[assignment]
        reading.append((len(rules.rules), seconds(partial(read, text))))
        checking.append((len(rules.rules), seconds(lambda: Checker().check(source))))
        registry.load = load
        print(f"{len(rules.rules):6} {reading[-1][1] * 1e3:10.2f} {checking[-1][1] * 1e3:18.1f}", flush=True)
    print(f"exponent {slope(reading):7.2f} {slope(checking):18.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
