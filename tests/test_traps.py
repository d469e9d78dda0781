"""Same words, other meaning: every silent difference between the clients is said, and only where it applies."""

from __future__ import annotations

import pytest

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.finding import Finding
from flake8_weaviate_v4.options import Options
from flake8_weaviate_v4.source import Source

V3 = "import weaviate\nclient = weaviate.Client('http://localhost:8080')\n"
V4 = "import weaviate\nclient = weaviate.connect_to_local()\n"


def found(text: str, **options: bool) -> list[Finding]:
    return Checker(Options(**options)).check(Source.parse(text))  # type: ignore[arg-type]


def codes(text: str, **options: bool) -> set[str]:
    return {finding.code for finding in found(text, **options)}




def made(vectorizer: str, prop: str = "") -> str:
    """A class with one property."""
    return f"client.schema.create_class({cls(vectorizer, prop)})"


def cls(vectorizer: str, prop: str) -> str:
    return f'{{"class": "A", "vectorizer": {vectorizer!r}, "properties": [{prop}]}}'


PLAIN = '{"name": "t", "dataType": ["text"]}'
STRINGS = '{"name": "t", "dataType": ["string[]"]}'
TEXTS = '{"name": "t", "dataType": ["text[]"]}'
TITLE = '{"name": "title", "dataType": ["text"], "moduleConfig": {"text2vec-openai": {"vectorizePropertyName": False}}}'

TRAPS = {
    "hybrid without alpha": ("WV521", "client.query.get('A', ['t']).with_hybrid('x').do()", "client.query.get('A', ['t']).with_hybrid('x', alpha=0.5).do()"),
    "hybrid alpha by position": ("WV521", "q = client.query.get('A', ['t'])\nq.with_hybrid('x')", "q = client.query.get('A', ['t'])\nq.with_hybrid('x', 0.5)"),
    "property name vectorized": ("WV255", made("text2vec-openai", PLAIN), made("text2vec-openai", TITLE)),
    "no text vectorizer": ("WV255", made("text2vec-cohere", PLAIN), made("none", PLAIN)),
    "property module config": ("WV254", made("text2vec-openai", TITLE), made("none", PLAIN)),
    "no vectorizer": ("WV253", 'client.schema.create_class({"class": "A"})', made("none")),
    "no vectorizer in a spread": ("WV253", 'client.schema.create({"classes": [{"class": "A"}]})', 'client.schema.create_class({"class": "A", **common})'),
    "string property": ("WV251", 'client.schema.property.create("A", {"name": "t", "dataType": ["string"]})', 'client.schema.property.create("A", {"name": "t", "dataType": ["text"]})'),
    "string array, in a variable": ("WV251", f"schema = {cls('none', STRINGS)}\nclient.schema.create_class(schema)", f"schema = {cls('none', TEXTS)}\nclient.schema.create_class(schema)"),
    "cross-reference": ("WV252", 'client.schema.property.create("A", {"name": "by", "dataType": ["Author"]})', 'client.schema.property.create("A", {"name": "by", "dataType": ["uuid"]})'),
    "tenant state": ("WV224", "client.schema.update_class_tenants('A', [weaviate.Tenant(name='t', activity_status='COLD')])", "client.schema.add_class_tenants('A', [weaviate.Tenant(name='COLD-storage')])"),
    "path through a reference": ("WV602", "client.query.get('A', ['t']).with_where({'path': ['by', 'Author', 'name'], 'operator': 'Equal', 'valueText': 'x'}).do()", "client.query.get('A', ['t']).with_where({'path': ['name'], 'operator': 'Equal', 'valueText': 'x'}).do()"),
    "nested operands": ("WV602", "client.query.get('A', ['t']).with_where({'operator': 'And', 'operands': [{'path': ['by', 'Author', 'name']}]}).do()", "client.query.get('A', ['t']).with_where({'operator': 'And', 'operands': [{'path': ['name']}]}).do()"),
    "aggregation without a bound": ("WV715", "client.query.aggregate('A').with_near_vector({'vector': [1]}).do()", "client.query.aggregate('A').with_near_vector({'vector': [1], 'certainty': 0.7}).do()"),
    "aggregation bounded by the limit": ("WV715", "client.query.aggregate('A').with_near_text({'concepts': ['x']}).do()", "client.query.aggregate('A').with_near_text({'concepts': ['x']}).with_object_limit(5).do()"),
    "aggregation by image": ("WV713", "client.query.aggregate('A').with_near_image({'image': 'x'}).do()", "client.query.aggregate('A').with_meta_count().do()"),
    "what is returned by default": ("WV504", "client.query.get('A').with_limit(1).do()", "client.query.get('A', ['t']).with_limit(1).do()"),
    "autocorrect": ("WV539", "client.query.get('A', ['t']).with_near_text({'concepts': ['x'], 'autocorrect': True}).do()", "client.query.get('A', ['t']).with_near_text({'concepts': ['x']}).do()"),
    "field without equivalent": ("WV546", "client.query.get('A', ['t']).with_additional(['id', 'classification { id }']).do()", "client.query.get('A', ['t']).with_additional(['id', 'certainty']).do()"),
    "ask": ("WV524", "client.query.get('A', ['t']).with_ask({'question': 'x'}).do()", "client.query.get('A', ['t']).with_bm25('x').do()"),
    "object without a class": ("WV331", "client.data_object.get_by_id('id')", "client.data_object.get_by_id('id', class_name='A')"),
    "objects of all classes": ("WV330", "client.data_object.get()", "client.data_object.get(class_name='A')"),
    "node name": ("WV334", "client.data_object.get_by_id('id', class_name='A', node_name='n')", "client.data_object.get_by_id('id', class_name='A')"),
    "handler of requests": ("WV859", "import requests\ntry:\n    client.schema.get()\nexcept requests.ConnectionError:\n    pass", "import requests\ntry:\n    requests.get('u')\nexcept requests.ConnectionError:\n    client.schema.get()"),
}  # fmt: skip


@pytest.mark.parametrize(("code", "trap", "plain"), TRAPS.values(), ids=TRAPS)
def test_trap(code: str, trap: str, plain: str) -> None:
    assert code in codes(V3 + trap)
    assert code not in codes(V3 + plain)


MISPLACED = {
    "schema": ("client.schema.get()", {"WV207"}),
    "schema.delete_class": ("client.schema.delete_class('A')", {"WV203"}),
    "query": ("client.query.get('A', ['t']).with_limit(1).do()", {"WV501"}),
    "data_object": ("client.data_object.create({}, 'A')", {"WV301"}),
    "batch as context": ("with client.batch as batch:\n    pass", {"WV402"}),
    "batch.configure": ("client.batch.configure(batch_size=5)", {"WV404"}),
    "old member of a v4 batch": ("with client.batch.dynamic() as batch:\n    batch.add_data_object({}, 'A')", {"WV405"}),
    "classification": ("client.classification.schedule()", {"WV822"}),
    "timeout_config": ("client.timeout_config = 5", {"WV110"}),
}


@pytest.mark.parametrize(("code", "expected"), MISPLACED.values(), ids=MISPLACED)
def test_v3_member_of_a_v4_client(code: str, expected: set[str]) -> None:
    assert codes(V4 + code) == expected


V4_USES = """
articles = client.collections.use("Article")
with client.batch.dynamic() as batch:
    batch.add_object(collection="Article", properties={})
    batch.add_reference(from_uuid="u", from_collection="Article", from_property="by", to="v")
    batch.flush()
print(client.batch.failed_objects, client.is_ready(), client.cluster.nodes(), client.get_meta())
client.backup.create(backup_id="a", backend="filesystem")
response = articles.query.near_text("x", limit=2)
for one in response.objects:
    print(one.properties["title"], one.metadata.distance, one.vector["default"])
articles.data.insert({"title": "x"})
articles.tenants.get()
articles.with_tenant("t").query.fetch_objects()
client.collections.create_from_dict({"class": "A", "properties": [{"name": "t", "dataType": ["string"]}]})
client.close()
"""


def test_v4_code_is_silent() -> None:
    assert found(V4 + V4_USES) == []
    assert found(V4 + V4_USES, report_guarded=True) == []


RESPONSES = {
    "get": ("r = client.query.get('A', ['t']).do()\nr['data']['Get']['A']", "WV730", 4),
    "get by get()": ("r = client.query.get('A', ['t']).do()\nr.get('data', {}).get('Get')", "WV730", 4),
    "in a loop": ("for o in client.query.get('A', ['t']).do()['data']['Get']['A']:\n    o['_additional']['id']", "WV733", 4),
    "in a comprehension": ("r = client.query.get('A', ['t']).do()\n[o['_additional'] for o in r['data']['Get']['A']]", "WV733", 4),
    "through a function": ("def run():\n    return client.query.get('A', ['t']).do()\nrun()['errors']", "WV734", 5),
    "membership": ("r = client.query.get('A', ['t']).do()\nif 'errors' in r: pass", "WV734", 4),
    "aggregate": ("r = client.query.aggregate('A').with_meta_count().do()\nr['data']['Aggregate']['A'][0]", "WV731", 4),
    "raw": ("r = client.query.raw(q)\nr['data']['Explore']", "WV732", 4),
    "object": ("o = client.data_object.get_by_id('u', class_name='A')\no['properties']['t']", "WV350", 4),
    "objects": ("for o in client.data_object.get(class_name='A')['objects']:\n    print(o['vector'])", "WV350", 4),
    "list of objects": ("client.data_object.get(class_name='A')['objects']", "WV351", 3),
    "schema": ("for c in client.schema.get()['classes']:\n    print(c['class'])", "WV256", 4),
    "nodes": ("for n in client.cluster.get_nodes_status():\n    print(n['name'])", "WV801", 4),
    "a recorded answer": ("answer = {'data': {'Get': {'A': []}}}\nanswer['data']['Get']", "WV730", 4),
    "receiver unknown": ("def show(answer):\n    return answer['data']['Get']['A']", "WV730", 4),
}


@pytest.mark.parametrize(("code", "expected", "line"), RESPONSES.values(), ids=RESPONSES)
def test_part_of_a_v3_result(code: str, expected: str, line: int) -> None:
    assert (line, expected) in {(f.line, f.code) for f in found(V3 + code)}


@pytest.mark.parametrize(
    "code",
    [
        "import requests\nr = requests.post(url, json={'query': q}).json()\nr['data']['Get']",
        "import json\nr = json.loads(text)\nr['data']['Get']['A']",
        "record = {'properties': {}, 'id': 1}\nprint(record['properties'], record['id'])",
        "schema = load()\nprint(schema['classes'][0]['class'])",
    ],
)
def test_other_dictionaries_are_silent(code: str) -> None:
    assert found(V3 + code)[2:] == []


CLOSED = {
    "with": "with weaviate.connect_to_local() as client:\n    pass",
    "later with": "client = weaviate.connect_to_local()\nwith client:\n    pass",
    "close in finally": "client = weaviate.connect_to_local()\ntry:\n    pass\nfinally:\n    client.close()",
    "returned": "def make():\n    return weaviate.connect_to_local()",
    "returned by name": "def make():\n    client = weaviate.connect_to_local()\n    return client",
    "kept and closed": "class S:\n    def __init__(self): self.c = weaviate.connect_to_local()\n    def stop(self): self.c.close()",
    "handed on": "client = weaviate.connect_to_local()\napp.state.register(client)",
    "async with": "async def f():\n    async with weaviate.use_async_with_local() as client:\n        pass",
    "closing": "import contextlib\nwith contextlib.closing(weaviate.connect_to_local()) as client:\n    pass",
}
OPEN = {
    "never": "client = weaviate.connect_to_local()\nclient.is_ready()",
    "not held": "weaviate.connect_to_local().is_ready()",
    "kept": "class S:\n    def __init__(self): self.c = weaviate.connect_to_custom(**o)\n    def go(self): self.c.is_ready()",
    "other one closed": "client = weaviate.connect_to_local()\nother.close()",
    "by its class": "client = weaviate.WeaviateClient(params)\nclient.connect()",
}


@pytest.mark.parametrize("code", CLOSED.values(), ids=CLOSED)
def test_closed_client(code: str) -> None:
    assert "WV150" not in codes(f"import weaviate\n{code}", unclosed=True)


@pytest.mark.parametrize("code", OPEN.values(), ids=OPEN)
def test_unclosed_client(code: str) -> None:
    assert "WV150" in codes(f"import weaviate\n{code}", unclosed=True)
    assert "WV150" not in codes(f"import weaviate\n{code}")


def test_one_finding_a_chain_on_the_line_of_its_first_v3_attribute() -> None:
    text = V3 + (
        "rows = (\n    client\n    .query\n    .get('A', ['t'])\n    .with_near_text({'concepts': ['x']})\n    .with_limit(3)\n    .do()\n)\n"
    )
    assert [(f.line, f.column, f.code) for f in found(text)][2:] == [(5, 5, "WV501")]


def test_chain_over_statements_is_reported_in_each() -> None:
    text = V3 + "q = client.query.get('A', ['t'])\nif x:\n    q = q.with_limit(3)\nr = q.do()\n"
    assert [(f.line, f.code) for f in found(text)][2:] == [(3, "WV501"), (5, "WV528"), (6, "WV535")]


def test_links_with_something_of_their_own_speak_inside_the_chain() -> None:
    text = V3 + "client.query.get('A', ['t']).with_where(f).with_generate('p').with_limit(1).do()\n"
    assert [f.code for f in found(text)][2:] == ["WV501", "WV600", "WV525"]
