"""The comparison can be trusted: right rewrites, made by hand in known/, pass, and each wrong one is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness import environments, lab
from harness.canonical import number_ids, operations
from harness.canonical.filters import from_grpc, from_where
from harness.comparison import differences
from harness.differences import DIFFERENCES, smooth
from harness.programs import Pair, find, of
from harness.server.fixture import VERSION

KNOWN = Path(__file__).parent / "known"
WRONG = [
    # (pair, what is right in its v4 text, what is wrong)
    ("client/local_other_port", "port=8090", "port=8091"),
    ("client/cloud_api_key", "secret-key", "another-key"),
    ("client/cloud_api_key", '"X-OpenAI-Api-Key": "sk-123"', '"X-OpenAI-Api-Key": "sk-124"'),
    ("client/cloud_api_key", '    headers={"X-OpenAI-Api-Key": "sk-123"},\n', ""),
    ("client/timeouts", "query=20", "query=30"),
    ("client/timeouts", "insert=20", "insert=90"),
    ("search/near_text", "limit=3", "limit=4"),
    ("search/near_text", "limit=3, ", ""),
    ("search/near_text", ', return_properties=["title"]', ""),
    ("search/near_text", "MetadataQuery(distance=True)", "MetadataQuery(certainty=True)"),
    ("search/near_text", '"Article"', '"Author"'),
    ("search/near_text_move", "certainty=0.7", "distance=0.7"),
    ("search/near_text_move", "force=0.85", "force=0.86"),
    ("search/near_text_move", "move_to=Move(force=0.85", "move_away=Move(force=0.85"),
    ("search/near_text_move", 'query=["fashion", "style"]', 'query=["fashion style"]'),
    ("search/near_vector", "0.3]", "0.30001]"),
    ("search/near_vector", "distance=0.5", "certainty=0.5"),
    ("search/near_vector", "include_vector=True", "include_vector=False"),
    ("search/near_object", "000000000001", "000000000002"),
    ("search/near_object", "auto_limit=1", "limit=1"),
    ("search/bm25", "question^2", "question"),
    ("search/hybrid_default_alpha", "alpha=0.75, ", ""),
    ("search/hybrid_all", "alpha=0,", "alpha=0.75,"),
    ("search/hybrid_all", "HybridFusion.RANKED", "HybridFusion.RELATIVE_SCORE"),
    ("search/hybrid_all", "    vector=[0.25, 0.1],\n", ""),
    ("search/fetch_sort_offset", "ascending=False", "ascending=True"),
    ("search/fetch_sort_offset", 'by_property("published", ascending=True).', ""),
    ("search/fetch_sort_offset", "offset=1", "offset=2"),
    ("search/after", "limit=4", "limit=5"),
    ("search/tenant_consistency", '"tenantA"', '"tenantB"'),
    ("search/tenant_consistency", "QUORUM", "ONE"),
    ("search/references", 'link_on="writesFor"', 'link_on="wroteArticles"'),
    ("search/references_multi", 'target_collection="Author"', 'target_collection="Publication"'),
    ("search/references_multi", '["name", "age"]', '["name"]'),
    ("search/generate", "single_prompt=", "grouped_task="),
    ("search/generate", '["title", "body"]', '["title"]'),
    ("search/group_by", "objects_per_group=2", "objects_per_group=1"),
    ("search/rerank", ', query="flying"', ""),
    ("filters/and_or", "all_of", "any_of"),
    ("filters/and_or", "greater_than(100)", "greater_or_equal(100)"),
    ("filters/and_or", "greater_than(100)", "greater_than(100.0)"),
    ("filters/and_or", 'equal("animals")', 'like("animals")'),
    ("filters/and_or", "equal(True)", "equal(False)"),
    ("filters/numbers_and_dates", "less_or_equal(1.0)", "less_or_equal(1)"),
    ("filters/numbers_and_dates", "2023, 3, 1, 12", "2023, 3, 1, 13"),
    ("filters/references", 'by_ref("hasAuthor")', 'by_ref("hasAuthors")'),
    ("filters/references", 'target_collection="Publication"', 'target_collection="Author"'),
    ("filters/special", "contains_all", "contains_any"),
    ("filters/special", ", length=True", ""),
    ("filters/special", "1700000006", "1700000007"),
    ("filters/geo", "distance=2000", "distance=2001"),
    ("aggregate/meta_count", "total_count=True", "total_count=False"),
    ("aggregate/fields", "    total_count=False,\n", ""),
    ("aggregate/fields", "min_occurrences=2", "min_occurrences=3"),
    ("aggregate/fields", ".integer(mean=True", ".number(mean=True"),
    ("aggregate/near_text", "object_limit=3", "object_limit=4"),
    ("objects/create", '"wordCount": 3', '"wordCount": 4'),
    ("objects/create_with_all", "vector=[0.1, 0.2, 0.3],", ""),
    ("objects/create_with_all", "ConsistencyLevel.ALL", "ConsistencyLevel.ONE"),
    ("objects/create_with_all", '    .with_tenant("tenantA")\n', '    .with_tenant("tenantB")\n'),
    ("objects/create_with_all", '        uuid="12345678-1234-4234-8234-123456789abc",\n', ""),
    ("objects/get_by_id", ", include_vector=True", ""),
    ("objects/update_replace_delete", "data.update(", "data.replace("),
    ("objects/update_replace_delete", ", vector=[1, 2.5]", ""),
    ("objects/references", "reference_add(", "reference_replace("),
    ("objects/references", 'target_collection="Publication"', 'target_collection="Author"'),
    ("batch/configured", "range(5)", "range(4)"),
    ("batch/configured", "vector=[0.1 * number, 1.0]", "vector=[1.0, 0.1 * number]"),
    ("batch/tenant", ', tenant="tenantB"', ', tenant="tenantA"'),
    ("batch/references", 'from_property="hasAuthor"', 'from_property="hasAuthors"'),
    ("batch/references", "to=author", "to=article"),
    ("batch/delete_objects", ", dry_run=True", ""),
    ("batch/delete_objects", "contains_any", "contains_all"),
    ("schema/create_class", "Tokenization.FIELD", "Tokenization.WORD"),
    ("schema/create_class", "vectorize_property_name=False,\n        ),", "vectorize_property_name=True,\n        ),"),
    ("schema/create_class", "text2vec_openai()", "text2vec_cohere()"),
    ("schema/create_class", 'target_collection="Author"', 'target_collection="Article"'),
    ("schema/add_property", "DataType.TEXT", "DataType.INT"),
    ("tenants/update", "INACTIVE", "ACTIVE"),
    ("cluster/backup", "include_collections", "exclude_collections"),
    ("client/password", '"secret"', '"another"'),
    ("client/password", ', scope="offline_access"', ""),
    ("client/bearer", '"token-1"', '"token-2"'),
    ("client/client_credentials", '"a", "b"', '"a"'),
    ("client/proxies", "3128", "3129"),
    ("client/embedded_options", "/tmp/data", "/tmp/other"),
    ("client/embedded_options", "text2vec-openai", "text2vec-cohere"),
    ("objects/update_to_null", '"summary": None, ', ""),
    ("objects/properties_of_all_types", '"price": 2.5', '"price": 2.25'),
    ("objects/properties_of_all_types", "3, 4, tzinfo", "3, 5, tzinfo"),
    ("objects/properties_of_all_types", "b0000000-0000-4000-8000-000000000001", "b0000000-0000-4000-8000-000000000002"),
    ("batch/properties_of_all_types", '"scores": [1.0, 2.25]', '"scores": [1.0]'),
    ("batch/properties_of_all_types", "longitude=2.2", "longitude=2.3"),
    ("batch/consistency_and_workers", "ConsistencyLevel.ALL", "ConsistencyLevel.QUORUM"),
    ("batch/delete_with_tenant", '.with_tenant("tenantA")', '.with_tenant("tenantB")'),
    ("schema/update_config", "ef=200", "ef=201"),
    ("schema/update_config", ', stopwords_additions=["foo"]', ""),
    ("schema/create_rich", "VectorDistances.DOT", "VectorDistances.COSINE"),
    ("schema/create_rich", "skip_vectorization=True", "skip_vectorization=False"),
    ("schema/create_rich", "vectorize_collection_name=False", "vectorize_collection_name=True"),
    ("schema/create_rich", "desired_count=2", "desired_count=3"),
    ("schema/create_rich", "    reranker_config=Configure.Reranker.cohere(),\n", ""),
    ("schema/create_rich", "index_filterable=False", "index_filterable=True"),
    ("schema/create_rich", '["Author", "Publication"]', '["Author"]'),
    ("search/nested_properties", '["city", "street"]', '["city"]'),
    ("search/sort_by_time", "by_creation_time", "by_update_time"),
    ("search/near_video", "NearMediaType.VIDEO", "NearMediaType.AUDIO"),
    ("aggregate/all_metrics", "median=True, mode=True, sum_=True", "mode=True, sum_=True"),
    ("aggregate/tenant_group_limit", ", limit=1", ""),
    ("aggregate/near_vector", "certainty=0.75", "distance=0.75"),
    ("raw/kept", "limit: 1", "limit: 2"),
    ("cluster/nodes_verbose", 'output="verbose"', 'output="minimal"'),
]


@pytest.fixture(scope="session")
def clients() -> None:
    """Both environments, or a skip that says why there are none."""
    try:
        for client in lab.CLIENTS:
            environments.python(client)
    except environments.Unreachable as error:
        pytest.skip(f"{error}: requests are NOT compared")


def _differences(pair: str, old: str, new: str) -> list[str]:
    v3, v4 = of(KNOWN / f"{pair}.py").texts
    assert old in v4, f"{pair} has changed: {old!r} is not in it"
    return differences(*lab.run_both(v3, v4.replace(old, new, 1), pair))


@pytest.mark.parametrize("pair", find(KNOWN), ids=str)
def test_right_rewrites_pass(pair: Pair, clients: None) -> None:
    assert differences(*lab.run_both(*pair.texts, str(pair)), raises=pair.raises) == []


@pytest.mark.parametrize(("pair", "old", "new"), WRONG, ids=[f"{pair}: {old!r} -> {new!r}" for pair, old, new in WRONG])
def test_other_requests_are_reported(pair: str, old: str, new: str, clients: None) -> None:
    found = _differences(pair, old, new)
    assert any(text.startswith("the requests differ") for text in found), found


def test_writes_in_another_order_are_reported(clients: None) -> None:
    first = 'client.collections.use("Author").data.update(properties={"age": 33}, uuid=uuid)\n'
    second = 'client.collections.use("Author").data.replace(properties={"name": "Ada"}, uuid=uuid, vector=[1, 2.5])\n'
    found = _differences("objects/update_replace_delete", first + second, second + first)
    assert [text.split(":")[0] for text in found] == ["the requests differ"]


def test_other_text_is_reported_by_itself(clients: None) -> None:
    found = _differences("search/near_text", "article.metadata.distance", "article.metadata.certainty")
    assert [text.split(":")[0] for text in found] == ["the programs print different text"]
    assert "-Cats and dogs a0000000-0000-4000-8000-000000000001 0.015625" in found[0]


def test_an_exception_is_reported(clients: None) -> None:
    found = _differences("search/near_text", "article.metadata", "article.metadatum")
    assert found[0].startswith("v4 ended in an exception") and "metadatum" in found[0]


def test_a_reference_to_a_class_that_is_not_there_yet_is_refused(clients: None) -> None:
    late = 'client.collections.use("Book").config.add_reference(ReferenceProperty(name="onShelf", target_collection="Shelf"))\n'
    text = of(KNOWN / "schema/create_several.py").texts[1].replace(late, "").replace(
        "vectorize_property_name=False)],\n",
        'vectorize_property_name=False)],\n    references=[ReferenceProperty(name="onShelf", target_collection="Shelf")],\n',
        1,
    )  # fmt: skip
    assert "unknown class" in str(lab.lab("v4").run(text).error)


def test_a_beacon_of_another_class_is_not_its_id(clients: None) -> None:
    v3, v4 = of(KNOWN / "search/near_object.py").texts
    other = v3.replace("localhost/Article/", "localhost/Author/")
    assert other != v3 and differences(*lab.run_both(other, v4)) != []


def test_a_request_of_grpc_with_other_credentials_is_reported() -> None:
    meta = {"kind": "rest", "asked_by": "connection", "path": "/v1/meta", "scheme": "http"}
    search = {"kind": "grpc", "asked_by": "program", "method": "Search", "message": {"collection": "A"}, "schema": {}}
    known = [
        {**meta, "headers": {"host": "h", "authorization": "Bearer a"}},
        {**search, "headers": {"authorization": "Bearer a"}},
    ]
    assert "headers" not in operations(known)[1]
    assert operations([known[0], {**search, "headers": {}}])[1]["headers"] == {}


def test_a_program_that_does_not_end_is_stopped(clients: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab, "PROGRAM", 1.0)
    run = lab.lab("v3").run("while True: pass")
    assert run.error == "no answer within 1 seconds"
    monkeypatch.undo()
    assert lab.lab("v3").run("print(1)").printed == "1\n"


def test_each_program_meets_the_server_in_its_first_state(clients: None) -> None:
    start = "import weaviate\nclient = weaviate.Client('http://localhost')\n"
    assert lab.lab("v3").run(start + "client.schema.delete_all()").error is None
    assert lab.lab("v3").run(start + "print(client.schema.exists('Article'))").printed == "True\n"


ASYNC = """
import asyncio
import weaviate

async def main():
    async with weaviate.use_async_with_local() as client:
        async with client.batch.stream() as batch:
            author = await batch.add_object(properties={"name": "Eve"}, collection="Author")
            article = await batch.add_object(properties={"title": "Hers"}, collection="Article")
            await batch.add_reference(
                from_uuid=article, from_collection="Article", from_property="hasAuthor", to=author
            )
        found = await client.collections.use("Article").query.bm25("cats", limit=1, return_properties=["title"])
        print(found.objects[0].properties["title"])

asyncio.run(main())
"""


def test_streams_and_async_clients_ask_for_the_same(clients: None) -> None:
    v3 = """
import weaviate
client = weaviate.Client("http://localhost:8080")
with client.batch as batch:
    author = batch.add_data_object({"name": "Eve"}, "Author")
    article = batch.add_data_object({"title": "Hers"}, "Article")
    batch.add_reference(article, "Article", "hasAuthor", author)
print(client.query.get("Article", ["title"]).with_bm25("cats").with_limit(1).do()["data"]["Get"]["Article"][0]["title"])
"""
    assert differences(*lab.run_both(v3, ASYNC)) == []


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ({"valueText": "5"}, {"value_int": "5"}),
        ({"valueInt": 5}, {"value_number": 5.0}),
        ({"valueBoolean": True}, {"value_text": "true"}),
        ({"valueText": ["5"]}, {"value_text": "5"}),
    ],
)
def test_kinds_of_filter_values_are_kept_apart(where: dict[str, object], message: dict[str, object]) -> None:
    first = from_where({"path": ["a"], "operator": "Equal", **where}, "Article", {})
    second = from_grpc({"target": {"property": "a"}, "operator": "OPERATOR_EQUAL", **message}, "Article", {})
    assert first != second


def test_made_up_ids_keep_apart_what_they_name() -> None:
    first, second = "9e9e9e9e-9e9e-49e9-89e9-000000000001", "9e9e9e9e-9e9e-49e9-89e9-5e0000000001"
    assert number_ids([first, second, first]) == ["<made up 1>", "<made up 2>", "<made up 1>"]


def test_only_differences_of_the_table_are_smoothed() -> None:
    with pytest.raises(KeyError, match="not in DIFFERENCES"):
        smooth("anything else")


def test_each_difference_of_the_table_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in (Path(__file__).parent / "harness").rglob("*.py"))
    assert [name for name in DIFFERENCES if f'smooth("{name}")' not in code] == []


def test_the_server_is_one_for_which_v4_sends_an_alpha_of_its_own() -> None:
    assert tuple(map(int, VERSION.split("."))) < (1, 36, 6)
