"""What tells v4's objects from v3's dictionaries: the order of keys, and text that an f-string makes of its source."""

from __future__ import annotations

import pytest

from flake8_weaviate_v4.rewrite import fix_text

TWO = """\
import weaviate

client = weaviate.connect_to_local()
found = client.query.get("Book", ["title", "pages"]).do()["data"]["Get"]["Book"]
"""


@pytest.mark.parametrize(
    "more",
    [
        "for book in found:\n    title, pages = book.values()\n",
        "for book in found:\n    title, pages = book\n",
        "print([list(book.values()) for book in found])\n",
        "print(', '.join(found[0].values()))\n",
        "for key in found[0]:\n    print(key)\n",
        "for book in found:\n    for key, value in book.items():\n        print(key, value)\n",
        "writer = csv.DictWriter(file, fieldnames=found[0].keys())\n",
        "print([*found[0]], next(iter(found[0].values())))\n",
    ],
)
def test_the_order_of_properties_is_doubted(more: str) -> None:
    assert fix_text(TWO + more) == TWO + more
    assert "fetch_objects" in fix_text(TWO + more, unsafe=True)


@pytest.mark.parametrize(
    "more",
    [
        "print({key: value for key, value in found[0].items() if value})\n",
        "print(sorted(found[0].values()), len(found[0]), 'x' in found[0].keys())\n",
        "print(found[0])\n",
    ],
)
def test_where_the_order_does_not_count_it_is_not(more: str) -> None:
    assert "fetch_objects" in fix_text(TWO + more)


def test_one_property_is_in_order() -> None:
    assert "fetch_objects" in fix_text(TWO.replace(', "pages"', "") + "print(list(found[0].values()))\n")


@pytest.mark.parametrize("shown", ['{found=}', '{found[0]["title"]=}', '{found[0]["title"] = :>20}', "{len(found)=}"])
def test_an_expression_that_is_shown_with_its_text_stays(shown: str) -> None:
    text = TWO + f"print(f'x {shown} y')\n"
    assert "query.get" in fix_text(text, unsafe=True)
    assert "fetch_objects" in fix_text(text.replace("=}", "}").replace("= :", ":"))


@pytest.mark.parametrize("error", ["KeyError", "(KeyError, IndexError)", "TypeError", "Exception"])
def test_a_handler_for_an_answer_without_data_is_doubted(error: str) -> None:
    """v4 raises where the query is sent, and another exception."""
    head = 'import weaviate\n\nclient = weaviate.connect_to_local()\nfound = client.query.get("Book", ["title"]).do()\n'
    text = f'{head}try:\n    books = found["data"]["Get"]["Book"]\nexcept {error}:\n    books = []\n'
    assert fix_text(text) == text
    assert "fetch_objects" in fix_text(text, unsafe=True)
    sent = text.replace(head, head.partition("found")[0]).replace("try:\n", 'try:\n    found = client.query.get("Book", ["title"]).do()\n')
    assert ("fetch_objects" in fix_text(sent)) == (error == "Exception")
