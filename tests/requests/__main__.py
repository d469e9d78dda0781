"""``python -m tests.requests PATH...``, from the checkout's root."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from harness.cli import main

raise SystemExit(main())
