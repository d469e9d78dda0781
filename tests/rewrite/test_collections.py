"""Collections: what is rewritten safely, what only on demand, and what is left as it was."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from weaviate.classes import config

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.options import Options
from flake8_weaviate_v4.rewrite import fix_text
from flake8_weaviate_v4.rewrite.collections import class_modules
from flake8_weaviate_v4.rewrite.collections.class_modules import VECTORIZERS, Backend
from flake8_weaviate_v4.rewrite.collections.class_properties import TOKENIZATIONS, TYPES
from flake8_weaviate_v4.rewrite.collections.class_settings import (
    DELETIONS,
    DISTANCES,
    DISTRIBUTIONS,
    PRESETS,
    STRATEGIES,
)
from flake8_weaviate_v4.rewrite.collections.class_tables import Choice
from flake8_weaviate_v4.rewrite.fix import fix, parsed

HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'
MADE = "client = weaviate.connect_to_local()\n"


def body(text: str, unsafe: bool = False) -> str:
    """The fixed program behind the line that makes the client."""
    return fix_text(HEAD + text, unsafe).split(MADE)[1]


def why(text: str) -> list[str]:
    """Why the uses in a program are left."""
    return [left.why for left in fix(Checker(), parsed(HEAD + text), unsafe=True).left]


def doubts(text: str) -> set[str]:
    """Why the fixes of a program are not safe."""
    return {doubt for found in fix(Checker(), parsed(HEAD + text)).unsafe.values() for doubt in found.doubts}


def is_left(text: str, unsafe: bool = True) -> bool:
    """Whether a program keeps its lines behind the client."""
    return body(text, unsafe) == text


# -- tables, against the client that is installed -------------------------------------------------------------------------


@pytest.mark.parametrize("choice", [TYPES, TOKENIZATIONS, DISTANCES, STRATEGIES, DELETIONS, DISTRIBUTIONS, PRESETS], ids=lambda c: c.name)
def test_each_member_of_an_enumeration_has_its_value(choice: Choice) -> None:
    enumeration = getattr(config, choice.name)
    assert {value: enumeration[name].value for value, name in choice.members.items()} == {v: v for v in choice.members}


def backends() -> list[tuple[str, object, Backend]]:
    """Module, its function in v4, and what the tables know of it."""
    configure = config.Configure
    return [
        *((name, getattr(configure.Vectorizer, b.function), b) for name, b in VECTORIZERS.items()),
        ("text2vec-openai", configure.Vectorizer.text2vec_azure_openai, class_modules._AZURE),
        *((name, getattr(configure.Generative, b.function), b) for name, b in class_modules._GENERATIVE.items()),
        ("generative-openai", configure.Generative.azure_openai, class_modules._GENERATIVE_AZURE),
        *((name, getattr(configure.Reranker, b.function), b) for name, b in class_modules._RERANKERS.items()),
    ]


@pytest.mark.parametrize(("name", "function", "backend"), backends(), ids=lambda value: getattr(value, "__name__", ""))
def test_each_setting_of_a_module_is_an_argument(name: str, function: object, backend: Backend) -> None:
    parameters = inspect.signature(function).parameters  # type: ignore[arg-type]
    arguments = {entry[0] for entry in backend.table.values() if not callable(entry)}
    assert arguments <= parameters.keys()
    required = {n for n, p in parameters.items() if p.default is p.empty}
    given = {backend.table[key][0]: "x" if backend.table[key][1] is str else ["x"] for key in backend.required}  # type: ignore[index]
    assert required <= given.keys()
    made = function(**given)  # type: ignore[operator]
    kind = next(getattr(made, each) for each in ("vectorizer", "generative", "reranker") if hasattr(made, each))
    assert kind.value == name
    assert bool(backend.class_name) == ("vectorizeClassName" in made.model_dump())


# -- classes ------------------------------------------------------------------------------------------------------------------


def test_a_class_that_names_a_vectorizer_is_typed_and_one_that_does_not_is_posted() -> None:
    assert body('client.schema.create_class({"class": "A", "vectorizer": "none"})\n') == (
        'client.collections.create("A", vectorizer_config=Configure.Vectorizer.none())\n'
    )
    assert body('client.schema.create_class({"class": "A"})\n') == 'client.collections.create_from_dict({"class": "A"})\n'


def test_a_variable_that_is_read_elsewhere_stays() -> None:
    text = 'a = {"class": "A", "vectorizer": "none"}\nclient.schema.create_class(a)\nprint(a)\n'
    assert body(text) == text.replace("schema.create_class", "collections.create_from_dict")


def test_a_variable_that_is_bound_again_goes_with_its_literal() -> None:
    one, two = (f'a = {{"class": "{name}", "vectorizer": "none"}}\nclient.schema.create_class(a)\n' for name in "AB")
    assert body(one + two) == "".join(
        f'client.collections.create("{name}", vectorizer_config=Configure.Vectorizer.none())\n' for name in "AB"
    )


def test_a_class_that_is_changed_is_posted_on_demand_only() -> None:
    text = 'a = {"class": "A"}\na["properties"] = properties\nclient.schema.create_class(a)\n'
    assert is_left(text, unsafe=False)
    assert "create_from_dict(a)" in body(text, unsafe=True)


def test_a_class_that_is_not_seen_is_posted_on_demand_only() -> None:
    text = "client.schema.create_class(make())\n"
    assert is_left(text, unsafe=False)
    assert body(text, unsafe=True) == "client.collections.create_from_dict(make())\n"
    assert "the class can't be seen" in "".join(doubts(text))


@pytest.mark.parametrize(
    "given",
    [
        '"https://example.com/schema.json"',
        'x if y else {"class": "A"}',
        '{"class": "A", "vectorConfig": {}}',  # v3 leaves it out, v4 would send it
        '{"class": "A", "properties": [{"name": "b", "dataType": ["author"]}]}',  # v3 capitalises it
    ],
)
def test_what_v4_would_send_otherwise_is_left(given: str) -> None:
    text = f'x = "schema.json"\nclient.schema.create_class({given})\n'
    assert is_left(text)
    assert why(text)


def test_the_file_of_a_class_is_opened_on_demand() -> None:
    text = 'client.schema.create_class("schema.json")\n'
    assert body(text, unsafe=True) == 'with open("schema.json") as file:\n    client.collections.create_from_dict(json.load(file))\n'
    assert is_left(text, unsafe=False) and is_left(f"x = {text}")
    assert fix_text(f"import json\n{HEAD}{text}", unsafe=True).count("import json") == 1


@pytest.mark.parametrize(
    "part",
    [
        '"moduleConfig": {"text2vec-openai": {"vectorizeClassName": "false"}}',  # a text, which v4 refuses
        '"moduleConfig": {"text2vec-openai": {"baseURL": "https://example.com"}}',  # v4 adds a slash
        '"moduleConfig": {"text2vec-cohere": {}}',
        '"moduleConfig": {"qna-openai": {}}',
        '"vectorIndexConfig": {"ef": "64"}',
        '"vectorIndexConfig": {"distance": distance}',
        '"vectorIndexConfig": {"pq": {"enabled": True, "bitCompression": True}}',
        '"vectorIndexConfig": {"pq": {"trainingLimit": 100}}',
        '"vectorIndexType": "other"',
        '"invertedIndexConfig": {"bm25": {"b": 0.5}}',
        '"shardingConfig": {"actualCount": 1}',
        '"properties": [{"name": "id", "dataType": ["text"]}]',
        '"properties": [{"name": "a", "dataType": ["int"], "tokenization": "word"}]',
        '"properties": [{"name": "a", "dataType": ["string"], "tokenization": "lowercase"}]',
        '"properties": [{"name": "a", "dataType": ["text"], "other": 1}]',
        '"properties": [{"name": "a", "dataType": ["Author"], "indexFilterable": False}]',
        '"properties": [*more]',
        '"properties": more',
        '"other": 1',
    ],
)
def test_what_create_can_not_say_is_posted(part: str) -> None:
    text = f'client.schema.create_class({{"class": "A", "vectorizer": "text2vec-openai", {part}}})\n'
    assert "create_from_dict(" in body(text, unsafe=True)


@pytest.mark.parametrize("name", ["text2vec-jinaai", "text2vec-mistral", "text2vec-palm", "text2vec-mine"])
def test_modules_whose_defaults_servers_differ_in_are_posted(name: str) -> None:
    assert "create_from_dict(" in body(f'client.schema.create_class({{"class": "A", "vectorizer": "{name}"}})\n')


def test_what_the_target_does_not_know_is_posted() -> None:
    text = f'{HEAD}client.schema.create_class({{"class": "A", "vectorizer": "text2vec-ollama"}})\n'
    assert "create_from_dict(" in fix_text(text, options=Options(target=(4, 4)))
    assert "text2vec_ollama(" in fix_text(text)


def test_imports_of_a_failed_attempt_are_not_added() -> None:
    text = 'client.schema.create_class({"class": "A", "vectorizer": "none", "properties": [{"name": "a", "dataType": ["text"], "x": 1}]})\n'
    assert "weaviate.classes" not in fix_text(HEAD + text)


def test_names_of_v4_that_the_file_has_already_are_kept_apart() -> None:
    fixed = fix_text(f'{HEAD}Property = property\nclient.schema.create_class({{"class": "A", "vectorizer": "none", "properties": [{{"name": "a", "dataType": ["int"]}}]}})\n')
    assert "Property as WeaviateProperty" in fixed and "WeaviateProperty(name=" in fixed


def test_a_result_that_was_none_stays_none() -> None:
    assert body('def make():\n    return client.schema.create_class({"class": "A"})\n').endswith(
        '    client.collections.create_from_dict({"class": "A"})\n    return None\n'
    )
    assert "returned None" in "".join(doubts('print(client.schema.create_class({"class": "A"}))\n'))


def test_classes_that_point_to_later_ones_get_their_references_last() -> None:
    fixed = body(
        'client.schema.create({"classes": [{"class": "A", "vectorizer": "none", "properties": [{"name": "b", "dataType": ["B"]}]},'
        ' {"class": "B", "vectorizer": "none"}]})\n'
    )
    lines = fixed.splitlines()
    assert ['"A"' in lines[0], '"B"' in lines[1]] == [True, True]
    assert "".join(lines[2:]).replace(" ", "") == (
        'client.collections.use("A").config.add_reference(ReferenceProperty(name="b",target_collection="B"))'
    )


def test_a_schema_that_stays_in_its_variable_is_left_where_references_lead_on() -> None:
    text = (
        's = {"classes": [{"class": "A", "properties": [{"name": "b", "dataType": ["B"]}]}, {"class": "B"}]}\n'
        "client.schema.create(s)\nprint(s)\n"
    )
    assert is_left(text)


def test_a_schema_in_a_file_is_loaded() -> None:
    fixed = fix_text(f'{HEAD}client.schema.create("schema.json")\n', unsafe=True)
    assert "import json\n" in fixed
    assert fixed.endswith(
        'with open("schema.json") as file:\n    for class_dict in json.load(file)["classes"]:\n'
        "        client.collections.create_from_dict(class_dict)\n"
    )
    assert is_left('client.schema.create("https://example.com/schema.json")\n')


def test_a_loop_needs_a_line_of_its_own() -> None:
    assert is_left("if ready: client.schema.create(schema())\n")


# -- schema.get ---------------------------------------------------------------------------------------------------------------


def test_names_and_settings_are_read_from_the_config() -> None:
    assert body('print([c["class"] for c in client.schema.get()["classes"]])\n') == (
        "print([c.name for c in client.collections.list_all().values()])\n"
    )
    assert body('print(client.schema.get("A")["vectorIndexConfig"]["ef"])\n') == (
        'print(client.collections.use("A").config.get().to_dict()["vectorIndexConfig"]["ef"])\n'
    )


def test_more_than_a_name_takes_the_full_config() -> None:
    text = 'for c in client.schema.get()["classes"]:\n    print(c["replicationConfig"]["factor"])\n'
    assert "list_all(simple=False).values()" in body(text)


def test_an_enumeration_is_compared_as_it_is_and_printed_as_its_value() -> None:
    fixed = body('found = client.schema.get("A")\nassert found["vectorIndexType"] == "hnsw"\nprint(found["vectorIndexType"])\n')
    assert 'assert found.vector_index_type == "hnsw"' in fixed and 'print(found.to_dict()["vectorIndexType"])' in fixed
    fixed = body('print(client.schema.get("A")["invertedIndexConfig"]["stopwords"]["preset"])\n')
    assert fixed.endswith(".inverted_index_config.stopwords.preset.value)\n")


def test_the_whole_dictionary_is_built_anew_on_demand_only() -> None:
    text = 'print(client.schema.get("A"))\n'
    assert is_left(text, unsafe=False)
    assert body(text, unsafe=True) == 'print(client.collections.use("A").config.get().to_dict())\n'


def test_the_order_of_properties_is_in_doubt_but_their_number_is_not() -> None:
    text = 'found = client.schema.get("A")\nprint(%s)\n'
    assert is_left(text % '[p["name"] for p in found["properties"]]', unsafe=False)
    assert "len(found.properties + found.references)" in body(text % 'len(found["properties"])')


@pytest.mark.parametrize("part", ['["vectorIndexConfig"]["pq"]["enabled"]', '["vectorIndexConfig"]["multivector"]'])
def test_what_v4_does_not_tell_is_left(part: str) -> None:
    assert is_left(f'print(client.schema.get("A"){part})\n')


def test_a_name_that_may_be_none_is_left() -> None:
    assert is_left("def get(name=None):\n    return client.schema.get(name)\n")
    assert not is_left("def get(name=None):\n    if name is not None:\n        return client.schema.get(name)\n")


def test_contains_asks_for_any_class() -> None:
    assert body("while not client.schema.contains():\n    wait()\n").startswith("while not client.collections.list_all():\n")
    assert body("there = client.schema.contains()\n") == "there = bool(client.collections.list_all())\n"
    assert is_left("print(client.schema.contains(schema))\n")


def test_contains_asks_for_the_names_of_classes_on_demand() -> None:
    text = 'a = {"class": "A", "properties": []}\nprint(client.schema.contains(a))\n'
    assert is_left(text, unsafe=False)
    assert 'print(client.collections.exists("A"))' in body(text, unsafe=True)
    assert 'client.collections.exists(a["class"])' in body(text.replace('"A"', "name()"), unsafe=True)
    several = 's = {"classes": [{"class": "A"}, {"class": "B"}]}\nx = client.schema.contains(s)\n'
    assert 'x = {"A", "B"}.issubset(client.collections.list_all())\n' in body(several, unsafe=True)
    several = several.replace('"B"', "name()")
    assert 'all(client.collections.exists(class_dict["class"]) for class_dict in s["classes"])' in body(several, unsafe=True)


# -- changes ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [
        "changes()",
        '{"vectorIndexConfig": {"distance": "dot"}}',  # v4 changes only what can be changed
        '{"vectorIndexConfig": {"pq": {"segments": 8}}}',  # v4 would switch it on
        '{"class": "B", "description": "x"}',
        '{"multiTenancyConfig": {"enabled": True}}',
        '{"other": 1}',
    ],
)
def test_changes_that_v4_would_not_make_are_left(changes: str) -> None:
    assert is_left(f'client.schema.update_config("A", {changes})\n')


def test_a_class_that_is_read_and_put_back_is_told_of_its_changes() -> None:
    text = (
        'c = client.schema.get("A")\nc["vectorIndexConfig"]["ef"] = 100\nc["vectorIndexConfig"]["dynamicEfMax"] = high\n'
        'c["description"] = "b"\nclient.schema.update_config("A", c)\n'
    )
    assert body(text, unsafe=True) == (
        'client.collections.use("A").config.update(\n'
        "    vectorizer_config=Reconfigure.VectorIndex.hnsw(ef=100, dynamic_ef_max=high),\n"
        '    description="b",\n)\n'
    )
    call = 'client.schema.update_config("A", c)'
    assert call in body(text)  # the class is read once less
    for other in (
        text.replace('get("A")', 'get("B")'),
        text.replace('c["description"] = "b"', "c.update(more)"),
        text.replace('c["description"] = "b"', 'c["vectorIndexConfig"] = {}'),
        text.replace('c["description"] = "b"', 'if high:\n    c["description"] = "b"'),
        f"{text}print(c)\n",
    ):
        assert call in body(other, unsafe=True)


def test_a_class_of_another_file_is_seen(tmp_path: Path) -> None:
    text = f'{HEAD}from schemas import ARTICLE\n\nclient.schema.create_class(ARTICLE)\n'
    (tmp_path / "main.py").write_text(text)

    def fixed(schemas: str) -> str:
        (tmp_path / "schemas.py").write_text(schemas)
        return fix(Checker(), parsed(text, str(tmp_path / "main.py"), tmp_path / "main.py")).text

    constant = 'ARTICLE = {"class": "Article", "vectorizer": "none"}\n'
    assert "client.collections.create_from_dict(ARTICLE)\n" in fixed(constant)
    for other in (f'{constant}ARTICLE["a"] = 1\n', constant.replace('"none"', "NONE"), f"{constant}{constant}"):
        assert "client.schema.create_class(ARTICLE)\n" in fixed(other)


def test_properties_of_a_loop_that_are_read_otherwise_are_left() -> None:
    text = 'props = [{"name": "b", "dataType": ["int"]}]\nfor p in props:\n    client.schema.property.create("A", p)\n'
    assert "props = [Property(" in body(text)
    for other in (
        f"{text}print(props)\n",
        f"{text}print(p)\n",
        f"{text}    print(p['dataType'])\n",
        text.replace("}]", '}, {"name": "c", "dataType": ["Author"]}]'),
        text.replace("}]", "}, more]"),
    ):
        assert 'client.schema.property.create("A", p)\n' in body(other, unsafe=True)


def test_a_type_that_can_not_be_seen_is_in_doubt() -> None:
    text = 'client.schema.property.create("A", {"name": "b", "dataType": [{}]})\n'
    assert is_left(text.replace("{}", "field_type"), unsafe=False)
    assert "data_type=DataType(field_type)" in body(text.replace("{}", "field_type"), unsafe=True)
    assert is_left(text.replace("{}", "other"))  # a class?
    assert is_left('for t in ["int", "string"]:\n    ' + text.replace("{}", "t"))


@pytest.mark.parametrize("setting", ['"indexFilterable": x', '"description": x'])
def test_a_value_in_a_variable_is_of_the_type_that_v4_takes(setting: str) -> None:
    assert is_left(f'x = 1\nclient.schema.property.create("A", {{"name": "b", "dataType": ["int"], {setting}}})\n')


def test_a_property_is_added_without_its_name_in_the_vector() -> None:
    assert body('client.schema.property.create("A", {"name": "b", "dataType": ["int"]})\n') == (
        'client.collections.use("A").config.add_property(\n'
        '    Property(name="b", data_type=DataType.INT, vectorize_property_name=False)\n)\n'
    )
    assert is_left('client.schema.property.create("A", make())\n')
    assert is_left('client.schema.property.create("A", {"name": "b", "dataType": ["author"]})\n')


def test_the_status_of_a_shard_is_not_used_otherwise() -> None:
    assert is_left('print(client.schema.update_class_shard("A", "READY", "one"))\n')


# -- tenants ------------------------------------------------------------------------------------------------------------------


def test_tenants_take_keywords_and_new_words() -> None:
    fixed = fix_text(
        "from weaviate import Client, Tenant, TenantActivityStatus\n\n"
        'def add(client: Client):\n    client.schema.add_class_tenants("A", [Tenant("a", TenantActivityStatus.COLD)])\n'
    )
    assert '[Tenant(name="a", activity_status=TenantActivityStatus.INACTIVE)]' in fixed
    assert "from weaviate.classes.tenants import Tenant, TenantActivityStatus\n" in fixed


def test_tenants_that_are_compared_are_left() -> None:
    text = 'tenants = client.schema.get_class_tenants("A")\nassert weaviate.Tenant("a") in tenants\n'
    assert 'client.schema.get_class_tenants("A")' in body(text, unsafe=True)


def test_tenants_that_are_handed_on_are_in_doubt() -> None:
    assert is_left('show(client.schema.get_class_tenants("A"))\n', unsafe=False)
    assert body('show(client.schema.get_class_tenants("A"))\n', unsafe=True) == (
        'show(list(client.collections.use("A").tenants.get().values()))\n'
    )
    assert body('print(len(client.schema.get_class_tenants("A")))\n') == 'print(len(client.collections.use("A").tenants.get()))\n'


# -- parts of the client ------------------------------------------------------------------------------------------------------


def test_a_name_for_the_schema_gives_way_to_the_client() -> None:
    assert body('schema = client.schema\nschema.delete_class("A")\n') == 'client.collections.delete("A")\n'


def test_a_schema_that_is_handed_on_is_the_client_on_demand() -> None:
    text = "def clear(schema):\n    schema.delete_all()\n\n\nclear(client.schema)\n"
    assert is_left(text, unsafe=False)
    assert "clear(client)" in body(text, unsafe=True) and "schema.collections.delete_all()" in body(text, unsafe=True)


def test_a_key_that_v4_spells_otherwise_is_not_read_from_a_rebuilt_class() -> None:
    text = (
        'a = client.schema.get("A")\nprint("bq" in a, [(p["name"], p.get("tokenization")) for p in a["properties"]])\n'
        'for p in a["properties"]:\n    print(p.get("tokenization"))\nprint(a["vectorIndexConfig"]["distance"])\n'
    )
    assert is_left(text)
    assert "a = " in body(text.replace('["distance"]', '["ef"]'), unsafe=True) and ".config.get().to_dict()" in body(
        text.replace('["distance"]', '["ef"]'), unsafe=True
    )


def test_schemas_of_others_are_left() -> None:
    text = 'import pyarrow\n\ntable = pyarrow.table({})\ntable.schema.create(1)\nprint(table.schema.get("a"))\n'
    assert fix_text(text, unsafe=True) == text


def test_a_part_that_is_set_is_left() -> None:
    assert is_left("client.schema = fake\n") and is_left("del client.query\n")
