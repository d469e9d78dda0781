"""Raw GraphQL: text of one collection becomes a call, other text is sent as it is, and what can't be seen stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite import fix_text
from flake8_weaviate_v4.rewrite.fix import fix, parsed

HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'


def body(text: str, unsafe: bool = False) -> str:
    """The fixed program behind the line that makes the client."""
    return fix_text(HEAD + text, unsafe).split("client = weaviate.connect_to_local()\n")[1]


def doubts(text: str) -> set[str]:
    """Why the fixes of a program are not safe."""
    return {doubt for found in fix(Checker(), parsed(HEAD + text)).unsafe.values() for doubt in found.doubts}


def read(query: str) -> str:
    """A program that reads a title of a raw query."""
    return f"print(client.query.raw({query!r})['data']['Get']['Article'][0]['title'])\n"


@pytest.mark.parametrize(
    "arguments, call",
    [
        ("", ".query.fetch_objects("),
        ("(limit: 3)", ".query.fetch_objects("),
        ('(nearText: {concepts: ["a"]})', ".query.near_text("),
        ("(nearVector: {vector: [1, 2]})", ".query.near_vector("),
        ('(nearImage: {image: "aGk="})', ".query.near_image("),
        ('(nearVideo: {video: "aGk="})', ".query.near_media("),
        ('(bm25: {query: "a"})', ".query.bm25("),
        ('(hybrid: {query: "a", targetVectors: ["t"]})', ".query.hybrid("),
    ],
)
def test_one_collection_becomes_a_call(arguments: str, call: str) -> None:
    fixed = body(read(f"{{ Get {{ Article{arguments} {{ title }} }} }}"))
    assert f'client.collections.use("Article"){call}'.replace('"', "'") in fixed.replace('"', "'")
    assert "graphql" not in fixed


@pytest.mark.parametrize(
    "query",
    [
        "{ Get { Article { title } Author { name } } }",
        "{ Get { Article { title } } Aggregate { Article { meta { count } } } }",
        "query T($n: Int) { Get { Article(limit: $n) { title } } }",
        "{ Get { Article { t: title title } } }",
        '{ Get { Article(ask: {question: "who"}) { title } } }',
        "{ Get { Article { title _additional { classification { id } } } } }",
        '{ Get { Article(hybrid: {query: "a", targetVectors: ["s", "t"]}) { title } } }',
        '{ Get { Article(nearText: {concepts: ["a"], autocorrect: true}) { title } } }',
        '{ Get { Article(where: {path: ["x"], operator: Near, valueInt: 1}) { title } } }',
        "{ Get { Article(limit: ",
    ],
)
def test_other_text_is_sent_as_it_is(query: str) -> None:
    fixed = body(read(query))
    assert fixed == f"print(client.graphql_raw_query({query!r}).get['Article'][0]['title'])\n" or (
        f"client.graphql_raw_query(\n    {query!r}\n).get['Article'][0]['title']" in fixed
    )


def test_text_that_can_not_be_seen_is_sent_as_it_is() -> None:
    text = "def titles(query):\n    return client.query.raw(query)['data']['Get']['Article']\n"
    assert "return client.graphql_raw_query(query).get['Article']" in fix_text(HEAD + text)


def test_answer_to_text_that_can_not_be_seen_does_not_leave() -> None:
    text = "def titles(query):\n    return client.query.raw(query)\n"
    assert text in fix_text(HEAD + text, unsafe=True)


def test_errors_beside_data_that_leaves_are_a_doubt() -> None:
    text = "print(client.query.raw('{ Get { A { x } B { y } } }'))\n"
    assert doubts(text) == {"the errors of the answer are left out"}


@pytest.mark.parametrize(
    "made", ['f\'{{ Get {{ A(nearText: {{concepts: ["{word}"]}}) {{ x }} }} }}\'', '\'{ Get { A(nearText: {concepts: ["%s"]}) { x } } }\' % word']
)
def test_values_in_text_are_a_doubt(made: str) -> None:
    text = f"import sys\n\nword = sys.argv[1]\nprint(client.query.raw({made})['data']['Get']['A'][0]['x'])\n"
    assert doubts(text) == {"`word` is taken for a text that GraphQL takes as it is"}
    assert "near_text(" in body(text, unsafe=True) and "[word]" in body(text, unsafe=True)


def test_name_in_text_is_a_doubt_unless_it_is_seen() -> None:
    text = "print(client.query.raw(f'{{ Aggregate {{ {name} {{ meta {{ count }} }} }} }}')['data']['Aggregate'][name][0]['meta']['count'])\n"
    assert doubts(f"name = input()\n{text}") == {"`name` is taken for a name"}
    assert "client.collections.use(name).aggregate" in body(f"for name in ['A', 'B']:\n    {text}")


@pytest.mark.parametrize("made", ["f'{{ Get {{ A(limit: {n:d}) {{ x }} }} }}'", "'{ Get { A(limit: ' + str(n) + ') { x } } }'", "f'{{ Get {{ A {{ {n} }} }} }}'"])
def test_text_that_is_built_is_sent_as_it_is(made: str) -> None:
    fixed = body(f"n = int(input())\nprint(client.query.raw({made})['data']['Get']['A'][0]['x'])\n")
    assert "client.graphql_raw_query(" in fixed


def test_variable_stays_where_it_is_read_elsewhere() -> None:
    text = "query = '{ Get { A { x } } }'\nprint(query)\nprint(client.query.raw(query)['data']['Get']['A'][0]['x'])\n"
    assert "query = '{ Get { A { x } } }'\nprint(query)" in body(text)


def test_each_text_of_one_name_goes_with_its_query() -> None:
    text = "".join(f"query = '{{ Get {{ {name} {{ x }} }} }}'\nprint(client.query.raw(query)['data']['Get']['{name}'][0]['x'])\n" for name in "AB")
    fixed = body(text)
    assert "query =" not in fixed and fixed.count(".query.fetch_objects(") == 2


def test_text_that_changes_on_the_way_stays() -> None:
    text = (
        "query = '{ Get { A { x } } }'\nfor _ in range(2):\n    print(client.query.raw(query)['data']['Get']['A'][0]['x'])\n"
        "    query = '{ Get { A { x } } }'\n"
    )
    assert "client.graphql_raw_query(query).get['A'][0]['x']" in body(text)


def test_value_that_changes_after_the_text_is_made_is_not_read_late() -> None:
    text = (
        "n = 1\nquery = f'{{ Get {{ A(limit: {n}) {{ x }} }} }}'\nn = 2\nprint(n, client.query.raw(query)['data']['Get']['A'][0]['x'])\n"
    )
    assert "client.graphql_raw_query(query)" in body(text, unsafe=True)


def test_comments_of_text_that_goes_stay() -> None:
    text = "query = '''\n{ Get { A {  # the only one\n  x\n} } }\n'''\nprint(client.query.raw(query)['data']['Get']['A'][0]['x'])\n"
    assert "# the only one\nprint(client.collections.use" in body(text)


def test_what_is_sent_as_it_is_is_no_finding_of_v3() -> None:
    fixed = fix_text(HEAD + "print(client.query.raw('{ Explore(limit: 1) { beacon } }')['data']['Explore'])\n")
    assert ".explore" in fixed
    assert Checker().check(parsed(fixed)) == []


def test_look_alikes_stay() -> None:
    text = "import weaviate\n\n\ndef rows(model, c: weaviate.WeaviateClient):\n    return model.query.raw('{ Get { A { x } } }')['data']['Get']['A']\n"
    assert fix_text(text, unsafe=True) == text


def test_public_text_of_a_module_stays_for_those_who_import_it(tmp_path: Path) -> None:
    text = f"{HEAD}TITLES = '{{ Get {{ A {{ x }} }} }}'\n\n\ndef titles():\n    return client.query.raw(TITLES)['data']['Get']['A'][0]['x']\n"
    file = tmp_path / "queries.py"
    assert "TITLES = " in fix(Checker(), parsed(text, str(file), file)).text
    assert "TITLES" not in fix_text(text)
    assert "_TITLES" not in fix(Checker(), parsed(text.replace("TITLES", "_TITLES"), str(file), file)).text
