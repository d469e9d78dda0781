"""Collections: what ``client.schema`` makes, deletes and asks for."""

from __future__ import annotations

import ast

from ...inference.values import Display, Text
from ..code import Code, Group, Item, call, call_of, join, listed
from ..literal import assigned_once, constant, pairs_of
from ..receiver import client_of, collection_of
from ..site import Site, pure, rewrites
from ..unit import Import, Refusal
from . import class_as_is
from .class_dict import capital, definition
from .class_properties import reference
from .class_tables import elements, items


@rewrites("weaviate.schema.Schema.delete_class")
def delete(site: Site) -> Code:
    """``schema.delete_class(name)`` -> ``collections.delete(name)``: both send DELETE /schema/Name."""
    return call(join(client_of(site), ".collections.delete"), site.arguments()["class_name"])


@rewrites("weaviate.schema.Schema.delete_all")
def delete_all(site: Site) -> Code:
    """``schema.delete_all()``: both list the classes and delete each."""
    site.arguments()
    return call(join(client_of(site), ".collections.delete_all"))


@rewrites("weaviate.schema.Schema.exists")
def exists(site: Site) -> Code:
    """``schema.exists(name)``: both send GET /schema/Name and take 404 for no."""
    return call(join(client_of(site), ".collections.exists"), site.arguments()["class_name"])


@rewrites("weaviate.schema.Schema.contains")
def contains(site: Site) -> Code:
    """``schema.contains()`` asks whether there is any class, with a schema whether its classes and properties are there."""
    schema = site.arguments().get("schema")
    if schema is not None and not (isinstance(schema, ast.Constant) and schema.value is None):
        return _has(site, schema)
    found = call(join(client_of(site), ".collections.list_all"))
    return found if _is_tested(site, site.call) else call("bool", found)


def _has(site: Site, schema: ast.expr) -> Code:
    """Whether the classes of a schema are there. Raises Refusal where it can't be seen what the schema is."""
    values = site.engine.values(site.module, schema)
    keys = [{constant(k) for k in v.node.keys} if isinstance(v, Display) and isinstance(v.node, ast.Dict) else set() for v in values]
    exists = join(client_of(site), ".collections.exists")
    name = site.string("class")
    site.unit.doubt("v4 has nothing that compares the properties of a class")
    if names := _names(site, schema):
        assignment = assigned_once(site, schema) if isinstance(schema, ast.Name) else None
        if isinstance(schema, ast.Name) and assignment is not None and assignment.value is not None and pure(assignment.value):
            site.unit.read[schema] = assignment
        known = [site.string(each) for each in names]
        if len(known) == 1:
            return call(exists, known[0])
        return call(join(listed(list(known), "{}"), ".issubset"), call(join(client_of(site), ".collections.list_all")))
    if keys and all("class" in each for each in keys):
        return call(exists, join(site.atom(schema), f"[{name}]"))
    if keys and all("classes" in each for each in keys):
        variable = site.free_name("class_dict")
        classes = join(site.atom(schema), f"[{site.string('classes')}]")
        return Group("all", "(", (Item(call(exists, f"{variable}[{name}]")), Item(classes, f"for {variable} in ")), ")", "")
    raise Refusal("v4 has nothing that compares a schema")


def _names(site: Site, schema: ast.expr) -> list[str]:
    """The names of the classes of a schema, or that of a class; empty where one can't be seen."""
    classes = _held(site, schema) or [schema]
    found = [class_as_is.name_of(site, each) for each in classes]
    return found if all(found) and len(class_as_is.displays(site, schema) or []) == 1 else []


@rewrites("weaviate.schema.Schema.create_class")
def create_class(site: Site) -> Code:
    """``schema.create_class(dict)`` -> ``collections.create(...)``, else ``create_from_dict(dict)``; a file is opened for that."""
    given = site.arguments()["schema_class"]
    if site.is_discarded() and (file := _file(site, given)):
        statement = site.statement()
        site.unit.wrapped.append((statement, statement, join("with ", call("open", given), f" as {file}")))
        return call(join(client_of(site), ".collections.create_from_dict"), f"json.load({file})")
    return _instead(site, [_created(site, given)])


@rewrites("weaviate.schema.Schema.create")
def create(site: Site) -> Code:
    """``schema.create({"classes": [...]})`` -> each class by itself, and after them the references to later ones."""
    schema = site.arguments()["schema"]
    try:
        found = _classes(site, schema)
    except Refusal:
        return _each(site, schema)
    codes: list[Code] = []
    late: list[Code] = []
    names = [class_as_is.name_of(site, each) for each in found]
    for number, each in enumerate(found):
        codes.append(_created(site, each, frozenset(names[number + 1 :]) - {""}, late))
    return _instead(site, [*codes, *late])


def _classes(site: Site, schema: ast.expr) -> list[ast.expr]:
    """The classes of a schema that is written out. Raises Refusal where they can't be seen, or not what is made later."""
    given = items(site, schema)
    found = elements(site, given["classes"]) if "classes" in given else []
    if not found:
        raise Refusal("a schema without classes")
    for number, each in enumerate(found):
        if class_as_is.displays(site, each) is None:
            raise Refusal("a class can't be seen")
        if _may_point_ahead(site, found, number):
            raise Refusal("the name of a class can't be seen")
    return found


def _may_point_ahead(site: Site, classes: list[ast.expr], number: int) -> bool:
    """Whether a class has references, and the name of one behind it can't be seen: that may be their target."""
    unnamed = any(not class_as_is.name_of(site, later) for later in classes[number + 1 :])
    return unnamed and any(class_as_is.references(site, display) for display in class_as_is.displays(site, classes[number]) or [])


def _created(site: Site, node: ast.expr, later: frozenset[str] = frozenset(), late: list[Code] | None = None) -> Code:
    """The call that makes a class; what adds its references to ``later`` classes goes to ``late``."""
    try:
        made = definition(site, node, later)
    except Refusal:
        return _posted(site, node, later, late)
    if late is not None:
        late += [_added(site, made.name, each) for each in made.late]
    return call_of(join(client_of(site), ".collections.create"), made.arguments)


def _posted(site: Site, node: ast.expr, later: frozenset[str], late: list[Code] | None) -> Code:
    method = join(client_of(site), ".collections.create_from_dict")
    if later and late is not None and isinstance(node, ast.Dict):
        found = [each for each, types in class_as_is.references(site, node) if later & {capital(t) for t in types}]
        if found:
            late += [_added(site, items(site, node)["class"], reference(site, each)) for each in found]
            class_as_is.check(site, node)
            return call(method, _without(site, node, found))
    class_as_is.check(site, node, later)
    return call(method, node)


def _added(site: Site, name: Code, made: Code) -> Code:
    return call(join(collection_of(site, name), ".config.add_reference"), made)


def _without(site: Site, node: ast.Dict, left_out: list[ast.expr]) -> Group:
    """A class dictionary without some of its properties."""
    found = []
    for key, value in pairs_of(node):
        name = site.string(str(constant(key)))
        if name == site.string("properties"):
            rest = [Item(each) for each in class_as_is.listed(site, value) or [] if each not in left_out]
            found.append(Item(Group("", "[", tuple(rest), "]"), f"{name}: ", value))
        else:
            found.append(Item(value, f"{name}: "))
    return Group("", "{", tuple(found), "}")


def _each(site: Site, schema: ast.expr) -> Code:
    """A loop over the classes of a schema that stays where it is."""
    variable = site.free_name("class_dict")
    statement = site.statement()
    source: Code = site.atom(schema)
    file = _file(site, schema)
    if file:
        source = f"json.load({file})"
    elif (classes := _held(site, schema)) is not None:
        names = [class_as_is.name_of(site, each) for each in classes]
        for number, each in enumerate(classes):
            class_as_is.check(site, each, frozenset(name for name in names[number + 1 :] if name))
            if _may_point_ahead(site, classes, number):
                site.unit.doubt("the name of a class can't be seen: v3 added references after all classes")
    else:
        site.unit.doubt("the classes can't be seen: v3 took a path as well, and added references after all classes")
    posted = call(join(client_of(site), ".collections.create_from_dict"), variable)
    head = join(f"for {variable} in ", source, f"[{site.string('classes')}]")
    if not site.is_discarded():
        if file:
            raise Refusal("the result of a call that makes several classes")
        indent = site.planner.text.indent_of(site.planner.text.span(statement)[0])
        return _instead(site, [join(head, f":\n{indent}{site.style.indent}", posted)], block=True)
    found = _instead(site, [posted])
    site.unit.wrapped.append((statement, statement, head))  # the inner block first
    if file:
        site.unit.wrapped.append((statement, statement, join("with ", call("open", schema), f" as {file}")))
    return found


def _file(site: Site, path: ast.expr) -> str:
    """A name for the JSON file that a schema is loaded from; empty where it is no path. Raises Refusal for a URL."""
    values = site.engine.values(site.module, path)
    paths = [value.text for value in values if isinstance(value, Text)]
    if not paths:
        return ""
    if len(paths) != len(values):
        raise Refusal("the schema is a path at times, and a dictionary at others")
    if any("://" in each for each in paths):
        raise Refusal("the schema is loaded from a URL")
    site.unit.doubt("the classes are in a file: v3 added references after all classes")
    site.unit.imports[Import("json")] = site.usage.node
    return site.free_name("file")


def _held(site: Site, schema: ast.expr) -> list[ast.expr] | None:
    """The classes of a schema in a variable that is read elsewhere too, or None."""
    for display in class_as_is.displays(site, schema) or []:
        for key, value in pairs_of(display):
            if constant(key) == "classes":
                return class_as_is.listed(site, value)
    return None


def _instead(site: Site, codes: list[Code], block: bool = False) -> Code:
    """Statements (``block``: one with a block) in the place of a call that gave None."""
    call_node = site.call
    parent = site.parent(call_node)
    client = site.usage.receiver
    if len(codes) > 1 and client is not None and not pure(client):
        raise Refusal("the client comes from a call")
    if site.is_discarded():
        statement = site.statement()
        site.unit.after += [(statement, code) for code in codes[1:]]
        return codes[0]
    if isinstance(parent, (ast.Assign, ast.AnnAssign, ast.Return)) and parent.value is call_node:
        site.unit.before += [(parent, code) for code in codes]
        return "None"
    if len(codes) > 1 or block:
        raise Refusal("the result of a call that makes several classes")
    site.unit.doubt("v4 returns the collection, where v3 returned None")
    return codes[0]


def _is_tested(site: Site, node: ast.AST) -> bool:
    """Whether only the truth of an expression counts."""
    parent = site.parent(node)
    if isinstance(parent, (ast.If, ast.While, ast.IfExp, ast.Assert)):
        return parent.test is node
    if isinstance(parent, ast.UnaryOp):
        return isinstance(parent.op, ast.Not)
    return isinstance(parent, ast.BoolOp) and _is_tested(site, parent)
