"""Aggregations: what is rewritten safely, what only on demand, and what is left as it was."""

from __future__ import annotations

import inspect

import pytest
from weaviate.classes.query import Metrics

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.options import Options
from flake8_weaviate_v4.rewrite import fix_text
from flake8_weaviate_v4.rewrite.fix import fix, parsed
from flake8_weaviate_v4.rewrite.graphql.metrics import _KINDS, NAMES

HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'


def body(text: str, unsafe: bool = False) -> str:
    """The fixed program behind the line that makes the client."""
    return fix_text(HEAD + text, unsafe).split("client = weaviate.connect_to_local()\n")[1]


def why(text: str) -> list[str]:
    """Why the uses in a program are left."""
    return [left.why for left in fix(Checker(), parsed(HEAD + text), unsafe=True).left]


def doubts(text: str) -> set[str]:
    """Why the fixes of a program are not safe."""
    return {doubt for found in fix(Checker(), parsed(HEAD + text)).unsafe.values() for doubt in found.doubts}


@pytest.mark.parametrize("kind", _KINDS)
def test_each_figure_is_an_argument_of_its_kind_in_v4(kind: str) -> None:
    parameters = inspect.signature(getattr(Metrics, kind)).parameters
    arguments = {NAMES[name] for name in _KINDS[kind]} - {"top_occurrences"}
    assert arguments <= parameters.keys()
    if kind == "text":
        assert {"top_occurrences_count", "top_occurrences_value", "limit"} <= parameters.keys()


def test_a_count_is_read_from_the_object() -> None:
    text = 'print(client.query.aggregate("Article").with_meta_count().do()["data"]["Aggregate"]["Article"][0]["meta"]["count"])\n'
    assert ".aggregate.over_all(" in body(text) and ".total_count" in body(text)


def test_kinds_follow_the_class_definition_in_the_file() -> None:
    text = (
        'CLS = {"class": "Article", "properties": [{"name": "price", "dataType": ["number"]}, {"name": "day", "dataType": ["date"]}]}\n'
        'r = client.query.aggregate("Article").with_fields("price { mean } day { maximum } other { maximum }").do()\n'
        'print(CLS, r["data"]["Aggregate"]["Article"][0]["price"]["mean"])\n'
    )
    fixed = body(text)
    assert 'Metrics("price").number(mean=True)' in fixed
    assert 'Metrics("day").date_(maximum=True)' in fixed
    assert 'Metrics("other").integer(maximum=True)' in fixed


def test_definitions_that_differ_tell_nothing() -> None:
    text = (
        'A = {"class": "Article", "properties": [{"name": "price", "dataType": ["number"]}]}\n'
        'B = {"class": "Article", "properties": [{"name": "price", "dataType": ["int"]}]}\n'
        'print(A, B, client.query.aggregate("Article").with_fields("price { mean }").do()["data"]["Aggregate"]["Article"][0]["price"]["mean"])\n'
    )
    assert 'Metrics("price").integer(mean=True)' in body(text)


def test_value_of_a_group_is_text_only_where_the_property_is() -> None:
    query = 'r = client.query.aggregate("Article").with_group_by_filter(["x"]).with_fields("groupedBy { value }").with_meta_count().do()\n'
    read = 'for g in r["data"]["Aggregate"]["Article"]:\n    print(g["groupedBy"]["value"])\n'
    assert doubts(query + read) == {"the value of a group is no text in v4 where the property is none"}
    known = 'CLS = {"class": "Article", "properties": [{"name": "x", "dataType": ["text"]}]}\nprint(CLS)\n'
    assert "g.grouped_by.value" in body(known + query + read)
    assert "g.total_count" in body(query + read.replace('["groupedBy"]["value"]', '["meta"]["count"]'))


def test_type_of_a_property_is_told_by_the_file_alone() -> None:
    text = 'print(client.query.aggregate("Article").with_fields("x { count type }").do())\n'
    assert doubts(text) == {"the type of a property is no part of a v4 result"}
    known = 'CLS = {"class": "Article", "properties": [{"name": "x", "dataType": ["string"]}]}\nprint(CLS)\n'
    assert '"type": "text"' in body(known + text)
    only = 'print(client.query.aggregate("Article").with_fields("x { count type }").do()["data"]["Aggregate"]["Article"][0]["x"]["count"])\n'
    assert 'Metrics("x").text(count=True)' in body(only)


@pytest.mark.parametrize("version, name", [((4, 24), "limit"), ((4, 16), "limit"), ((4, 15), "min_occurrences"), ((4, 9), "min_occurrences")])
def test_limit_of_top_occurrences_has_the_name_of_the_version(version: tuple[int, int], name: str) -> None:
    text = 'print(client.query.aggregate("A").with_fields("x { topOccurrences(limit: 7) { value } }").do()["data"]["Aggregate"]["A"][0]["x"]["topOccurrences"])\n'
    assert f"{name}=7" in fix_text(HEAD + text, options=Options(target=version))


def test_limits_that_v3_does_not_send_are_left_out() -> None:
    chain = 'client.query.aggregate("A").with_meta_count().with_limit(3).with_object_limit(2){}.do()["data"]["Aggregate"]["A"][0]["meta"]["count"]'
    assert "limit" not in body(f"print({chain.format('')})\n")
    where = '.with_where({"path": ["x"], "operator": "Equal", "valueInt": 1})'
    assert why(f"print({chain.format(where)})\n") == ["an object limit without a search"]


def test_limit_without_groups_is_left_out_only_on_demand() -> None:
    text = 'print(client.query.aggregate("A").with_meta_count().with_limit(3).with_tenant("t").do()["data"]["Aggregate"]["A"][0]["meta"]["count"])\n'
    assert doubts(text) == {"a limit of an aggregation without groups is left out: it limits the number of groups"}
    assert "limit" not in body(text, unsafe=True)


def test_result_that_is_needed_twice_gets_a_name_of_its_own() -> None:
    text = 'response = 1\nprint(client.query.aggregate("A").with_fields("x { mean sum }").do(), response)\n'
    assert 'result = client.collections.use("A").aggregate.over_all(' in body(text)
    assert "result.properties" in body(text)


@pytest.mark.parametrize(
    "text",
    [
        "print(f(), client.query.aggregate('A').with_fields('x { mean sum }').do())",
        "print([client.query.aggregate('A').with_fields('x { mean sum }').do() for _ in range(2)])",
        "print(x and client.query.aggregate('A').with_fields('x { mean sum }').do())",
    ],
)
def test_request_is_not_sent_earlier_or_more_often(text: str) -> None:
    assert why(text + "\n") == ["the result is needed more than once, where it has no name"]


@pytest.mark.parametrize(
    "chain, reason",
    [
        ('.with_near_text({"concepts": ["a"]}).with_meta_count()', "`certainty`, `distance` or `object_limit`"),
        ('.with_near_image({"image": "x", "distance": 1}).with_meta_count()', "no search by an image"),
        ('.with_near_audio({"audio": "x", "distance": 1}).with_meta_count()', "no search by an image"),
        ('.with_group_by_filter(["hasAuthor", "Author", "name"]).with_meta_count()', "groups by one property"),
        ("", "asks for nothing"),
        ('.with_fields("x { count mean topOccurrences { value } }")', "fit no kind"),
        ('.with_fields("x { type }")', "the type of a property"),
        ('.with_fields("x { stdDev }")', "no figure that v4 knows"),
        ('.with_fields("y: x { count }")', "alias"),
        ('.with_fields("x { count")', "no GraphQL"),
        (".with_fields(text)", "`text` is not a text that is bound once"),
    ],
)
def test_what_v4_can_not_ask_stays(chain: str, reason: str) -> None:
    text = f'print(client.query.aggregate("A"){chain}.do())\n'
    assert text in body(text, unsafe=True)
    assert reason in why(text)[0]


@pytest.mark.parametrize(
    "read, shape",
    [
        ("r", '{"data": {"Aggregate": {"A": [{"meta": {"count": r.total_count}}]}}}'),
        ('r["data"].copy()', '{"Aggregate": {"A": [{"meta": {"count": r.total_count}}]}}.copy()'),
        ('r["data"]["Aggregate"]["A"][1]', '[{"meta": {"count": r.total_count}}][1]'),
        ('r["data"]["Aggregate"]["A"][0]["other"]', '{"meta": {"count": r.total_count}}["other"]'),
        ('list(r["data"]["Aggregate"]["A"][0]["meta"].items())', 'list({"count": r.total_count}.items())'),
    ],
)
def test_other_consumers_get_the_shape_of_v3(read: str, shape: str) -> None:
    fixed = body(f'r = client.query.aggregate("A").with_meta_count().do()\nprint({read})\n', unsafe=True)
    assert fixed == f'r = client.collections.use("A").aggregate.over_all(total_count=True)\nprint({shape})\n'


@pytest.mark.parametrize("start", ['get(name, ["x"])', "aggregate(name).with_meta_count()", 'aggregate("A").with_meta_count().with_tenant(name)'])
@pytest.mark.parametrize("changed, stays", [("name", True), ("client", True), ("other", False)])
def test_names_of_a_query_that_change_before_it_is_sent(start: str, changed: str, stays: bool) -> None:
    text = f"def f(client: weaviate.Client, name):\n    query = client.query.{start}\n    {changed} = None\n    return query.do()\n"
    assert ("query.do()" in body(text, unsafe=True)) is stays


def test_all_queries_of_multi_get_are_sent_where_one_is_read() -> None:
    text = 'print(client.query.multi_get([client.query.get("A", ["x"]), client.query.get("B", ["y"])]).do()["data"]["Get"]["A"])\n'
    assert body(text).count(".query.fetch_objects(") == 2


def test_look_alikes_stay() -> None:
    text = 'import weaviate\n\n\ndef count(frame, weaviate_client: weaviate.WeaviateClient):\n    return frame.query.aggregate("A").with_meta_count().run()\n'
    assert fix_text(text, unsafe=True) == text


def test_separate_queries_of_multi_get() -> None:
    text = (
        'r = client.query.multi_get([client.query.get("A", ["x"]), client.query.get("A", ["y"]).with_alias("b")]).do()\n'
        'print(r["data"]["Get"]["A"][0]["x"], [one["y"] for one in r["data"]["Get"]["b"]])\n'
    )
    fixed = body(text)
    assert 'r["A"].objects[0].properties["x"], [one.properties["y"] for one in r["b"].objects]' in fixed
    assert fixed.count(".query.fetch_objects(") == 2


def test_queries_of_multi_get_in_variables_of_their_own() -> None:
    text = (
        'a = client.query.get("A", ["x"]).with_limit(2)  # few\n'
        'print(client.query.multi_get([a, client.query.get("B", ["y"])]).do())\n'
    )
    fixed = body(text)
    assert "a = " not in fixed and "# few" in fixed and fixed.count(".query.fetch_objects(") == 2
    both = text + "print(a)\n"
    assert "multi_get([a, " in body(both, unsafe=True)


@pytest.mark.parametrize("queries", ["queries", "[q for q in queries]", "[*queries]", '[client.query.get("A", ["x"]), other]'])
def test_queries_of_multi_get_that_are_built_elsewhere_stay(queries: str) -> None:
    text = f"print(client.query.multi_get({queries}).do())\n"
    assert body(text, unsafe=True) == text
