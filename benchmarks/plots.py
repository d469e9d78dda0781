"""``python benchmarks/plots.py FIGURES FOLDER``: the plots of ``docs/speed.md``, of what ``linear.py --json FIGURES`` measured.

Both axes are logarithmic and relative to the smallest size, so that a plot shows growth and not a machine.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path
from xml.sax.saxutils import escape

SERIES = {
    "functions": ("lines: functions", "#0d9488"), "script": ("lines: one name bound anew", "#7c3aed"),
    "chain": ("links of one chain", "#d97706"), "files": ("files", "#2563eb"),
    "files_in_a_row": ("files that import each other", "#db2777"),
}  # fmt: skip
SIDE, LEFT, TOP, MOST = 320, 50, 16, 8


def _at(size: float, time: float) -> str:
    x, y = (math.log(max(value, 0.5)) / math.log(MOST) * SIDE for value in (size, time))
    return f"{LEFT + x:.1f},{TOP + SIDE - y:.1f}"


def plot(figures: dict[str, dict[str, list[tuple[int, float]]]], face: str, title: str) -> str:
    """An SVG of the growth of time with size."""
    grey = 'stroke="#94a3b8" stroke-width="1"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + SIDE + 190} {TOP + SIDE + 50}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="100%" height="100%" fill="#ffffff"/><path d="M{_at(1, MOST)} L{_at(1, 1)} L{_at(MOST, 1)}" fill="none" {grey}/>',
        f'<path d="M{_at(1, 1)} L{_at(MOST, MOST)}" {grey} stroke-dasharray="4 4"/>',
    ]
    for value in (1, 2, 4, 8):
        x, y = _at(value, value).split(",")
        parts.append(f'<text x="{x}" y="{TOP + SIDE + 18}" text-anchor="middle">{value}</text>')
        parts.append(f'<text x="{LEFT - 8}" y="{float(y) + 4:.1f}" text-anchor="end">{value}</text>')
    parts.append(f'<text x="{LEFT + SIDE / 2}" y="{TOP + SIDE + 38}" text-anchor="middle">times the size</text>')
    parts.append(f'<text transform="translate(14 {TOP + SIDE / 2}) rotate(-90)" text-anchor="middle">times the time</text>')
    row = TOP + 10
    for name, (label, colour) in SERIES.items():
        points = figures.get(name, {}).get(face, [])
        if len(points) < 2:
            continue
        first, least = points[0]
        line = " ".join(_at(size / first, spent / least) for size, spent in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{LEFT + SIDE + 12}" y="{row}" fill="{colour}">{escape(label)}</text>')
        row += 20
    parts.append(f'<text x="{LEFT + SIDE + 12}" y="{row}" fill="#64748b">dashed: linear</text></svg>')
    return "\n".join(parts) + "\n"


def main() -> None:
    """Write the plots."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("figures", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    figures = json.loads(arguments.figures.read_text("utf-8"))
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for face, title in (("check", "Time of the linter against size"), ("fix", "Time of the fixer against size")):
        (arguments.folder / f"speed-{face}.svg").write_text(plot(figures, face, title), "utf-8")


if __name__ == "__main__":
    main()
