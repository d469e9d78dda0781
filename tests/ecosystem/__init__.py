"""The checker and the fixer over code that nobody prepared: standard libraries, the most downloaded packages, integrations."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))  # as pytest does: `corpus` is the neighbour
