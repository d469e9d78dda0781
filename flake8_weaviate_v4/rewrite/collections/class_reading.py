"""A class that is read, changed and put back: ``c = schema.get(name); c["description"] = text; schema.update_config(name, c)``.

v4's ``config.update()`` reads the class by itself, and is told of the changes alone.
"""

from __future__ import annotations

import ast

from ..literal import assigned_once, constant, is_reflected, is_shared, loads_of, pairs_of
from ..site import Site
from ..unit import Refusal
from .class_tables import same_name


def changes_of_read(site: Site, name: ast.expr, config: ast.expr) -> ast.Dict | None:
    """The changes as a dictionary, where the statements before the call read the class and change it, and what they did is
    read nowhere else; those statements go. None where the configuration is another. Raises Refusal."""
    made = assigned_once(site, config) if isinstance(config, ast.Name) else None
    value = made.value if made is not None else None
    if made is None or not isinstance(config, ast.Name) or not isinstance(value, ast.Call) or not site.planner.is_use(value.func, "weaviate.schema.Schema.get"):
        return None
    given = site.arguments(value, "weaviate.schema.Schema.get")
    reader, writer = (call.func.value for call in (value, site.call) if isinstance(call.func, ast.Attribute))
    if "class_name" not in given or not same_name(site, given["class_name"], name) or ast.dump(reader) != ast.dump(writer):
        raise Refusal("another class is read than is changed")
    statement = site.statement()
    block = getattr(site.parent(statement), site.module.fields.get(statement, "body"), [])
    if made not in block or statement not in block:
        raise Refusal("the class that is put back is read under other conditions")
    steps = block[block.index(made) + 1 : block.index(statement)]
    reads: list[ast.Name] = [config]
    changes = ast.Dict([], [])
    for step in steps:
        reads.append(_changed(step, config.id, changes))
    elsewhere = is_reflected(site, site.scope(made)) or is_shared(site, made, config.id)
    if elsewhere or {id(read) for read in reads} != {id(load) for load in loads_of(site, config)}:
        raise Refusal("the class that is put back is read elsewhere as well")
    site.unit.doubt("the class is read by the update alone, and no more before it")
    site.unit.removed |= dict.fromkeys([made, *steps])
    return changes


def _changed(step: ast.stmt, name: str, changes: ast.Dict) -> ast.Name:
    """Note in ``changes`` what a statement sets; the name of the class in it. Raises Refusal."""
    keys: list[str] = []
    target = step.targets[0] if isinstance(step, ast.Assign) and len(step.targets) == 1 else None
    while isinstance(target, ast.Subscript) and isinstance(key := constant(target.slice), str):
        keys.insert(0, key)
        target = target.value
    if not isinstance(step, ast.Assign) or not keys or not isinstance(target, ast.Name) or target.id != name:
        raise Refusal("what happens to the class that is put back can't be seen")
    inner = changes
    for key in keys[:-1]:
        inner = _part(inner, key)
    if any(constant(key) == keys[-1] for key in inner.keys):
        raise Refusal("a setting of the class is set twice")
    inner.keys.append(ast.Constant(keys[-1]))
    inner.values.append(step.value)
    return target


def _part(outer: ast.Dict, key: str) -> ast.Dict:
    for known, value in pairs_of(outer):
        if constant(known) == key:
            if isinstance(value, ast.Dict) and not hasattr(value, "lineno"):
                return value
            raise Refusal("a setting of the class is set twice")
    made = ast.Dict([], [])
    outer.keys.append(ast.Constant(key))
    outer.values.append(made)
    return made
