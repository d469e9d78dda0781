"""``python -m flake8_weaviate_v4``."""

import os
import sys

if not (sys.flags.isolated or getattr(sys.flags, "safe_path", False)) and sys.path[0] != os.path.dirname(os.path.dirname(__file__)):
    del sys.path[0]  # the working folder, which is what is looked at: its modules are not ours to run

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
