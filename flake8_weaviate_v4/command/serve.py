"""``server``: the language server, if what it needs is installed."""

from __future__ import annotations

import os
import sys

from .told import Report, Wrong


def serve() -> Report:
    """Serve until the editor ends it. Raises Wrong where pygls is missing."""
    try:
        from .. import lsp
    except ImportError as error:
        raise Wrong(f"the server needs pygls ({error}): pip install 'flake8-weaviate-v4[server]'") from error
    lsp.main()
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115  # the editor has closed the other
    return Report()
