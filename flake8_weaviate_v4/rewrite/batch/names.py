"""What a batch is called in the block that v4 opens for it."""

from __future__ import annotations

import ast

from ..site import Site
from .batches import Batches, Opening

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from ...inference.scopes import Scope


def batch_name(site: Site, batches: Batches, opening: Opening) -> str:
    """The name that the ``with`` gives it; where it gives none, ``batch``, if that is free there."""
    if opening.name is not None:
        return opening.name
    scope = site.module.scope_of(opening.statement)
    name, number = "batch", 1
    while not _is_free(site, batches, scope, name):
        number += 1
        name = f"batch_{number}"
    return name


def _is_free(site: Site, batches: Batches, scope: Scope, name: str) -> bool:
    """Whether the scope knows the name for batches only, and reads none of that name from around it."""
    targets = [o.item.optional_vars for o in batches.openings if o.item is not None and isinstance(o.item.optional_vars, ast.Name)]
    mine = {t.lineno for t in targets if t.id == name and site.module.scope_of(t) is scope}
    if name in scope.names:
        return all(getattr(b.node, "lineno", 0) in mine for b in scope.names[name])
    return not any(site.module.scope_of(n) is scope for n in site.module.names.get(name, ()))
