"""Properties that are added to a class: ``schema.property.create(name, dict)``, once or in a loop over a list of them.

v4 has a look at the class first: it refuses a property that is there and sends the settings for the class's vectorizer.
"""

from __future__ import annotations

import ast

from ...inference.flow import reaching
from ..code import Code, Group, Item, call, join
from ..literal import assigned_once, constant, is_reflected, is_shared, loads_of
from ..receiver import collection_of
from ..site import Site, rewrites
from ..unit import Refusal
from .class_as_is import listed, loop_of
from .class_properties import data_types, is_reference, is_seen, plain, reference
from .class_tables import items


@rewrites("weaviate.schema.properties.Property.create")
def add_property(site: Site) -> Code:
    """``schema.property.create(name, dict)`` -> ``add_property(Property(...))`` or ``add_reference(...)``."""
    given = site.arguments()
    prop = given["schema_property"]
    config = join(collection_of(site, given["schema_class_name"]), ".config")
    display = _gone_through(site, prop) if isinstance(prop, ast.Name) else None
    if display is None:
        method, made = _made(site, prop)
        return call(join(config, f".{method}"), made)
    found = [(_made(site, each), each) for each in display.elts]
    methods = {method for (method, _), _ in found}
    if len(methods) != 1:
        raise Refusal("properties and references are added in one loop")
    site.unit.replaced[display] = Group("", "[", tuple(Item(made, origin=each) for (_, made), each in found), "]")
    return call(join(config, f".{methods.pop()}"), prop)


def _made(site: Site, prop: ast.expr) -> tuple[str, Code]:
    """The method that adds a property, and the property."""
    described = items(site, prop)
    types = described.get("dataType")
    if types is not None and not is_seen(site, types):
        return "add_property", plain(site, prop, None)
    names = data_types(site, types)
    if is_reference(names):
        if any(each != each[:1].upper() + each[1:] for each in names):
            raise Refusal("a reference to a class in lower case, which v3 sent as it is")
        return "add_reference", reference(site, prop)
    if "moduleConfig" in described and constant(described["moduleConfig"]) != {}:
        site.unit.doubt("v4 gives the settings to the vectorizer that it finds in the class")
    return "add_property", plain(site, prop, None)


def _gone_through(site: Site, name: ast.Name) -> ast.List | ast.Tuple | None:
    """The list of dictionaries that a loop goes through, where nothing else reads them: they become properties.

    ``prop["name"]`` in the loop becomes ``prop.name``. None where the variable is that of no such loop. Raises Refusal.
    """
    loop = loop_of(site, name)
    if loop is None or (elements := listed(site, loop.iter)) is None or not all(isinstance(each, ast.Dict) for each in elements):
        return None
    if is_reflected(site, site.scope(loop)):
        raise Refusal(f"`{name.id}` may be read by its name")
    display: ast.expr | None = loop.iter
    if isinstance(loop.iter, ast.Name):
        assignment = assigned_once(site, loop.iter)
        display = assignment.value if assignment is not None else None
        if loads_of(site, loop.iter) != [loop.iter] or assignment is None or site.scope(assignment) is not site.scope(loop):
            raise Refusal(f"`{loop.iter.id}` is read elsewhere as well")
        if is_shared(site, assignment, loop.iter.id):
            raise Refusal(f"`{loop.iter.id}` is read elsewhere as well")
    for load in _reads(site, name, loop):
        outer = site.parent(load)
        if not isinstance(outer, ast.Subscript) or outer.value is not load or constant(outer.slice) != "name" or not isinstance(outer.ctx, ast.Load):
            raise Refusal(f"`{name.id}` is read elsewhere as well")
        site.unit.replaced[outer] = join(load, ".name")
    return display if isinstance(display, (ast.List, ast.Tuple)) else None


def _reads(site: Site, name: ast.Name, loop: ast.For | ast.AsyncFor) -> list[ast.Name]:
    """Where else the variable of a loop is read. Raises Refusal where another value may be read there as well."""
    scope, found = site.scope(name), []
    for load in site.module.loads_of(name):
        if load is name:
            continue
        seen = [b.node for b in reaching(site.module, scope, name.id, load)] if site.scope(load) is scope else [loop]
        if loop in seen:
            found.append(load)
            if seen != [loop]:
                raise Refusal(f"`{name.id}` is read elsewhere as well")
    return found
