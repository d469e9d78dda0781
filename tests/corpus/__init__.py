"""The checker against real releases from PyPI, held to reviewed lists."""
