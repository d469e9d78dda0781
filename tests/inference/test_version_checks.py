"""Code for both versions: which branch of an ``if`` is v3's, and so not reported, for each way to ask for the version."""

from __future__ import annotations

from textwrap import dedent

import pytest
from helpers import codes

HEAD = """\
import weaviate
FOUR = "4"
OLDEST = FOUR
MODERN = hasattr(weaviate, "WeaviateClient")
AGAIN = MODERN
DEEP = not AGAIN
PLAIN = True
if MODERN:
    kind = "new"
else:
    kind = "old"
def is_new(*args):
    return MODERN
def is_both():
    if x:
        return True
    return MODERN
class Settings:
    def __init__(self):
        self.modern = MODERN
def run(client: weaviate.Client, self, x):
"""
V3 = """
    hasattr(client, "schema")
    hasattr(client, "query")
    hasattr(weaviate, "Client")
    not hasattr(client, "collections")
    weaviate.__version__.startswith("3")
    weaviate.__version__.startswith("3.")
    weaviate.__version__ == "3.26.7"
    weaviate.__version__ != "4.0.0"
    weaviate.__version__ < "4"
    weaviate.__version__ <= "3"
    "4" > weaviate.__version__
    "3" >= weaviate.__version__
    weaviate.__version__[0] is "3"
    int(weaviate.__version__.split(".")[0]) < 4
    Version(version("weaviate-client")) < Version("4")
    metadata.version("weaviate_client") < "4"
    weaviate.__version__ < FOUR
    DEEP
    kind == "old"
"""  # true for v3 alone
V4 = """
    hasattr(client, "collections")
    hasattr(weaviate, "WeaviateClient")
    hasattr(weaviate, "connect_to_local")
    not not hasattr(client, "collections")
    isinstance(client, weaviate.WeaviateClient)
    isinstance(client, weaviate.WeaviateAsyncClient)
    weaviate.__version__.startswith("4")
    weaviate.__version__.startswith("4.10")
    bool(hasattr(client, "collections"))
    hasattr(client, "collections") and ready
    ready and hasattr(client, "collections")
    hasattr(client, "collections") or hasattr(weaviate, "WeaviateClient")
    weaviate.__version__ == "4"
    weaviate.__version__ != "3"
    weaviate.__version__ >= "4"
    weaviate.__version__ > "4"
    weaviate.__version__ > "3"
    "4" <= weaviate.__version__
    "3" < weaviate.__version__
    "4" == weaviate.__version__
    "3" != weaviate.__version__
    weaviate.__version__[0] == "4"
    weaviate.__version__[0] is not "3"
    int(weaviate.__version__.split(".")[0]) >= 4
    Version(weaviate.__version__) >= Version("4.0.0")
    tuple(map(int, weaviate.__version__.split("."))) >= (4, 0)
    MODERN
    AGAIN
    is_new()
    is_new(client)
    settings.modern
    self.modern
    kind == "new"
"""  # true for v4 alone
NEITHER = """
    hasattr(client)
    not ready()
    isinstance(client, weaviate.Client)
    isinstance(client, (weaviate.WeaviateClient, weaviate.Client))
    weaviate.__version__.startswith("40")
    weaviate.__version__.startswith()
    weaviate.__version__.endswith("4")
    other.__version__.startswith("4")
    bool()
    hasattr(client, "collections") or ready
    hasattr(client, "collections") and hasattr(client, "schema")
    ready and steady
    weaviate.__version__ >= "3"
    weaviate.__version__ < "3"
    weaviate.__version__ < "3.20"
    weaviate.__version__[0] in "4"
    "4" in weaviate.__version__
    weaviate.__version__[0] not in "3"
    metadata.version("other") < "4"
    3 < len(x) < 5
    "4" < "5"
    "4" > x
    4 == x
    (3, 9) < sys.version_info
    weaviate.__version__ < OLDEST
    PLAIN
    is_both()
    (lambda: hasattr(client, "collections"))()
    TYPE_CHECKING
    kind == "none"
    "new" == kind
"""  # tells nothing


def reported(condition: str) -> set[str]:
    """What is reported of v3 code in both branches: WV207 in the first, WV204 in the second."""
    first, second = "client.schema.get()", "client.schema.delete_all()"
    branches = f"    if {condition}:\n        {first}\n    else:\n        {second}\n"
    start = len(HEAD.splitlines()) + 1
    return {code for line, code in codes(HEAD + branches) if line > start}


@pytest.mark.parametrize("condition", dedent(V3).split("\n")[1:-1])
def test_v3_is_expected_where_it_holds(condition: str) -> None:
    assert reported(condition) == {"WV204"}
    assert reported(f"not ({condition})") == {"WV207"}


@pytest.mark.parametrize("condition", dedent(V4).split("\n")[1:-1])
def test_v3_is_expected_where_it_does_not_hold(condition: str) -> None:
    assert reported(condition) == {"WV207"}
    assert reported(f"not ({condition})") == {"WV204"}


@pytest.mark.parametrize("condition", dedent(NEITHER).split("\n")[1:-1])
def test_nothing_is_told_of_the_version(condition: str) -> None:
    assert reported(condition) == {"WV204", "WV207"}
