"""v4 returns dates and ids as objects, v3 returned text: where the file shows that a property is one, no fix is safe."""

from __future__ import annotations

import pytest

from flake8_weaviate_v4.rewrite import fix_text

QUERY = """\
import weaviate

client = weaviate.connect_to_local()
found = client.query.get("Book", ["title", "since"]).do()["data"]["Get"]["Book"]
"""
OBJECT = """\
import weaviate

client = weaviate.connect_to_local()
book = client.data_object.get_by_id("a0000000-0000-4000-8000-000000000001", class_name="Book")
"""
SIGNS = [
    'for book in found:\n    print(datetime.fromisoformat(book["since"].replace("Z", "+00:00")))\n',
    'for book in found:\n    print(dateutil.parser.parse(book["since"]))\n',
    'for book in found:\n    print(book["since"][:10])\n',
    'for book in found:\n    print(book["since"].split("T")[0])\n',
    'for book in found:\n    since = book["since"]\n    print(int(since.split("-")[0]))\n',
    'for book in found:\n    print(book["since"] >= "2020-01-01")\n',
    'for book in found:\n    print(book["since"] < limit.isoformat())\n',
    'for book in found:\n    print(uuid.UUID(book["since"]))\n',
    'for book in found:\n    print(book.get("since", "1970-01-01T00:00:00Z"))\n',
    'print(found)\nadd({"title": "x", "since": now.strftime("%Y-%m-%dT%H:%M:%SZ")})\n',
    'print(found)\nadd({"title": "x", "since": str(uuid.uuid4())})\n',
    'print(found)\nstamp = datetime.now().isoformat()\nadd({"since": stamp})\n',
    'print(found)\nbook["since"] = "2020-01-01T00:00:00Z"\n',
    'print(found)\nadd(title="x", since=datetime(2020, 1, 1))\n',
    'print(found)\nwhere = {"path": ["since"], "operator": "Equal", "valueDate": day}\n',
    'print(found)\nclass Book:\n    since: datetime\n',
]


@pytest.mark.parametrize("more", SIGNS)
def test_a_property_that_is_used_as_a_date_is_taken_for_one(more: str) -> None:
    assert fix_text(QUERY + more) == QUERY + more
    assert "fetch_objects" in fix_text(QUERY + more, unsafe=True)


@pytest.mark.parametrize("key", ["created_at", "publishedOn", "since"])
def test_so_is_one_of_an_object(key: str) -> None:
    text = OBJECT + f'print(book["properties"]["{key}"][:10])\n'
    assert fix_text(text) == text


@pytest.mark.parametrize(
    "more",
    [
        'for book in found:\n    print(book["title"].split(" "), book["since"].lower())\n',
        'for book in found:\n    print(datetime.fromisoformat(other["date"]), book["since"])\n',
        'for book in found:\n    print(book["since"][:100], book["since"] == "old")\n',
    ],
)
def test_text_is_text(more: str) -> None:
    assert "fetch_objects" in fix_text(QUERY + more)


def test_what_a_class_declares_counts() -> None:
    declared = '{"class": "Book", "properties": [{"name": "since", "dataType": ["text"]}, {"name": "title", "dataType": ["text"]}]}'
    more = f'for book in found:\n    print(book["since"][:10])\nclient.schema.create_class({declared})\n'
    assert "fetch_objects" in fix_text(QUERY + more)


def test_a_key_that_can_not_be_seen_may_be_that_of_a_date() -> None:
    text = QUERY + 'for name in ["title", "since"]:\n    print(found[0][name])\nadd({"since": now.isoformat()})\n'
    assert fix_text(text) == text


DECLARED = [
    'def p(name, kind):\n    return {"name": name, "dataType": [kind]}\n\n\nadd({"class": "Book", "properties": [p("since", "date"), p("title", "text")]})\n',
    'PROPERTIES = [{"name": "since", "dataType": ["date"]}]\nclient.schema.create_class({"class": "Book", "properties": PROPERTIES})\n',
    'book = {"class": "Book", "properties": []}\nbook["properties"].append({"name": "since", "dataType": ["uuid"]})\n',
    'client.schema.property.create("Book", {"name": "since", "dataType": ["date[]"]})\n',
    'client.schema.create_class(json.loads(\'{"class": "Book", "properties": [{"name": "since", "dataType": ["date"]}]}\'))\n',
    'TYPES = {"since": "date"}\nadd({"class": "Book", "properties": [{"name": n, "dataType": [t]} for n, t in TYPES.items()]})\n',
    'add({"class": "Book", "properties": [dict(name=n, dataType=t) for n, t in [("since", ["date"]), ("title", ["text"])]]})\n',
    'class Kind:\n    DATE = "date"\n\n\nadd({"class": "book", "properties": [{"name": "since", "dataType": [Kind.DATE]}]})\n',
]


@pytest.mark.parametrize("more", DECLARED)
def test_a_declared_date_is_one_however_it_is_declared(more: str) -> None:
    text = QUERY + "for book in found:\n    print(book['title'], book['since'])\n" + more
    assert "found = client.query.get(" in fix_text(text)


def test_a_dictionary_may_hold_a_declared_date() -> None:
    properties = '[{"name": "edition", "dataType": ["object"], "nestedProperties": [{"name": "since", "dataType": ["date"]}]}]'
    text = QUERY.replace('"since"', '"edition { since }"') + f'print(found)\nadd({{"class": "Book", "properties": {properties}}})\n'
    assert fix_text(text) == text


def test_a_name_in_a_variable_may_be_that_of_a_date() -> None:
    text = QUERY.replace('"since"', "NAME").replace("found =", 'NAME = "since"\nfound =') + (
        'for book in found:\n    print(book[NAME])\nadd({"class": "Book", "properties": [{"name": NAME, "dataType": ["date"]}]})\n'
    )
    assert fix_text(text) == text


def test_one_of_two_classes_may_be_meant() -> None:
    classes = "".join(f'add({{"class": "{name}", "properties": [{{"name": "since", "dataType": ["{kind}"]}}]}})\n' for name, kind in [("Book", "text"), ("Letter", "date")])
    text = QUERY + "for book in found:\n    print(book['since'])\n" + classes
    assert "fetch_objects" in fix_text(text)
    shown = 'found = client.query.get(name, ["title", "since"]).do()["data"]["Get"][name]\n'
    either = text.replace('found = client.query.get("Book", ["title", "since"]).do()["data"]["Get"]["Book"]\n', f"name = input()\n{shown}")
    assert shown in fix_text(either)
