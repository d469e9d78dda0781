"""What v4 takes in silence where v3 raised, or sends as another type, is no safe fix."""

from __future__ import annotations

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite import fix_text
from flake8_weaviate_v4.rewrite.evidence import WAITS
from flake8_weaviate_v4.rewrite.fix import fix, parsed

HEAD = 'import weaviate\n\nclient = weaviate.connect_to_local()\n'


def test_a_missing_object_is_not_deleted_in_silence() -> None:
    """v3 raises for an id that does not exist, v4 returns False: with or without a ``try`` around it."""
    text = HEAD + 'client.data_object.delete("a0000000-0000-4000-8000-000000000001", class_name="A")\n'
    assert fix_text(text) == text
    assert '.data.delete_by_id("a0000000-0000-4000-8000-000000000001")' in fix_text(text, unsafe=True)


def test_a_quotient_is_no_integer() -> None:
    """v4 sends a float as a number, whatever v3 called it."""
    where = '{"path": ["n"], "operator": "Equal", "valueInt": n / 2}'
    text = HEAD + f'n = 4\nprint(client.query.get("A", ["t"]).with_where({where}).do())\n'
    assert fix_text(text, unsafe=True) == text
    assert ".equal(n // 2)" in fix_text(text.replace("n / 2", "n // 2"))


BACKUP = """\
import weaviate


def save(client: weaviate.Client, name: str) -> dict:
    return client.backup.create(name, "filesystem", wait_for_completion=True)


client = weaviate.Client("http://localhost:8080")
client.schema.delete_class("A")
"""
LEVELS = """\
found = client.batch.delete_objects("A", {"path": ["n"], "operator": "LessThan", "valueInt": 5}, output="verbose")
print(found["results"]["objects"][0]["id"])

with client.batch as batch:
    batch.consistency_level = "ALL"
    batch.delete_objects(class_name="A", where={"path": ["n"], "operator": "LessThan", "valueInt": 5})
"""


def test_what_tells_of_an_unsafe_fix_stays() -> None:
    """v4 has ``client.backup.create`` as well: with a v4 client there would be nothing to fix any more."""
    fixed = fix_text(BACKUP)
    assert "def save(client: weaviate.Client, name: str)" in fixed
    assert 'client = weaviate.connect_to_local()\nclient.collections.delete("A")\n' in fixed
    assert fix_text(fixed) == fixed
    assert fix_text(fixed, unsafe=True) == fix_text(BACKUP, unsafe=True)


def test_the_reason_of_an_unsafe_fix_stays() -> None:
    """Without the block that sets the level there would be no doubt about the level of the other call."""
    fixed = fix_text(HEAD + LEVELS)
    assert fixed == HEAD + LEVELS
    assert "delete_many" in fix_text(fixed, unsafe=True)


def test_a_fix_that_waits_says_so() -> None:
    whys = {fix.doubts for fix in fix(Checker(), parsed(BACKUP)).unsafe.values()}
    assert whys == {("what the server says besides is not in v4's object",), (WAITS,)}


SCHEMA = """\
client.schema.create_class({"class": "A", "vectorizer": "none", "properties": [{"name": "x", "dataType": ["date"]}]})
print(client.query.get("A", ["x"]).do()["data"]["Get"]["A"][0]["x"])
"""


def test_a_declared_date_is_one_in_v4_s_words_too() -> None:
    fixed = fix_text(HEAD + SCHEMA)
    assert "DataType.DATE" in fixed
    assert 'client.query.get("A", ["x"])' in fixed
    assert fix_text(fixed) == fixed


SHOWN = {
    "Client": [
        'print(f"{client!r}")', "print(type(client).__name__)", "print({'db': client})", 'assert client.__class__.__name__ == "Client"',
        "def show(x):\n    print(x)\n\n\nshow(client)",
    ],
    "Tenant": [
        'print("%s" % client.schema.get_class_tenants("A"))', 'print(",".join(map(str, client.schema.get_class_tenants("A"))))',
        'for tenant in client.schema.get_class_tenants("A"):\n    print(tenant)',
        'import logging\n\ntenants = [weaviate.Tenant("a")]\nlogging.info("%s", tenants)\nclient.schema.add_class_tenants("A", tenants)',
    ],
}  # fmt: skip


def test_what_shows_an_object_as_text_tells_v4_from_v3() -> None:
    """v4's client and tenants are of other classes, and are written in another way."""
    for name, programs in SHOWN.items():
        why = f"the file shows a `{name}` as text, or asks for its class: v4's has another name and other fields"
        for program in programs:
            text = f'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n{program}\n'
            doubts = {each for unsafe in fix(Checker(), parsed(text)).unsafe.values() for each in unsafe.doubts}
            assert why in doubts, program


def test_what_only_checks_the_class_of_a_client_is_safe() -> None:
    text = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\nprint(type(client) is weaviate.Client, isinstance(client, weaviate.Client), client.is_ready())\n'
    assert fix_text(text) == text.replace('weaviate.Client("http://localhost:8080")', "weaviate.connect_to_local()").replace("weaviate.Client", "weaviate.WeaviateClient")


ASKED = [
    'print(hasattr(client, "query"))', 'print("schema" in dir(client))', "print([getattr(client, name, None) for name in NAMES])",
    'def check(c):\n    return all(hasattr(c, name) for name in ("schema", "batch"))\n\n\nprint(check(client))',
    'from operator import attrgetter\n\nprint(attrgetter("schema.get")(client)())', 'IS_NEW = hasattr(client, "collections")',
]  # fmt: skip


def test_what_asks_a_client_for_a_member_is_told_something_else() -> None:
    for program in ASKED:
        text = f'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n{program}\n'
        doubts = {each for unsafe in fix(Checker(), parsed(text)).unsafe.values() for each in unsafe.doubts}
        assert "the file asks whether a client has a member: a v4 client has others" in doubts, program


def test_what_both_clients_have_may_be_asked_for() -> None:
    text = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\nprint(hasattr(client, "is_ready"), hasattr(client, "foo"), hasattr(other, "schema"))\n'
    assert "weaviate.connect_to_local()" in fix_text(text)


WHERE = """\
where = {"path": ["title"], "operator": "Equal", "valueText": "x"}
print(client.query.get("A", ["title"]).with_where(where).do()["data"]["Get"]["A"])
"""
REFLECTED = [
    'def show():\n    return eval("where")\n', 'def show():\n    return globals()["where"]\n', 'print(vars()["where"])\n',
    'import sys\n\nprint(vars(sys.modules[__name__])["where"])\n', 'import sys\n\nprint(sys._getframe().f_globals["where"])\n',
    'print([eval(name) for name in ["where"]])\n',
]  # fmt: skip


def test_a_filter_that_is_read_by_its_name_as_text_is_another_object() -> None:
    for more in REFLECTED:
        doubts = {each for unsafe in fix(Checker(), parsed(HEAD + WHERE + more)).unsafe.values() for each in unsafe.doubts}
        assert "`where` may be read by its name as text" in doubts, more
    assert "fetch_objects" in fix_text(HEAD + WHERE + "def show(a):\n    return locals()\n")


def doubts(text: str) -> set[str]:
    """Why the fixes of a program are not safe."""
    return {why for each in fix(Checker(), parsed(text)).unsafe.values() for why in each.doubts}


MOCKED = """\
import weaviate
from unittest.mock import MagicMock


def has(client: weaviate.Client, name):
    return client.schema.exists(name)


client = MagicMock()
client.schema.exists.return_value = True
assert has(client, "A")
"""


def test_what_a_mock_is_set_up_for_is_v3() -> None:
    """``client.collections.exists("A")`` of the mock would be true as well, whatever the test is about."""
    why = "a mock of the file stands for a v3 client: it has to be set up for v4's calls"
    assert doubts(MOCKED) == {why}
    assert doubts(MOCKED.replace("exists.return_value", "exists.side_effect")) == {why}
    assert doubts(MOCKED.replace("client.schema.exists.return_value", "client.other.exists.return_value")) == set()


def test_another_object_that_stands_for_a_client_has_its_own_parts() -> None:
    text = HEAD + 'class Schema:\n    def exists(self, name):\n        return True\n\n\nclass Fake:\n    schema = Schema()\n\n\n'
    text += 'def has(client):\n    return client.schema.exists("A")\n\n\nprint(has(Fake()), has(client))\n'
    why = "another object stands for the client as well: it has to have what v4's client has"
    assert doubts(text.replace("weaviate.connect_to_local()", 'weaviate.Client("http://localhost:8080")')) == {why}
    kept = text.replace("schema = Schema()", "def __init__(self, of):\n        self.schema = of.schema").replace("Fake()", "Fake(client)")
    assert why not in doubts(kept.replace("weaviate.connect_to_local()", 'weaviate.Client("http://localhost:8080")'))


def test_the_order_of_an_object_counts_in_text_that_is_hashed_or_compared() -> None:
    query = HEAD + 'found = client.query.get("A", ["t", "u"]).do()["data"]["Get"]["A"]\n'
    why = "v4 gives the properties of an object in no certain order"
    for program in (
        "for each in found:\n    print(md5(json.dumps(each).encode()).hexdigest())", "print(sha256(json.dumps(found).encode()).digest())",
        'for each in found:\n    text = f"{each}"\n    print(hash(text))', "print([str(each) == known for each in found])",
    ):  # fmt: skip
        assert why in doubts(f"{query}{program}\n"), program
    assert doubts(query + "print(md5(json.dumps(found, sort_keys=True).encode()).hexdigest())\n") == set()
    assert doubts(query + "print(json.dumps(found))\n") == set()
