"""Names that give v3 away where the receiver can't be seen: which are enough alone, in a file about Weaviate, beside v3."""

from __future__ import annotations

import pytest
from helpers import codes

from flake8_weaviate_v4 import surface

ALONE = """
    x.add_class_tenants x.add_data_object x.get_class_shards x.get_class_tenants x.remove_class_tenants x.update_class_tenants
    x.with_additional x.with_autocut x.with_bm25 x.with_group_by_filter x.with_hybrid x.with_meta_count x.with_near_image x.with_near_object x.with_near_text
    x.with_near_vector x.data_object.get_by_id x.schema.create_class x.schema.delete_class
"""
ABOUT = """
    x.get_nodes_status x.update_class_shard x.with_ask x.with_based_on_properties x.with_classify_properties
    x.with_generate x.with_near_audio x.with_near_depth x.with_near_imu x.with_near_thermal
    x.with_near_video x.with_object_limit x.with_source_where_filter x.with_training_set_where_filter
    x.with_wait_for_completion x.batch.create_objects x.batch.create_references x.classification.schedule
    x.cluster.get_nodes_status x.contextionary.extend x.contextionary.get_concept_vector x.data_object.reference
    x.query.multi_get x.schema.update_config
    client.batch.batch_size client.batch.configure client.data_object.create client.data_object.delete
    client.data_object.exists client.data_object.get client.data_object.replace client.data_object.update
    client.data_object.validate client.query.aggregate client.query.get client.query.raw client.schema.contains
    client.schema.create client.schema.delete_all client.schema.exists client.schema.get client.schema.property
    self._client.schema.get wv.schema.get connection.schema.get
"""
BESIDE = """
    x.with_after x.with_alias x.with_class_name x.with_fields x.with_group_by x.with_limit x.with_offset x.with_settings
    x.with_sort x.with_type x.with_where
"""
NEVER = """
    x.batch.configure x.data_object.create x.query.get x.query.raw x.schema.get x.schema.exists shop.schema.create
    x.schema.flush client.orders.get client.schema.flush x.with_colour x.get x.create_class
"""
FILES = ["", "import weaviate\n", 'import weaviate\nw = weaviate.Client("u")\n']


def is_reported(use: str, file: str) -> bool:
    """Whether anything is said of a call in the last line of a file."""
    return len(file.splitlines()) + 1 in {line for line, _ in codes(f"{file}{use}(y, z)\n")}


@pytest.mark.parametrize("use", ALONE.split())
def test_enough_alone(use: str) -> None:
    assert [is_reported(use, file) for file in FILES] == [True, True, True]


@pytest.mark.parametrize("use", ABOUT.split())
def test_enough_in_a_file_about_weaviate(use: str) -> None:
    assert [is_reported(use, file) for file in FILES] == [False, True, True]


@pytest.mark.parametrize("builder", ["get", "aggregate"])
def test_each_link_is_enough_behind_the_head_of_its_chain(builder: str) -> None:
    prefix = f"weaviate.gql.{builder}.{builder.capitalize()}Builder."
    links = [name for symbol in surface.load("v3").symbols if (name := symbol.removeprefix(prefix)).startswith("with_")]
    assert len(links) > 10
    assert [link for link in links if not codes(f'x.query.{builder}("A", names).{link}(y)\n')] == []


def test_a_sign_in_brackets() -> None:
    assert codes('(self.schema).create_class(c)\n')


@pytest.mark.parametrize("use", BESIDE.split())
def test_enough_beside_v3(use: str) -> None:
    assert [is_reported(use, file) for file in FILES] == [False, False, True]


@pytest.mark.parametrize("use", NEVER.split())
def test_never_enough(use: str) -> None:
    assert [is_reported(use, file) for file in FILES] == [False, False, False]


@pytest.mark.parametrize(
    "v4",
    [
        "connect_to_local()", "connect_to_custom()", "connect_to_embedded()", "connect_to_wcs()", "connect_to_weaviate_cloud()",
        "a: weaviate.WeaviateClient", "a: weaviate.WeaviateAsyncClient", "import weaviate.classes as wvc",
        "c.collections.get(n)", "c.collections.use(n)", "c.collections.create(n)",
    ],
)  # fmt: skip
def test_pairs_are_not_enough_where_v4_is_used(v4: str) -> None:
    assert not is_reported("client.schema.get", f"import weaviate\n{v4}\n")


@pytest.mark.parametrize("leaves", ["sys.exit()", "os._exit(1)", "exit()", "quit()", 'pytest.skip("")', 'pytest.fail("")', "return", "raise X"])
def test_what_leaves_the_function(leaves: str) -> None:
    text = f'import weaviate\ndef f(x):\n    c = Shop()\n    if x:\n        c = weaviate.Client("u")\n        {leaves}\n'
    assert 7 not in {line for line, _ in codes(f"{text}    c.batch.flush()\n")}
    assert 7 in {line for line, _ in codes(f"{text.replace(leaves, 'pass')}    c.batch.flush()\n")}


@pytest.mark.parametrize("key", ["Get", "Aggregate", "Explore"])
def test_keys_of_responses(key: str) -> None:
    text = f'import weaviate\ndef f(r):\n    return r["data"]["{key}"]["A"]\n'
    assert [line for line, _ in codes(text)] == [3]
    assert codes(text.replace(key, key.lower())) == []


@pytest.mark.parametrize(
    "call",
    [
        'getattr(client, "{}")', 'setattr(client, "{}", x)', 'delattr(client, "{}")', 'mock.patch.object(client, "{}")',
        'monkeypatch.setattr(client, "{}", x)', 'mocker.spy(client, "{}")', 'mocker.stub(client, "{}")',
    ],
)  # fmt: skip
def test_members_that_a_string_names(call: str) -> None:
    head = 'import weaviate\nclient = weaviate.Client("u")\n'
    assert [code for line, code in codes(head + call.format("schema")) if line == 3] == ["WV200"]
    assert [code for line, code in codes(head + call.format("scheme")) if line == 3] == []


@pytest.mark.parametrize(
    "function",
    """mock.patch patch mocker.patch mock.patch.dict mock.patch.multiple monkeypatch.setattr monkeypatch.delattr mocker.stub
    mocker.spy wrapt.wrap_function_wrapper resolve_path patched""".split(),
)
def test_paths_that_a_string_names(function: str) -> None:
    assert codes(f'{function}("weaviate.Client.schema", x)\n') == [(1, "WV200")]
    assert codes('print("weaviate.Client.schema", x)\n') == []
