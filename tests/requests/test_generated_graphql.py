"""Generated GraphQL text and aggregations: each is rewritten into calls that ask for the same and print the same."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from test_generated_queries import (
    IDS,
    SETTINGS,
    START,
    clients,
    compare,
    comparisons,
    filters,
    properties,
    words,
)

assert clients  # a fixture

ENUMS = ("operator", "order", "fusionType")
ARTICLE = {
    "class": "Article",
    "properties": [
        {"name": "wordCount", "dataType": ["int"]}, {"name": "price", "dataType": ["number"]}, {"name": "title", "dataType": ["text"]},
        {"name": "category", "dataType": ["text"]}, {"name": "published", "dataType": ["boolean"]},
        {"name": "publicationDate", "dataType": ["date"]}, {"name": "hasAuthor", "dataType": ["Author"]},
    ],
}  # fmt: skip
KNOWN = f"{START}article_class = {ARTICLE!r}\nprint(article_class['class'])\n"  # what the types of properties are told by


def spelled(value: Any, key: str = "") -> str:
    """A Python value as GraphQL text."""
    if isinstance(value, dict):
        return "{" + " ".join(f"{name}: {spelled(inner, name)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(spelled(inner) for inner in value) + "]"
    return str(value) if key in ENUMS else json.dumps(value)


def standard(where: Any) -> Any:
    """A where filter with the keys that GraphQL has: v3 takes some names of its own."""
    if isinstance(where, list):
        return [standard(each) for each in where]
    if not isinstance(where, dict):
        return where
    return {key.removesuffix("Array").removesuffix("List"): standard(value) for key, value in where.items()}


bounds = st.sampled_from([{}, {"certainty": 0.75}, {"distance": 0.25}])
searches = st.one_of(
    st.just({}),
    st.builds(lambda c, b: {"nearText": {"concepts": c, **b}}, st.lists(words, min_size=1, max_size=2), bounds),
    st.builds(lambda b: {"nearText": {"concepts": ["a"], "moveTo": {"concepts": ["b"], "force": 0.5}, **b}}, bounds),
    st.builds(lambda b: {"nearVector": {"vector": [0.5, 0.25], **b}}, bounds),
    st.builds(lambda i, b: {"nearObject": {"id": i, **b}}, st.sampled_from(IDS), bounds),
    st.builds(
        lambda q, more: {"hybrid": {"query": q, **more}},
        words,
        st.sampled_from([{}, {"alpha": 0.25, "properties": ["title"]}, {"fusionType": "relativeScoreFusion", "vector": [0.5, 0.25]}]),
    ),
    st.builds(lambda q, more: {"bm25": {"query": q, **more}}, words, st.sampled_from([{}, {"properties": ["title^2"]}])),
)
sorts = st.lists(
    st.builds(lambda p, o: {"path": [p], **o}, st.sampled_from(["title", "wordCount"]), st.sampled_from([{}, {"order": "desc"}])),
    min_size=1, max_size=2,
)  # fmt: skip
pages = st.fixed_dictionaries({}, optional={"limit": st.integers(1, 5), "offset": st.integers(1, 3)})


@SETTINGS
@given(searches, st.one_of(st.none(), filters), st.one_of(st.none(), sorts), pages, properties, st.booleans(), st.booleans())
def test_get_text(
    clients: None, search: dict[str, Any], where: Any, sort: Any, page: dict[str, Any], properties: list[str], id_too: bool, whole: bool
) -> None:
    """A Get query of one collection."""
    given = {**page, **search, **({"where": standard(where)} if where else {}), **({"sort": sort} if sort and not search else {})}
    arguments = spelled(given)[1:-1]
    asked = " ".join([*properties, *(["_additional { id }"] if id_too else [])])
    query = f"{{ Get {{ Article{f'({arguments})' if given else ''} {{ {asked} }} }} }}"
    reads = [f'one["{name.split()[0]}"]' for name in properties if "{" not in name] or ["len(one)"]
    reads += ['one["_additional"]["id"]'] if id_too else []
    use = "import json\nprint(json.dumps(result, sort_keys=True))" if whole else f'for one in result["data"]["Get"]["Article"]:\n    print({", ".join(reads)})'
    compare(f"{START}query = {query!r}\nresult = client.query.raw(query)\n{use}\n")


FIGURES = {
    "wordCount": ["count", "maximum", "mean", "median", "minimum", "mode", "sum", "type"],
    "price": ["count", "maximum", "mean", "median", "minimum", "mode", "sum"],
    "title": ["count", "type", "topOccurrences { value occurs }", "topOccurrences(limit: 2) { occurs }"],
    "category": ["count", "topOccurrences(limit: 1) { value }"],
    "published": ["count", "totalTrue", "totalFalse", "percentageTrue", "percentageFalse", "type"],
    "publicationDate": ["count", "maximum", "median", "minimum", "mode"],
    "hasAuthor": ["pointingTo"],
}
figures = st.fixed_dictionaries(
    {},
    optional={
        name: st.lists(st.sampled_from(asked), min_size=1, max_size=4, unique_by=lambda figure: figure.split("(")[0].split()[0])
        for name, asked in FIGURES.items()
    },
).filter(lambda found: all(set(asked) != {"type"} for asked in found.values()))
near = st.sampled_from(
    [
        {}, {"nearText": {"concepts": ["a"], "distance": 0.5}}, {"nearVector": {"vector": [0.5, 0.25], "certainty": 0.5}, "objectLimit": 4},
        {"nearObject": {"id": IDS[1]}, "objectLimit": 2},
    ]
)  # fmt: skip
LINKS = {"nearText": "near_text", "nearVector": "near_vector", "nearObject": "near_object", "objectLimit": "object_limit", "limit": "limit"}
groups = st.sampled_from([{}, {}, {"groupBy": ["category"]}, {"groupBy": ["category"], "limit": 2}])


@SETTINGS
@given(figures, st.booleans(), near, st.one_of(st.none(), comparisons), groups, st.booleans(), st.sampled_from(["read", "print", "return"]))
def test_aggregations(
    clients: None, figures: dict[str, list[str]], count: bool, near: dict[str, Any], where: Any, groups: dict[str, Any], raw: bool, use: str
) -> None:
    """An aggregation as a builder and as text: figures of all kinds, groups, searches."""
    if not figures:
        count = True
    if "objectLimit" in near and not raw:
        groups = {key: value for key, value in groups.items() if key != "limit"}  # v3 writes `objectLimit: 4limit: 2`
    fields = [f"{name} {{ {' '.join(asked)} }}" for name, asked in figures.items()]
    if groups:
        fields.append("groupedBy { path value }")
    if raw:
        given = {**near, **groups, **({"where": standard(where)} if where else {})}
        arguments = f"({spelled(given)[1:-1]})" if given else ""
        query = f"{{ Aggregate {{ Article{arguments} {{ {'meta { count } ' * count}{' '.join(fields)} }} }} }}"
        sent = f"client.query.raw({query!r})"
    else:
        links = [f".with_{LINKS[key]}({value!r})" for key, value in {**near, **groups}.items() if key != "groupBy"]
        links += [f".with_group_by_filter({groups['groupBy']!r})"] if groups else []
        links += [f".with_where({where!r})"] if where else []
        links += [f".with_fields({' '.join(fields)!r})"] if fields else []
        sent = f'client.query.aggregate("Article"){"".join(links)}{".with_meta_count()" * count}.do()'
    reads = ['one["meta"]["count"]'] if count else []
    reads += ['one["groupedBy"]["value"]'] if groups else []
    reads += [f'one["{name}"]["{figure.split("(")[0].split()[0]}"]' for name, asked in figures.items() for figure in asked if "{" not in figure]
    loop = f'for one in result["data"]["Aggregate"]["Article"]:\n    print({", ".join(reads) or "len(one)"})\n'
    first = f'one = result["data"]["Aggregate"]["Article"][0]\nprint({", ".join(reads) or "len(one)"})\n'
    if use == "read":
        compare(f"{KNOWN}result = {sent}\n{loop if groups else first}")
    elif use == "print":
        compare(f"{KNOWN}print({sent})\n")
    else:
        compare(f"{KNOWN}\n\ndef found():\n    return {sent}\n\n\nprint(found())\n")
