"""Code for both versions: its v3 branch is unreported, unless one asks for it."""

from __future__ import annotations

import pytest
from helpers import assert_marked, cases, codes

from flake8_weaviate_v4.options import Options

# In these the marked lines are v3 branches: silent by default, all reported with ``report_guarded``.
DUAL = cases("""
    ## hasattr of a v4 name
    import weaviate
    def run(client):
        if hasattr(client, "collections"):
            client.collections.delete("A")
        else:
            client.schema.delete_class("A")  # WV203

    ## not hasattr of a v4 name
    import weaviate
    def run(client):
        if not hasattr(client, "collections"):
            client.schema.delete_class("A")  # WV203

    ## hasattr of a v3 name
    import weaviate
    def run(client):
        if hasattr(client, "schema"):
            client.schema.delete_class("A")  # WV203
        else:
            client.collections.delete("A")

    ## hasattr of the module
    import weaviate
    if hasattr(weaviate, "WeaviateClient"):
        client = weaviate.connect_to_local()
    else:
        client = weaviate.Client("u")  # WV100 WV101

    ## conditional expression
    import weaviate
    client = weaviate.connect_to_local() if hasattr(weaviate, "connect_to_local") else weaviate.Client("u")  # WV100 WV101

    ## early return
    import weaviate
    def run(client):
        if hasattr(client, "collections"):
            return client.collections.delete("A")
        client.schema.delete_class("A")  # WV203

    ## early return of v3
    import weaviate
    def run(client):
        if not hasattr(client, "collections"):
            return client.schema.delete_class("A")  # WV203
        return client.collections.delete("A")

    ## early continue
    import weaviate
    def run(clients):
        for client in clients:
            if hasattr(client, "collections"):
                client.collections.delete("A")
                continue
            client.schema.delete_class("A")  # WV203

    ## version starts with 3
    import weaviate
    if weaviate.__version__.startswith("3"):
        c = weaviate.Client("u")  # WV100 WV101

    ## version starts with 4, else
    import weaviate
    if weaviate.__version__.startswith("4."):
        c = weaviate.connect_to_local()
    else:
        c = weaviate.Client("u")  # WV100 WV101

    ## version as a string
    import weaviate
    if weaviate.__version__ < "4":
        c = weaviate.Client("u")  # WV100 WV101

    ## version as a string, turned round
    import weaviate
    if "4" > weaviate.__version__:
        c = weaviate.Client("u")  # WV100 WV101

    ## version, up to
    import weaviate
    if weaviate.__version__ >= "4.0.0":
        c = weaviate.connect_to_local()
    else:
        c = weaviate.Client("u")  # WV100 WV101

    ## version split
    import weaviate
    if int(weaviate.__version__.split(".")[0]) < 4:
        c = weaviate.Client("u")  # WV100 WV101

    ## version split, as a string
    import weaviate
    if weaviate.__version__.split(".")[0] == "3":
        c = weaviate.Client("u")  # WV100 WV101

    ## version split, at most 3
    import weaviate
    if int(weaviate.__version__.split(".")[0]) <= 3:
        c = weaviate.Client("u")  # WV100 WV101

    ## version split, more than 3
    import weaviate
    if int(weaviate.__version__.split(".")[0]) > 3:
        c = weaviate.connect_to_local()
    else:
        c = weaviate.Client("u")  # WV100 WV101

    ## first character of the version
    import weaviate
    if weaviate.__version__[0] == "3":
        c = weaviate.Client("u")  # WV100 WV101

    ## tuple of the version
    import weaviate
    if tuple(map(int, weaviate.__version__.split(".")[:2])) < (4, 0):
        c = weaviate.Client("u")  # WV100 WV101

    ## packaging
    import weaviate
    from packaging.version import Version
    if Version(weaviate.__version__) < Version("4.0.0"):
        c = weaviate.Client("u")  # WV100 WV101

    ## packaging parse
    import weaviate
    from packaging import version
    if version.parse(weaviate.__version__) >= version.parse("4.0.0"):
        c = weaviate.connect_to_local()
    else:
        c = weaviate.Client("u")  # WV100 WV101

    ## packaging major
    import weaviate
    from packaging.version import Version
    if Version(weaviate.__version__).major == 3:
        c = weaviate.Client("u")  # WV100 WV101

    ## packaging constant
    import weaviate
    from packaging.version import Version
    V4 = Version("4.0.0")
    if Version(weaviate.__version__) < V4:
        c = weaviate.Client("u")  # WV100 WV101

    ## importlib.metadata
    import importlib.metadata
    import weaviate
    if importlib.metadata.version("weaviate-client").startswith("3"):
        c = weaviate.Client("u")  # WV100 WV101

    ## importlib.metadata by name
    from importlib.metadata import version
    import weaviate
    installed = version("weaviate-client")
    major = int(installed.split(".")[0])
    if major >= 4:
        c = weaviate.connect_to_local()
    else:
        c = weaviate.Client("u")  # WV100 WV101

    ## pkg_resources
    import pkg_resources, weaviate
    if pkg_resources.get_distribution("weaviate-client").version < "4":
        c = weaviate.Client("u")  # WV100 WV101

    ## imported version
    import weaviate
    from weaviate import __version__ as wv_version
    if wv_version.startswith("3."):
        c = weaviate.Client("u")  # WV100 WV101

    ## version under a name
    import weaviate
    WV = weaviate.__version__
    if WV < "4":
        c = weaviate.Client("u")  # WV100 WV101

    ## flag
    import weaviate
    IS_V4 = hasattr(weaviate, "WeaviateClient")
    def connect():
        if IS_V4:
            return weaviate.connect_to_local()
        return weaviate.Client("u")  # WV100 WV101

    ## flag of v3
    import weaviate
    IS_V3 = weaviate.__version__.startswith("3")
    def connect():
        if IS_V3:
            return weaviate.Client("u")  # WV100 WV101
        return weaviate.connect_to_local()

    ## flag negated
    import weaviate
    V4 = int(weaviate.__version__[0]) >= 4
    if not V4:
        c = weaviate.Client("u")  # WV100 WV101

    ## flag set by an import
    import weaviate
    try:
        from weaviate import WeaviateClient
        V4 = True
    except ImportError:
        V4 = False
    if V4:
        c = weaviate.connect_to_local()
    else:
        c = weaviate.Client("u")  # WV100 WV101

    ## flag set after an import
    import weaviate
    try:
        import weaviate.classes
    except ImportError:
        V4 = False
    else:
        V4 = True
    if V4:
        c = weaviate.connect_to_local()
    else:
        c = weaviate.Client("u")  # WV100 WV101

    ## flag in an attribute
    import weaviate
    class Store:
        def __init__(self, client):
            self.client = client
            self.is_v4 = hasattr(client, "collections")
        def run(self):
            if self.is_v4:
                self.client.collections.delete("A")
            else:
                self.client.schema.delete_class("A")  # WV203

    ## function
    import weaviate
    def is_v4():
        return weaviate.__version__.startswith("4")
    if is_v4():
        c = weaviate.connect_to_local()
    else:
        c = weaviate.Client("u")  # WV100 WV101

    ## function of the client
    import weaviate
    def is_v3(client):
        return not hasattr(client, "collections")
    def run(client):
        if is_v3(client):
            client.schema.delete_class("A")  # WV203

    ## method
    import weaviate
    class Store:
        def is_v4(self):
            return hasattr(self.client, "collections")
        def run(self):
            if self.is_v4():
                self.client.collections.delete("A")
            else:
                self.client.schema.delete_class("A")  # WV203

    ## property
    import weaviate
    class Store:
        @property
        def is_v4(self):
            return hasattr(self.client, "collections")
        def run(self):
            if self.is_v4:
                self.client.collections.delete("A")
            else:
                self.client.schema.delete_class("A")  # WV203

    ## import of v4, else v3
    import weaviate
    try:
        client = weaviate.connect_to_local()
    except AttributeError:
        client = weaviate.Client("u")  # WV100 WV101

    ## import of v3, else v4
    import weaviate
    try:
        client = weaviate.Client("u")  # WV100 WV101
    except AttributeError:
        client = weaviate.connect_to_local()

    ## import of names
    try:
        from weaviate import WeaviateClient
    except ImportError:
        from weaviate import Client as WeaviateClient  # WV100

    ## import of names, v3 first
    try:
        from weaviate import Client  # WV100
    except ImportError:
        from weaviate import WeaviateClient as Client

    ## isinstance with the v4 client
    import weaviate
    def run(client):
        if isinstance(client, weaviate.WeaviateClient):
            client.collections.delete("A")
        else:
            client.schema.delete_class("A")  # WV203

    ## isinstance with the v4 client and early return
    import weaviate
    def run(client):
        if isinstance(client, weaviate.WeaviateClient):
            return client.collections.delete("A")
        client.schema.delete_class("A")  # WV203

    ## and
    import weaviate
    def run(client, force):
        if force and not hasattr(client, "collections"):
            client.schema.delete_class("A")  # WV203

    ## nested
    import weaviate
    def run(client, force):
        if not hasattr(client, "collections"):
            if force:
                for name in names:
                    client.schema.delete_class(name)  # WV203

    ## in a function of the branch
    import weaviate
    if hasattr(weaviate, "connect_to_local"):
        def connect():
            return weaviate.connect_to_local()
    else:
        def connect():
            return weaviate.Client("u")  # WV100 WV101

    ## match on the major version
    import weaviate
    major = int(weaviate.__version__.split(".")[0])
    if major == 3:
        c = weaviate.Client("u")  # WV100 WV101
    elif major == 4:
        c = weaviate.connect_to_local()

    ## elif
    import weaviate
    def run(client):
        if client is None:
            pass
        elif hasattr(client, "collections"):
            client.collections.delete("A")
        else:
            client.schema.delete_class("A")  # WV203

    ## raise in v3
    import weaviate
    def run(client):
        if hasattr(client, "collections"):
            raise TypeError("hand in a v3 client")
        else:
            pass
        if not hasattr(client, "collections"):
            client.schema.delete_class("A")  # WV203

    ## skipped test
    import pytest, weaviate
    @pytest.mark.skipif(hasattr(weaviate, "WeaviateClient"), reason="v3 only")
    def test_it():
        client = weaviate.Client("u")  # WV100 WV101
""")

# In these the marked lines only look guarded: reported in any case.
NOT_DUAL = cases("""
    ## hasattr of something else
    import weaviate
    client = weaviate.Client("u")
    if hasattr(client, "timeout_config"):
        client.schema.delete_class("A")  # WV203

    ## hasattr of another object
    import weaviate
    client = weaviate.Client("u")
    if hasattr(settings, "collection"):
        client.schema.delete_class("A")  # WV203

    ## version of another package
    import pandas, weaviate
    client = weaviate.Client("u")
    if pandas.__version__ < "2":
        client.schema.delete_class("A")  # WV203

    ## version of another package with a major of 4
    import transformers, weaviate
    client = weaviate.Client("u")
    if transformers.__version__.startswith("3"):
        client.schema.delete_class("A")  # WV203

    ## version of Python
    import sys, weaviate
    client = weaviate.Client("u")
    if sys.version_info < (3, 9):
        client.schema.delete_class("A")  # WV203

    ## version of the server
    import weaviate
    client = weaviate.Client("u")
    if client.get_meta()["version"] < "1.20":
        client.schema.delete_class("A")  # WV203

    ## minor of v3
    import weaviate
    client = weaviate.Client("u")
    if weaviate.__version__ >= "3.15":
        client.schema.delete_class("A")  # WV203
    else:
        client.schema.delete_all()  # WV204

    ## the v4 branch uses v3
    import weaviate
    client = weaviate.Client("u")
    if hasattr(client, "collections"):
        client.schema.delete_class("A")  # WV203

    ## version 4 uses v3
    import weaviate
    client = weaviate.Client("u")
    if weaviate.__version__.startswith("4"):
        client.schema.delete_class("A")  # WV203

    ## try without a fallback to v4
    import weaviate
    client = weaviate.Client("u")
    try:
        client.schema.delete_class("A")  # WV203
    except Exception:
        pass

    ## try with another fallback
    import weaviate
    client = weaviate.Client("u")
    try:
        client.schema.delete_class("A")  # WV203
    except weaviate.exceptions.UnexpectedStatusCodeException:
        client.schema.delete_all()  # WV204

    ## import in try
    try:
        import weaviate
    except ImportError:
        weaviate = None
    client = weaviate.Client("u")
    client.schema.delete_class("A")  # WV203

    ## flag of something else
    import weaviate
    V4 = False
    client = weaviate.Client("u")
    if not V4:
        client.schema.delete_class("A")  # WV203
    collections = 1

    ## flag from the environment
    import os, weaviate
    USE_V4 = os.environ.get("USE_V4")
    client = weaviate.Client("u")
    if not USE_V4:
        client.schema.delete_class("A")  # WV203
    connect_to_local = 1

    ## after the check
    import weaviate
    client = weaviate.Client("u")
    if hasattr(client, "collections"):
        client.collections.delete("A")
    client.schema.delete_class("A")  # WV203

    ## or
    import weaviate
    def run(client: weaviate.Client, force):
        if force or not hasattr(client, "collections"):
            client.schema.delete_class("A")  # WV203

    ## isinstance with v3 in a file of v3
    import weaviate
    def run(client):
        if isinstance(client, weaviate.Client):
            client.schema.delete_class("A")  # WV203

    ## v4 is refused
    import weaviate
    client = weaviate.Client("u")
    if weaviate.__version__.startswith("4"):
        raise RuntimeError("this needs weaviate-client 3")
    client.schema.delete_class("A")  # WV203

    ## test of the guard itself
    import weaviate
    if weaviate.Client("u").schema.exists("A") and hasattr(weaviate, "connect_to_local"):  # WV205
        pass
""")


@pytest.mark.parametrize("text", DUAL)
def test_dual_version_code_is_not_reported(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("text", DUAL)
def test_dual_version_code_is_reported_on_demand(text: str) -> None:
    assert_marked(text, options=Options(report_guarded=True))


@pytest.mark.parametrize("text", NOT_DUAL)
def test_what_only_looks_guarded_is_reported(text: str) -> None:
    assert_marked(text)
