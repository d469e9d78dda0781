"""Objects and references: what is rewritten safely, what only on demand, and what is left as it was."""

from __future__ import annotations

import inspect

import pytest
from weaviate.collections.data.sync import _DataCollection
from weaviate.collections.query import _QueryCollection

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite import fix_text
from flake8_weaviate_v4.rewrite.fix import fix, parsed

HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'
ID = "a0000000-0000-4000-8000-000000000001"


def body(text: str, unsafe: bool = False) -> str:
    """The fixed program behind the line that makes the client, on one line each statement of a call."""
    fixed = fix_text(HEAD + text, unsafe).split("client = weaviate.connect_to_local()\n")[1]
    return " ".join(fixed.split()).replace("( ", "(").replace(", )", ")").replace(" )", ")")


def why(text: str) -> set[str]:
    """Why the uses in a program are left."""
    return {left.why for left in fix(Checker(), parsed(HEAD + text), unsafe=True).left}


def doubts(text: str) -> set[str]:
    """Why the fixes of a program are not safe."""
    return {doubt for found in fix(Checker(), parsed(HEAD + text)).unsafe.values() for doubt in found.doubts}


@pytest.mark.parametrize(
    "method, arguments",
    [
        ("insert", {"properties", "references", "uuid", "vector"}),
        ("update", {"uuid", "properties", "references", "vector"}),
        ("replace", {"uuid", "properties", "references", "vector"}),
        ("delete_by_id", {"uuid"}),
        ("exists", {"uuid"}),
        ("reference_add", {"from_uuid", "from_property", "to"}),
        ("reference_delete", {"from_uuid", "from_property", "to"}),
        ("reference_replace", {"from_uuid", "from_property", "to"}),
        ("delete_many", {"where", "verbose", "dry_run"}),
    ],
)
def test_v4_has_the_arguments_that_are_written(method: str, arguments: set[str]) -> None:
    assert arguments <= inspect.signature(getattr(_DataCollection, method)).parameters.keys()


def test_v4_queries_have_the_arguments_that_are_written() -> None:
    one = inspect.signature(_QueryCollection.fetch_object_by_id).parameters
    assert {"uuid", "include_vector", "return_references"} <= one.keys()
    many = inspect.signature(_QueryCollection.fetch_objects).parameters
    assert {"limit", "offset", "after", "sort", "include_vector", "return_metadata", "return_references"} <= many.keys()


@pytest.mark.parametrize(
    "call",
    [
        f'client.data_object.get_by_id("{ID}")',
        f'client.data_object.get("{ID}")',
        "client.data_object.get()",
        "client.data_object.get(limit=3)",
        f'client.data_object.delete("{ID}")',
        f'client.data_object.delete("{ID}", class_name=None)',
        f'client.data_object.exists("{ID}")',
        f'client.data_object.reference.add("{ID}", "hasAuthor", "{ID}")',
    ],
)
def test_a_call_that_names_no_class_is_left(call: str) -> None:
    assert body(f"x = {call}\n", unsafe=True) == " ".join(f"x = {call}".split())
    assert why(f"x = {call}\n") == {"no collection is named"}


def test_a_class_that_may_be_none_is_left() -> None:
    text = "def read(uuid, name=None):\n    return client.data_object.exists(uuid, class_name=name)\n"
    assert why(text) == {"the name of the collection may be `None`"}
    asked = text.replace("    return", "    if name is None:\n        name = 'Article'\n    return")
    assert "collections.use(name).data.exists(uuid)" in body(asked)


@pytest.mark.parametrize(
    "call, reason",
    [
        ('client.data_object.create("article.json", "Article")', "v3 loads the object from a file or URL"),
        ('client.data_object.update(f"{x}.json", "Article", x)', "v3 loads the object from a file or URL"),
        ('client.data_object.create(**x)', "arguments come through `*` or `**`"),
        ('client.data_object.validate({}, "Article")', "v4 has no call that validates an object"),
        ('client.data_object.get(x, class_name="A", node_name="n")', "`node_name` has no v4 equivalent"),
        ('client.data_object.get(class_name="A", node_name="n")', "`node_name` has no v4 equivalent"),
        (
            'client.data_object.get_by_id(x, ["classification"], class_name="A")',
            "a field of `additional_properties` has no v4 equivalent",
        ),
        ('client.data_object.get(class_name="A", sort=x)', "`x` is not a literal that is bound once"),
        ('client.data_object.create({}, "A", consistency_level="MOST")', "the consistency level is none that v4 has"),
    ],
)  # fmt: skip
def test_what_v4_has_not_is_left(call: str, reason: str) -> None:
    text = f"def f(x):\n    {call}\n"
    assert call in fix_text(HEAD + text, unsafe=True)
    assert reason in why(text)


def test_an_id_that_may_be_missing_is_left() -> None:
    text = "def read(uuid=None):\n    return client.data_object.get(uuid, class_name='A')['objects']\n"
    assert why(text) == {"whether one object or all are asked for can't be seen"}


@pytest.mark.parametrize("use", ["x = {}", "return {}", "f({})", "print([{}])", "d[1] = {}", "print(len({}))"])
def test_an_id_is_text_where_that_could_matter(use: str) -> None:
    text = f"def g():\n    {use.format('client.data_object.create(p, n)')}\n    print(x == 1)\n"
    assert "str(client.collections.use(n).data.insert(properties=p))" in body(text)


@pytest.mark.parametrize("use", ["{}", "print({})", 'print(f"{{{}}}")', "str({})", "client.data_object.exists({}, n)"])
def test_an_id_is_no_text_where_it_is_the_same(use: str) -> None:
    text = use.format("client.data_object.create(p, n)") + "\n"
    assert body(text) == use.replace("client.data_object.exists({}, n)", "client.collections.use(n).data.exists({})").format(
        "client.collections.use(n).data.insert(properties=p)"
    )


def test_an_id_that_another_function_reads_is_text() -> None:
    text = "uuid = client.data_object.create(p, n)\ndef read():\n    return uuid\n"
    assert body(text).startswith("uuid = str(client.collections.use(n).data.insert(properties=p))")


def test_deleting_what_is_missing_is_no_error_in_v4() -> None:
    tried = f'try:\n    client.data_object.delete("{ID}", "A")\nexcept Exception:\n    print("no")\n'
    assert "data_object.delete" in body(tried)
    assert "v4 returns False where v3 raised an exception: for an id that does not exist" in doubts(tried)
    assert why(f'if client.data_object.delete("{ID}", "A"):\n    print(1)\n') == {"v3 returned None, v4 whether the object was there"}


def test_an_exception_of_v3_that_v4_does_not_raise_is_replaced_on_demand() -> None:
    text = (
        "from weaviate.exceptions import ObjectAlreadyExistsException\n"
        'try:\n    client.data_object.create({}, "A", x)\nexcept (ValueError, ObjectAlreadyExistsException):\n    pass\n'
    )
    assert "data_object.create" in body(text)
    assert "except (ValueError, UnexpectedStatusCodeError):" in body(text, unsafe=True)


@pytest.mark.parametrize(
    "read, code",
    [
        ('["properties"]["title"]', 'o.properties["title"]'),
        ('["properties"].get("title")', 'o.properties.get("title")'),
        ('["id"]', "str(o.uuid)"),
        ('["class"]', "o.collection"),
        ('["vector"]', 'o.vector["default"]'),
        ('["creationTimeUnix"]', "round(o.metadata.creation_time.timestamp() * 1000)"),
        ('.get("properties")', "o.properties"),
    ],
)
def test_parts_of_an_object(read: str, code: str) -> None:
    text = f'o = client.data_object.get_by_id(x, class_name="A", with_vector=True)\nprint(o{read})\n'
    assert body(text, unsafe=True).endswith(f"print({code})")


@pytest.mark.parametrize("test", ["if not o:\n    pass\n", "if o is None:\n    pass\n", "assert o\n", "print(1 if o else 2)\n"])
def test_none_is_none_in_both(test: str) -> None:
    fixed = fix_text(f'{HEAD}o = client.data_object.get_by_id(x, class_name="A")\n{test}')
    assert fixed.endswith(f'o = client.collections.use("A").query.fetch_object_by_id(x)\n{test}')


def test_properties_that_leave_as_a_whole_are_not_safe() -> None:
    text = 'o = client.data_object.get_by_id(x, class_name="A")\nprint(o["properties"])\n'
    assert doubts(text) == {"references and blobs are not among the properties in v4, and dates are `datetime` objects"}
    assert body(text, unsafe=True).endswith("print(o.properties)")


def test_dates_are_not_safe() -> None:
    text = 'print(client.data_object.get_by_id(x, class_name="A")["properties"]["publicationDate"])\n'
    assert doubts(text) == {"`publicationDate` may be a date or another value that v4 returns as an object"}


def test_a_known_reference_is_asked_for() -> None:
    text = (
        'client.schema.property.create("A", {"name": "writtenBy", "dataType": ["Author"]})\n'
        'o = client.data_object.get_by_id(x, class_name="A")\n'
        'print(o["properties"]["writtenBy"][0]["beacon"], len(o["properties"]["writtenBy"]))\n'
    )
    fixed = body(text)
    assert 'fetch_object_by_id(x, return_references=QueryReference(link_on="writtenBy"))' in fixed
    assert "{o.references[\"writtenBy\"].objects[0].collection}" in fixed
    assert 'len(o.references["writtenBy"].objects)' in fixed


def test_an_object_that_leaves_a_lambda_is_left() -> None:
    text = 'f = lambda x: client.data_object.get_by_id(x, class_name="A")\n'
    assert why(text) == {"the result leaves where its v3 shape can't be built anew"}


def test_the_target_of_a_reference_is_an_id_where_the_file_shows_one_class() -> None:
    add = 'client.data_object.reference.add(x, "{}", y, "A", "Author")\n'
    one = 'properties = [{"name": "writtenBy", "dataType": ["Author"]}, {"name": "about", "dataType": ["Author", "Book"]}]\n'
    assert 'from_property="writtenBy", to=y)' in body(one + add.format("writtenBy"))
    for text in (one + add.format("about"), one + add.format("other"), add.format("writtenBy")):
        assert 'to=ReferenceToMulti(target_collection="Author", uuids=y)' in body(text)


def test_references_to_several_classes_are_left() -> None:
    text = 'client.data_object.reference.update(x, "about", [y, z], "A", ["Author", "Book"])\n'
    assert why(text) == {"references to several classes can't be replaced by one call in v4"}


@pytest.mark.parametrize("beacon", [f"weaviate://localhost/Author/{ID}", f"http://host/v1/objects/Author/{ID}", ID.upper()])
def test_ids_are_written_as_v3_sent_them(beacon: str) -> None:
    assert f'from_uuid="{ID}"' in body(f'client.data_object.reference.add("{beacon}", "p", "{ID}", from_class_name="A")\n')


def test_a_beacon_that_can_not_be_taken_apart_is_left() -> None:
    text = 'client.data_object.reference.add(x["beacon"], "p", y, from_class_name="A")\n'
    assert why(text) == {"v4 takes the id alone, no beacon or URL"}


@pytest.mark.parametrize(
    "text",
    [
        'class Tool:\n    data_object = Repository()\nTool().data_object.create({}, "Article")\n',
        "from django.db import data_object\ndata_object.create({}, 'Article')\n",
        'client.collections.use("Article").data.insert({})\n',
    ],
)
def test_look_alikes_stay(text: str) -> None:
    assert fix_text(text, unsafe=True) == text


def test_guarded_code_stays() -> None:
    text = (
        'import weaviate\nif hasattr(client, "collections"):\n    client.collections.use("A").data.insert({})\n'
        'else:\n    client.data_object.create({}, "A")\n'
    )
    assert fix_text(text, unsafe=True) == text


def test_older_targets_are_written_with_get() -> None:
    from flake8_weaviate_v4.options import Options

    text = fix_text(f'{HEAD}client.data_object.exists(x, "A")\n', options=Options(target=(4, 9)))
    assert 'client.collections.get("A").data.exists(x)' in text


@pytest.mark.parametrize("text", ['"weaviate://localhost/A/" + key', '"weaviate://localhost/A/{}".format(key)', '"/v1/objects/%s" % key'])
def test_a_beacon_that_is_put_together_is_left(text: str) -> None:
    assert "v4 takes the id alone, no beacon or URL" in why(f"client.data_object.create({{}}, 'A', {text})\n")


@pytest.mark.parametrize("head", ["client.data_object.create({}, 'A', uuid4().hex)", "key = uuid4().hex\nclient.data_object.create({}, 'A', key)"])
def test_an_id_of_bare_digits_is_not_safe(head: str) -> None:
    assert any("hyphens" in doubt for doubt in doubts(f"from uuid import uuid4\n{head}\n"))


@pytest.mark.parametrize(("key", "safe"), [("abc", False), ("b0000000-0000-4000-8000-000000000001", True)])
def test_an_id_that_v3_refuses_is_not_safe_where_that_is_caught(key: str, safe: bool) -> None:
    text = f"try:\n    client.data_object.replace({{}}, 'A', '{key}')\nexcept ValueError:\n    pass\n"
    assert any("ValueError" in doubt for doubt in doubts(text)) != safe


def test_an_id_is_text_where_the_function_reads_its_variables_by_name() -> None:
    assert "i = str(" in body("def f():\n    i = client.data_object.create({}, 'A')\n    print(i, locals())\n")
