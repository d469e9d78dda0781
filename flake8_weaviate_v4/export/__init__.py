"""The rules for users of other tools: ruff and ast-grep."""
