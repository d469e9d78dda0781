"""Generated queries: whatever chain, filter or selection v3 can express is either rewritten into the same request, or left."""

from __future__ import annotations

from typing import Any

import pytest
from harness import environments, lab
from harness.comparison import differences
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flake8_weaviate_v4.rewrite import fix_text

SETTINGS = settings(
    max_examples=60, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
IDS = [f"a0000000-0000-4000-8000-00000000000{number}" for number in range(1, 7)]
START = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'

words = st.sampled_from(["fish", "Cats and dogs", 'a "quoted" word', "it's", "*is*", "ünï"])
numbers = st.sampled_from([0, 1, 100, 250, 0.5, 2.25])
ORDERED = ["Equal", "NotEqual", "GreaterThan", "GreaterThanEqual", "LessThan", "LessThanEqual"]


@pytest.fixture(scope="module")
def clients() -> None:
    """Both environments, or a skip that says why there are none."""
    try:
        for client in lab.CLIENTS:
            environments.python(client)
    except environments.Unreachable as error:
        pytest.skip(f"{error}: requests are NOT compared")


def compare(text: str) -> None:
    """The program is rewritten whole, and asks for and prints the same then."""
    fixed = fix_text(text, unsafe=True)
    assert ".do()" not in fixed and "weaviate.Client" not in fixed, f"not rewritten:\n{fixed}"
    assert fix_text(fixed, unsafe=True) == fixed, f"a second fix changes something:\n{fixed}"
    found = differences(*lab.run_both(text, fixed, "generated"))
    assert not found, "\n\n".join([text, fixed, *found])


def comparison(path: list[str], kinds: list[str], values: st.SearchStrategy[Any], operators: list[str]) -> Any:
    return st.builds(
        lambda operator, kind, value: {"path": path, "operator": operator, kind: value},
        st.sampled_from(operators), st.sampled_from(kinds), values,
    )  # fmt: skip


comparisons = st.one_of(
    comparison(["title"], ["valueText", "valueString"], words, ["Equal", "NotEqual", "Like"]),
    comparison(["wordCount"], ["valueInt"], st.sampled_from([0, 100, 300, -5]), ORDERED),
    comparison(["price"], ["valueNumber"], numbers, ORDERED),
    comparison(["published"], ["valueBoolean"], st.booleans(), ["Equal", "NotEqual"]),
    comparison(["publicationDate"], ["valueDate"], st.just("2023-02-01T00:00:00Z"), ORDERED),
    comparison(
        ["tags"],
        ["valueText", "valueTextArray", "valueTextList"],
        st.lists(words, min_size=1, max_size=3),
        ["ContainsAny", "ContainsAll"],
    ),
    comparison(
        ["ratings"],
        ["valueIntArray", "valueIntList"],
        st.lists(st.integers(0, 9), min_size=1, max_size=3),
        ["ContainsAny", "ContainsAll"],
    ),
    comparison(["scores"], ["valueNumberArray"], st.lists(numbers, min_size=1, max_size=3), ["ContainsAny"]),
    comparison(["id"], ["valueText", "valueString"], st.sampled_from(IDS), ["Equal", "NotEqual"]),
    comparison(["len(title)"], ["valueInt"], st.integers(0, 20), ORDERED),
    comparison(["summary"], ["valueBoolean"], st.booleans(), ["IsNull"]),
    comparison(["hasAuthor", "Author", "name"], ["valueText"], words, ["Equal", "Like"]),
    comparison(
        ["inPublication", "Publication", "id"],
        ["valueText"],
        st.just("c0000000-0000-4000-8000-000000000001"),
        ["Equal"],
    ),
)
filters = st.recursive(
    comparisons,
    lambda inner: st.builds(
        lambda operator, operands: {"operator": operator, "operands": operands},
        st.sampled_from(["And", "Or"]), st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=5,
)  # fmt: skip


@SETTINGS
@given(filters, st.booleans())
def test_filters(clients: None, where: dict[str, Any], apart: bool) -> None:
    named = f"where = {where!r}\n" if apart else ""
    compare(
        f"{START}{named}"
        f'result = client.query.get("Article", ["title"]).with_where({"where" if apart else repr(where)}).do()\n'
        'print([one["title"] for one in result["data"]["Get"]["Article"]])\n'
    )


bounds = st.sampled_from([{}, {"certainty": 0.75}, {"distance": 0.25}])
moves = st.sampled_from(
    [
        {}, {"moveTo": {"concepts": ["a", "b"], "force": 0.5}}, {"moveAwayFrom": {"concepts": "c", "force": 0.25}},
        {"moveTo": {"objects": [{"id": IDS[0]}], "force": 0.75}, "moveAwayFrom": {"concepts": ["d"], "objects": [{"id": IDS[1]}], "force": 0.5}},
    ]
)  # fmt: skip
concepts = st.one_of(words, st.lists(words, min_size=1, max_size=3))
searches = st.one_of(
    st.just(""),
    st.builds(lambda c, b, m: f".with_near_text({ {'concepts': c, **b, **m}!r})", concepts, bounds, moves),
    st.builds(lambda b: f".with_near_vector({ {'vector': [0.5, 0.25], **b}!r})", bounds),
    st.builds(lambda i, b: f".with_near_object({ {'id': i, **b}!r})", st.sampled_from(IDS), bounds),
    st.builds(
        lambda q, a, v, p: f".with_hybrid({q!r}{a}{v}{p})",
        words, st.sampled_from(["", ", 0.5", ", alpha=0", ", alpha=None"]), st.sampled_from(["", ", vector=[0.5, 0.25]"]),
        st.sampled_from(["", ", properties=['title', 'body^2']"]),
    ),
    st.builds(lambda q, p: f".with_bm25(query={q!r}{p})", words, st.sampled_from(["", ", properties=['title']"])),
)  # fmt: skip
links = st.lists(
    st.sampled_from([".with_limit(3)", ".with_offset(1)", ".with_limit(2)", '.with_where({"path": ["wordCount"], "operator": "LessThan", "valueInt": 400})']),
    max_size=3, unique_by=lambda link: link[:10],
)  # fmt: skip
METADATA = ["id", "distance", "certainty", "score", "explainScore", "creationTimeUnix", "lastUpdateTimeUnix", "vector"]
metadata = st.lists(st.sampled_from(METADATA), max_size=4, unique=True)
properties = st.lists(
    st.sampled_from(["title", "url", "wordCount", "hasAuthor { ... on Author { name } }", "inPublication { ... on Publication { name _additional { id } } }"]),
    min_size=1, max_size=4, unique=True,
)  # fmt: skip
USES = [
    'for one in result["data"]["Get"]["Article"]:\n    print({reads})\n',
    "import json\nprint(json.dumps(result, sort_keys=True))\n",
    'objects = result["data"]["Get"]["Article"]\nprint(len(objects), [({reads}) for one in objects])\n',
    'def show(one):\n    return ({reads})\n\n\nprint([show(one) for one in result["data"]["Get"]["Article"]])\n',
]


@SETTINGS
@given(searches, links, metadata, properties, st.sampled_from(USES), st.booleans())
def test_queries(
    clients: None, search: str, links: list[str], metadata: list[str], properties: list[str], use: str, apart: bool
) -> None:
    """Searches, links, what is asked for, and what is done with the result; in one chain or over several statements."""
    if not search.startswith((".with_bm25", ".with_hybrid")):
        metadata = [name for name in metadata if "core" not in name]  # only keywords have a score
    asked = [f".with_additional({metadata!r})"] if metadata else []
    chain = [part for part in (search, *links, *asked) if part]
    reads = [f'one["{name.split()[0]}"]' for name in properties if "{" not in name]
    reads += [f'one["{name.split()[0]}"][0]["name"]' for name in properties if "{" in name]
    reads += [f'one["_additional"]["{name}"]' for name in metadata]
    head = f'client.query.get("Article", {properties!r})'
    if apart:
        built = f"query = {head}\n" + "".join(f"query = query{link}\n" for link in chain) + "result = query.do()\n"
    else:
        built = f"result = {head}{''.join(chain)}.do()\n"
    compare(START + built + use.replace("{reads}", ", ".join(reads)))
