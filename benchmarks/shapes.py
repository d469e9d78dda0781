"""Programs of a shape and a size: what ``linear.py`` measures and the tests of linearity count.

Each function takes a number of units and gives the text of a v3 file with about so many of something; those in ``TREES``
give the files of a checkout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'
_DROP = 'client.schema.delete_class("Article")\n'


def _lines(units: int, line: str, head: str = HEAD, tail: str = _DROP) -> str:
    """A line for each unit, with its number for ``~``."""
    return head + "".join(line.replace("~", str(number)) for number in range(units)) + tail


def functions(units: int) -> str:
    """Functions, each with a query of its own and what is read of its result."""
    return _lines(
        units,
        "\n\ndef search_~(text: str) -> list:\n"
        '    result = client.query.get("Article", ["title"]).with_near_text({"concepts": [text]}).with_limit(~).do()\n'
        '    return [hit["title"] for hit in result["data"]["Get"]["Article"]]\n',
        tail="\n\n" + _DROP,
    )


def objects(units: int) -> str:
    """Statements of one module, each with a use."""
    return _lines(units, 'client.data_object.create({"title": "~"}, "Article")\n')


def reassigned(units: int) -> str:
    """One name bound anew each time, used each time."""
    return _lines(units, 'q = client.query.get("Article", ["n~"])\nrows = q.do()\n')


def builder(units: int) -> str:
    """One builder that goes on under the same name."""
    return _lines(units, "q = q.with_offset(~)\n", HEAD + 'q = client.query.get("Article", ["title"])\n', "rows = q.do()\n")


def chain(units: int) -> str:
    """One builder chain with many links."""
    return _lines(units, "    .with_offset(~)\n", HEAD + 'rows = (client.query.get("Article", ["title"])\n', "    .do())\n")


def added(units: int) -> str:
    """One sum of many parts."""
    return _lines(units, " + client.schema.get()", HEAD + "total = client.schema.get()", "\n")


def booleans(units: int) -> str:
    """One ``or`` of many parts."""
    return _lines(units, "    or client.schema.get()\n", HEAD + "some = (client.schema.get()\n", ")\n")


def alternatives(units: int) -> str:
    """A wide union: many annotations of one name."""
    line = "Client = weaviate.Client | Client\n"
    return HEAD + "from weaviate import Client\n" + line * units + "\ndef drop(db: Client):\n    db.schema.delete_all()\n"


def union(units: int) -> str:
    """One annotation of many types."""
    types = ", ".join(f"Kind{number}" for number in range(units))
    return HEAD + f"from typing import Union\n\ndef drop(db: Union[{types}, weaviate.Client]):\n    db.schema.delete_all()\n"


def branches(units: int) -> str:
    """One name that each of many branches binds."""
    binds = "".join(f"if kind == {n}:\n    db = weaviate.Client('{n}')\n" for n in range(units))
    return HEAD + "db = client\n" + binds + "db.schema.delete_all()\n" * units


def elifs(units: int) -> str:
    """One ``if`` with many branches; more than Python's parser takes are more statements."""
    out = [HEAD]
    for number in range(units):
        word = "elif" if number % 500 else "if"
        out.append(f'{word} kind == {number}:\n    client.schema.delete_class("A{number}")\n')
    return "".join(out)


def nested(units: int) -> str:
    """Blocks in blocks, as deep as Python takes them."""
    out = [HEAD, "def run(rows):\n"]
    for number in range(units):
        depth = number % 18 + 1
        pad = "    " * depth
        out.append(f"{pad}for x{depth} in rows:\n{pad}    client.batch.add_data_object(x{depth}, 'Article')\n")
    return "".join(out)


def functions_nested(units: int) -> str:
    """Functions in functions that all read one client."""
    out = [HEAD]
    for number in range(units):
        pad = "    " * (number % 18)
        out.append(f"{pad}def inner_{number}(x):\n{pad}    client.data_object.create(x, 'Article')\n")
    return "".join(out)


def comprehensions(units: int) -> str:
    """Comprehensions in comprehensions."""
    one = 'client.data_object.create({"n": x}, "Article")'
    for depth in range(8):
        one = f"[{one} for x in range({depth})]"
    return _lines(units, f"rows_~ = {one}\n")


def calling(units: int) -> str:
    """Functions that hand a client on from one to the next, in a circle."""
    out = [HEAD]
    for number in range(units):
        out.append(
            f"\n\ndef step_{number}(db, left):\n    db.schema.delete_class('A{number}')\n"
            f"    return step_{(number + 1) % units}(db, left - 1)\n"
        )
    return "".join(out) + "\n\nstep_0(client, 3)\n"


def woven(units: int) -> str:
    """Functions that each call many others with what they were given, nowhere annotated."""
    out = [HEAD]
    for number in range(units):
        calls = "".join(f"    step_{(number * 7 + other * 31 + 1) % units}(db)\n" for other in range(8))
        out.append(f"\n\ndef step_{number}(db):\n    db.schema.delete_class('A{number}')\n{calls}")
    return "".join(out) + "\n\nstep_0(client)\n"


def returning(units: int) -> str:
    """Functions that return what the next one returns."""
    out = [HEAD, "\n\ndef make_0():\n    return weaviate.Client('x')\n"]
    for number in range(units):
        out.append(f"\n\ndef make_{number + 1}():\n    return make_{number}()\n\n\nmake_{number}().schema.delete_all()\n")
    return "".join(out)


def called(units: int) -> str:
    """One function that is called from many places."""
    return _lines(units, "drop(client, 'A~')\n", HEAD + "\n\ndef drop(db, name):\n    db.schema.delete_class(name)\n\n\n")


def parameters(units: int) -> str:
    """One function with many parameters, each of which is used."""
    names = [f"db{number}" for number in range(units)]
    uses = "".join(f"    {name}.schema.delete_all()\n" for name in names)
    return HEAD + f"def run({', '.join(names)}):\n{uses}\n\nrun({', '.join(['client'] * units)})\n"


def methods(units: int) -> str:
    """One class with many methods that use a client of the object."""
    return _lines(
        units,
        "\n    def drop_~(self):\n        self.client.schema.delete_class('A~')\n",
        "import weaviate\n\n\nclass Store:\n    def __init__(self):\n        self.client = weaviate.Client('http://localhost:8080')\n",
        "",
    )


def attributes(units: int) -> str:
    """One class with many attributes, each a client."""
    sets = "".join(f"        self.db{n} = weaviate.Client('http://h{n}:8080')\n" for n in range(units))
    uses = "".join(f"        self.db{n}.schema.delete_all()\n" for n in range(units))
    return f"import weaviate\n\n\nclass Store:\n    def __init__(self):\n{sets}\n    def drop(self):\n{uses}"


def stored(units: int) -> str:
    """One attribute that is set again and again, from everywhere."""
    return _lines(units, "store.db = weaviate.Client('http://h~:8080')\nstore.db.schema.delete_all()\n", HEAD + "store = make()\n")


def heirs(units: int) -> str:
    """Classes, each of which inherits from the one before."""
    out = ["import weaviate\n\n\nclass Base0(weaviate.Client):\n    pass\n"]
    out += [f"\n\nclass Base{n + 1}(Base{n}):\n    def drop(self):\n        self.schema.delete_all()\n" for n in range(units)]
    return "".join(out)


def mixins(units: int) -> str:
    """One class without a client of its own, from which many inherit that have one."""
    out = [HEAD, "\n\nclass Mixin:\n    def drop(self):\n" + "        self.db.schema.delete_all()\n" * units]
    out += [f"\n\nclass Store{n}(Mixin):\n    def __init__(self):\n        self.db = client\n" for n in range(units)]
    return "".join(out)


def dictionary(units: int) -> str:
    """One large dictionary of objects."""
    return _lines(units, '    "k~": {"title": "t~", "n": ~},\n', HEAD + "rows = {\n", '}\nclient.data_object.create(rows["k1"], "Article")\n')


def items(units: int) -> str:
    """One large dictionary, of which every item is taken."""
    entries = "".join(f'    "k{n}": client,\n' for n in range(units))
    return HEAD + f"all = {{\n{entries}}}\n" + "".join(f'all["k{n}"].schema.delete_all()\n' for n in range(units))


def class_properties(units: int) -> str:
    """One class definition with many properties."""
    head = HEAD + 'client.schema.create_class({"class": "Article", "properties": [\n'
    return _lines(units, '    {"name": "p~", "dataType": ["text"]},\n', head, "]})\n")


def operands(units: int) -> str:
    """One filter with many operands."""
    head = HEAD + 'where = {"operator": "Or", "operands": [\n'
    tail = ']}\nrows = client.query.get("Article", ["title"]).with_where(where).do()\n'
    return _lines(units, '    {"path": ["n"], "operator": "Equal", "valueInt": ~},\n', head, tail)


def reads(units: int) -> str:
    """One result of which much is read."""
    head = HEAD + 'r = client.query.get("Article", ["title"]).with_limit(9).do()\n'
    return _lines(units, 'print(r["data"]["Get"]["Article"][~]["title"])\n', head)


def batches(units: int) -> str:
    """One batch block with many statements."""
    head = HEAD + "with client.batch as batch:\n"
    return _lines(units, '    batch.add_data_object({"title": "~"}, "Article")\n', head)


def blocks(units: int) -> str:
    """Many batch blocks."""
    return _lines(units, 'with client.batch as batch:\n    batch.add_data_object({"title": "~"}, "Article")\n')


def decorators(units: int) -> str:
    """One function with many decorators, which is called."""
    return _lines(units, "@wrap(~)\n", HEAD, "def drop(db):\n    db.schema.delete_all()\n\n\ndrop(client)\n")


def lambdas(units: int) -> str:
    """Many lambdas that are given a client."""
    return _lines(units, "run(lambda db: db.schema.delete_all(), client)\n(lambda db: db.schema.delete_class('A~'))(client)\n")


def checked(units: int) -> str:
    """One name that is checked and used again and again."""
    return _lines(units, "if isinstance(db, weaviate.Client):\n    db.schema.delete_class('A~')\n", HEAD + "db = make()\n")


def guarded(units: int) -> str:
    """Many checks of the version."""
    line = 'if weaviate.__version__ < "4":\n    client.schema.delete_class("A~")\nelse:\n    client.collections.delete("A~")\n'
    return _lines(units, line)


def tries(units: int) -> str:
    """Many ``try`` with a handler that binds."""
    line = "try:\n    client.schema.delete_class('A~')\nexcept weaviate.exceptions.UnexpectedStatusCodeException as error:\n    print(error.status_code)\n"
    return _lines(units, line)


def comments(units: int) -> str:
    """A long block of comments."""
    return _lines(units, "# client.schema.delete_class() says nothing here, nor does 'weaviate.Client' in ~\n")


def text(units: int) -> str:
    """One long string."""
    return _lines(units, "client.schema.delete_class weaviate.Client ~\n", HEAD + 'NOTES = """\n', f'"""\n{_DROP}')


def one_line(units: int) -> str:
    """Everything on one line."""
    return _lines(units, 'client.schema.delete_class("é~"); ', HEAD, "\n")


def strings(units: int) -> str:
    """Many strings that name v3, in one table."""
    return _lines(units, '    "weaviate.schema.Schema.delete_class",\n', HEAD + "patched = [\n", "]\n")


def imports(units: int) -> str:
    """Many imports of the client, in functions."""
    return _lines(units, "\n\ndef make_~():\n    from weaviate import Client\n\n    return Client('http://h~:8080')\n", HEAD, "")


def unknown(units: int) -> str:
    """Receivers that only what is asked of them tells."""
    line = "\n\ndef drop_~(db):\n    db.schema.create_class({'class': 'A~'})\n    db.schema.delete_all()\n"
    return _lines(units, line, "import weaviate\n", "")


def matched(units: int) -> str:
    """One ``match`` with many cases."""
    head = HEAD + "match pick():\n"
    return _lines(units, "    case weaviate.Client() as db if db.kind == ~:\n        db.schema.delete_class('A~')\n", head)


def walruses(units: int) -> str:
    """One name bound inside expressions."""
    return _lines(units, "print((db := weaviate.Client('http://h~:8080')), db.schema.delete_all())\n")


def script(units: int) -> str:
    """One name for one result after the other, each of which is read."""
    line = 'r = client.query.get("Article", ["title"]).with_limit(~).do()\nprint(r["data"]["Get"]["Article"][0]["title"])\n'
    return _lines(units, line)


def script_of_objects(units: int) -> str:
    """The same for objects by their id, with a value that is kept in a list."""
    line = 'o = client.data_object.get_by_id("~", class_name="Article")\nrows.append(o["properties"]["title"])\n'
    return _lines(units, line, HEAD + "rows = []\n")


def unnamed_batch(units: int) -> str:
    """One batch block in which the client's batch has no name."""
    return _lines(units, '    client.batch.add_data_object({"title": "~"}, "Article")\n', HEAD + "with client.batch:\n")


def manual_batch(units: int) -> str:
    """One batch that is filled and sent by hand."""
    return _lines(units, 'client.batch.add_data_object({"title": "~"}, "Article")\n', tail="client.batch.create_objects()\n")


def imports_on_top(units: int) -> str:
    """Many imports of one name at the head of a file, and uses of it."""
    head = "".join("from weaviate import Client\n" for _ in range(units))
    return head + "".join(f"c{n} = Client('http://h{n}:8080')\n" for n in range(units))


def schemas(units: int) -> str:
    """Many class definitions, and objects of them."""
    line = (
        'client.schema.create_class({"class": "A~", "properties": [{"name": "at", "dataType": ["date"]}]})\n'
        'client.data_object.reference.add("~", "to", "~", from_class_name="A~", to_class_name="B")\n'
    )
    return _lines(units, line)


def getters(units: int) -> str:
    """Methods that give a result, each called from somewhere."""
    methods = "".join(
        f"\n    def get_{n}(self):\n        return self.client.query.get('A{n}', ['t']).do()['data']['Get']['A{n}']\n"
        f"\n    def use_{n}(self):\n        return [row['t'] for row in self.get_{n}()]\n"
        for n in range(units)
    )
    return f"import weaviate\n\n\nclass Store:\n    def __init__(self):\n        self.client = weaviate.Client('http://h:8080')\n{methods}"


def deleted(units: int) -> str:
    """One name that is deleted and bound anew."""
    return _lines(units, "db = weaviate.Client('http://h~:8080')\ndb.schema.delete_all()\ndel db\n")


def globals_(units: int) -> str:
    """Functions that all set one global, and use it."""
    return _lines(units, "\n\ndef set_~():\n    global db\n    db = weaviate.Client('http://h~:8080')\n    db.schema.delete_all()\n", HEAD + "db = None\n")


def exits(units: int) -> str:
    """One block with many early exits."""
    line = "    if rows == ~:\n        return\n    client.schema.delete_class('A~')\n"
    return _lines(units, line, HEAD + 'IS_V4 = hasattr(weaviate, "WeaviateClient")\n\n\ndef run(rows):\n', "\n")


def quoted(units: int) -> str:
    """Many functions with annotations in strings."""
    return _lines(units, "\n\ndef drop_~(db: 'weaviate.Client'):\n    db.schema.delete_all()\n", HEAD, "")


def aliases(units: int) -> str:
    """A client that is handed on from name to name."""
    uses = "".join(f"c{n + 1} = c{n}\nc{n + 1}.schema.delete_class('A')\n" for n in range(units))
    return f"{HEAD}c0 = client\n{uses}"


def aliases_backwards(units: int) -> str:
    """Functions, each of which uses a global that is bound further down."""
    uses = "".join(f"def drop_{n}():\n    c{n}.schema.delete_all()\n" for n in range(units))
    return HEAD + uses + "c0 = client\n" + "".join(f"c{n + 1} = c{n}\n" for n in range(units))


def containers(units: int) -> str:
    """One list that is filled piece by piece, and gone through again and again."""
    return _lines(units, "all.append(client)\nfor db in all:\n    db.schema.delete_class('A~')\n", HEAD + "all = []\n")


# -- checkouts --------------------------------------------------------------------------------------------------------


def files(units: int) -> dict[str, str]:
    """Files that know nothing of each other."""
    return {f"m{n}.py": functions(3) for n in range(units)}


def files_of_one(units: int) -> dict[str, str]:
    """Files that all import the client of one."""
    use = 'from shared import client\n\nclient.schema.delete_class("A")\n'
    return {"shared.py": HEAD, **{f"m{n}.py": use for n in range(units)}}


def files_in_a_row(units: int) -> dict[str, str]:
    """Files, each of which imports the client from the one before."""
    use = 'from m{} import client\n\nclient.schema.delete_class("A")\n'
    return {"m0.py": HEAD, **{f"m{n + 1}.py": use.format(n) for n in range(units)}}


def files_in_a_circle(units: int) -> dict[str, str]:
    """Files that import each other in a circle, from one of which the client comes."""
    use = 'import m{}\n\nclient = m{}.client\nclient.schema.delete_class("A")\n'
    found = {f"m{n}.py": use.format(*[(n + 1) % units] * 2) for n in range(units)}
    found["m0.py"] = f"import m{1 % units}\n{HEAD}"
    return found


def files_of_stars(units: int) -> dict[str, str]:
    """Files, each with all names of the one before."""
    use = 'from m{} import *\n\nclient.schema.delete_class("A")\n'
    return {"m0.py": HEAD, **{f"m{n + 1}.py": use.format(n) for n in range(units)}}


def file_of_files(units: int) -> dict[str, str]:
    """One file that imports a client from each of many."""
    uses = "".join(f"from m{n} import client as c{n}\n\nc{n}.schema.delete_all()\n" for n in range(units))
    return {"all.py": uses, **{f"m{n}.py": HEAD for n in range(units)}}


def files_of_tests(units: int) -> dict[str, str]:
    """Tests that take a fixture of one ``conftest.py``."""
    conftest = "import pytest\nimport weaviate\n\n\n@pytest.fixture\ndef db():\n    return weaviate.Client('http://localhost:8080')\n"
    test = "def test_{0}(db):\n    db.schema.delete_class('A')\n"
    return {"conftest.py": conftest, **{f"test_{n}.py": test.format(n) for n in range(units)}}


SHAPES: dict[str, Callable[[int], str]] = {
    shape.__name__.rstrip("_"): shape
    for shape in (
        functions, objects, reassigned, builder, chain, added, booleans, alternatives, union, branches, elifs, nested,
        functions_nested, comprehensions, calling, woven, returning, called, parameters, methods, attributes, stored, heirs,
        mixins, dictionary, items, class_properties, operands, reads, batches, blocks, decorators, lambdas, checked, guarded,
        tries, comments, text, one_line, strings, imports, unknown, matched, walruses, script, script_of_objects, unnamed_batch, manual_batch,
        imports_on_top, schemas, getters, deleted, globals_, exits, quoted,
        aliases, aliases_backwards, containers,
    )
}  # fmt: skip
TREES: dict[str, Callable[[int], dict[str, str]]] = {
    tree.__name__: tree
    for tree in (files, files_of_one, files_in_a_row, files_in_a_circle, files_of_stars, file_of_files, files_of_tests)
}


def named(names: Iterable[str]) -> list[str]:
    """The names of shapes and trees, or those of them that are asked for."""
    known = [*SHAPES, *TREES]
    return [name for name in names if name in known] or known
