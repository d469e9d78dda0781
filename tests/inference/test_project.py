"""Objects that come from other files of the checkout, which are read and never run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from helpers import DEFAULT, assert_tree_marked, codes

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.source import Source

_DB = """
    import weaviate
    from shop import Shop
    client = weaviate.Client("u")
    shop = Shop("u")
    def connect():
        return weaviate.Client("u")
    def open_shop():
        return Shop("u")
    class Store:
        def __init__(self):
            self.client = weaviate.Client("u")
            self.shop = Shop("u")
        @property
        def lazy(self):
            return self.client
    """

TREES = {
    "from-import": {
        "db.py": _DB,
        "app.py": """
            from db import client, shop
            client.batch.flush()  # WV410
            shop.batch.flush()
            """,
    },
    "from-import under another name": {
        "db.py": _DB,
        "app.py": """
            from db import client as c, shop as client
            c.batch.flush()  # WV410
            client.batch.flush()
            """,
    },
    "module attribute": {
        "db.py": _DB,
        "app.py": """
            import db
            db.client.batch.flush()  # WV410
            db.shop.batch.flush()
            db.connect().batch.flush()  # WV410
            """,
    },
    "module of a package": {
        "app/__init__.py": "",
        "app/db.py": _DB,
        "main.py": """
            import app.db
            import app.db as database
            from app import db
            app.db.client.batch.flush()  # WV410
            database.client.batch.flush()  # WV410
            db.client.batch.flush()  # WV410
            app.db.shop.batch.flush()
            database.shop.batch.flush()
            db.shop.batch.flush()
            """,
    },
    "package without an init file": {
        "app/db.py": _DB,
        "pyproject.toml": "",
        "main.py": """
            from app.db import client, shop
            from app import db
            client.batch.flush()  # WV410
            shop.batch.flush()
            db.client.batch.flush()  # WV410
            """,
    },
    "relative import": {
        "app/__init__.py": "",
        "app/db.py": _DB,
        "app/main.py": """
            from .db import client, shop
            from . import db
            client.batch.flush()  # WV410
            shop.batch.flush()
            db.client.batch.flush()  # WV410
            db.shop.batch.flush()
            """,
    },
    "relative import from above": {
        "app/__init__.py": "",
        "app/core/__init__.py": "",
        "app/core/db.py": _DB,
        "app/web/__init__.py": "",
        "app/web/views.py": """
            from ..core.db import client, shop
            from ...core.db import client as beyond
            client.batch.flush()  # WV410
            shop.batch.flush()
            beyond.batch.flush()
            """,
    },
    "re-export through a package": {
        "app/__init__.py": "from .db import client, shop\nfrom .db import connect as make\n",
        "app/db.py": _DB,
        "main.py": """
            from app import client, make, shop
            client.batch.flush()  # WV410
            make().batch.flush()  # WV410
            shop.batch.flush()
            """,
    },
    "re-export through two packages and a star": {
        "app/__init__.py": "from .core import *\n",
        "app/core/__init__.py": "from app.core.db import client, shop\n",
        "app/core/db.py": _DB,
        "main.py": """
            import app
            from app import *
            client.batch.flush()  # WV410
            shop.batch.flush()
            app.client.batch.flush()  # WV410
            """,
    },
    "function and class": {
        "db.py": _DB,
        "app.py": """
            from db import Store, connect, open_shop
            c = connect()
            c.batch.flush()  # WV410
            open_shop().batch.flush()
            store = Store()
            store.client.batch.flush()  # WV410
            store.lazy.batch.flush()  # WV410
            store.shop.batch.flush()
            def run(s: Store):
                s.client.batch.flush()  # WV410
                s.shop.batch.flush()
            """,
    },
    "base class": {
        "db.py": _DB,
        "app.py": """
            from db import Store
            class Own(Store):
                def run(self):
                    self.client.batch.flush()  # WV410
                    self.shop.batch.flush()
            Own().client.batch.flush()  # WV410
            """,
    },
    "base class of a base class": {
        "a.py": "import weaviate\nclass A(weaviate.Client): ...\nclass S(Shop): ...\n",
        "b.py": "from a import A, S\nclass B(A): ...\nclass T(S): ...\n",
        "c.py": """
            from b import B, T
            class C(B):
                def run(self):
                    self.batch.flush()  # WV410
            T("u").batch.flush()
            B("u").batch.flush()  # WV410
            """,
    },
    "type alias": {
        "types_.py": "import weaviate\nfrom typing import Optional\nDb = Optional[weaviate.Client]\nSh = Optional[Shop]\n",
        "app.py": """
            from types_ import Db, Sh
            def run(a: Db, b: Sh):
                a.batch.flush()  # WV410
                b.batch.flush()
            """,
    },
    "imported module passed on": {
        "deps.py": "import weaviate\nimport shop\n",
        "app.py": """
            from deps import shop, weaviate
            weaviate.Client("u").batch.flush()  # WV410
            shop.Client("u").batch.flush()
            """,
    },
    "imported class passed on": {
        "deps.py": "from weaviate import Client\nfrom shop import Client as Shop\n",
        "app.py": """
            from deps import Client, Shop
            Client("u").batch.flush()  # WV410
            Shop("u").batch.flush()
            """,
    },
    "a file without the word": {
        "db.py": _DB,
        "jobs.py": """
            from db import client, shop
            def nightly():
                client.schema.delete_all()  # WV204
                shop.schema.delete_all()
            """,
    },
    "a file without the word, through a package": {
        "app/__init__.py": "from .core.db import client\n",
        "app/core/__init__.py": "",
        "app/core/db.py": _DB,
        "jobs.py": """
            from app import client
            client.schema.delete_all()  # WV204
            """,
    },
    "a file without the word, imported in a function": {
        "db.py": _DB,
        "jobs.py": """
            def nightly():
                from db import client
                client.schema.delete_all()  # WV204
            """,
    },
    "conftest": {
        "tests/conftest.py": """
            import pytest, weaviate
            from shop import Shop
            @pytest.fixture
            def client():
                yield weaviate.Client("u")
            @pytest.fixture
            def shop():
                yield Shop("u")
            """,
        "tests/test_app.py": """
            def test_it(client, shop):
                client.schema.delete_all()  # WV204
                shop.schema.delete_all()
            """,
        "tests/unit/test_more.py": """
            class TestIt:
                def test_it(self, client, shop):
                    client.batch.flush()  # WV410
                    shop.batch.flush()
            """,
        "tests/unit/helpers.py": """
            def helper(client):
                client.batch.flush()
            """,
    },
    "nearer conftest": {
        "pyproject.toml": "",
        "conftest.py": "import pytest, weaviate\n@pytest.fixture\ndef client():\n    return weaviate.Client('u')\n",
        "tests/conftest.py": "import pytest\n@pytest.fixture\ndef client():\n    return Shop('u')\n",
        "tests/test_shop.py": """
            def test_it(client):
                client.batch.flush()
            """,
        "test_wv.py": """
            def test_it(client):
                client.batch.flush()  # WV410
            """,
    },
    "conftest that uses another file": {
        "app/__init__.py": "",
        "app/db.py": _DB,
        "conftest.py": "import pytest\nfrom app.db import connect\n@pytest.fixture\ndef client():\n    return connect()\n",
        "test_it.py": """
            def test_it(client):
                client.batch.flush()  # WV410
            """,
    },
    "src layout": {
        "pyproject.toml": "",
        "src/app/__init__.py": "",
        "src/app/db.py": _DB,
        "tests/test_app.py": """
            from app.db import client, shop
            client.batch.flush()  # WV410
            shop.batch.flush()
            """,
        "scripts/run.py": """
            from app.db import client
            client.batch.flush()  # WV410
            """,
    },
    "import cycle": {
        "a.py": """
            from b import client, lost
            import b
            other = client
            client.batch.flush()  # WV410
            lost.batch.flush()
            b.again.batch.flush()  # WV410
            """,
        "b.py": """
            import weaviate
            import a
            from a import lost, other
            client = weaviate.Client("u")
            again = a.other
            other.batch.flush()  # WV410
            lost.batch.flush()
            """,
    },
    "import of itself": {
        "a.py": "import weaviate\nfrom a import client\nimport a\nclient.batch.flush()\na.client.batch.flush()\n",
    },
    "star import cycle": {
        "a.py": "from b import *\nclient.batch.flush()  # WV410\nlost.batch.flush()\n",
        "b.py": "from a import *\nimport weaviate\nclient = weaviate.Client('u')\n",
    },
    "base class cycle": {
        "a.py": "import weaviate\nfrom b import B\nclass A(B):\n    def run(self):\n        self.client.batch.flush()\n",
        "b.py": "from a import A\nclass B(A):\n    def run(self):\n        self.client.batch.flush()\n",
    },
    "missing file": {
        "app.py": """
            import weaviate
            from gone import client
            from .gone import client as other
            from . import client as third
            client.batch.flush()
            other.batch.flush()
            third.batch.flush()
            """,
    },
    "missing name": {
        "db.py": _DB,
        "app.py": """
            import weaviate
            from db import gone
            gone.batch.flush()
            """,
    },
    "broken file": {
        "db.py": "import weaviate\nclient = weaviate.Client('u'\n",
        "app.py": """
            import weaviate
            from db import client
            client.batch.flush()
            weaviate.Client("u").batch.flush()  # WV410
            """,
    },
    "a project's own weaviate.py": {
        "weaviate.py": "class Client:\n    def __init__(self, url): ...\nclient = Client('u')\n",
        "app.py": """
            import weaviate
            from weaviate import Client, client
            weaviate.Client("u").batch.flush()
            Client("u").batch.flush()
            client.schema.delete_all()
            client.schema.delete_class("A")
            def run(c: Client):
                c.batch.flush()
            """,
    },
    "a package's own weaviate.py beside the library": {
        "app/__init__.py": "",
        "app/weaviate.py": """
            import weaviate
            client = weaviate.Client("u")
            client.batch.flush()  # WV410
            class Client: ...
            """,
        "app/main.py": """
            from .weaviate import Client, client
            client.batch.flush()  # WV410
            Client().batch.flush()
            """,
    },
    "a package called weaviate that uses the library": {
        "integrations/weaviate/__init__.py": "from .store import Store\n",
        "integrations/weaviate/store.py": """
            import weaviate
            from weaviate import Client
            from weaviate.util import generate_uuid5
            class Store:
                def __init__(self):
                    self.client = weaviate.Client("u")
            Client("u").batch.flush()  # WV410
            Store().client.batch.flush()  # WV410
            """,
        "integrations/weaviate/weaviate.py": """
            import weaviate
            weaviate.Client("u").batch.flush()  # WV410
            """,
    },
    "rebound in the other file": {
        "db.py": "import weaviate\nclient = weaviate.Client('u')\nclient = Shop('u')\n",
        "app.py": "import weaviate\nfrom db import client\nclient.batch.flush()\n",
    },
    "rebound here": {
        "db.py": _DB,
        "app.py": "import weaviate\nfrom db import client\nclient = Shop('u')\nclient.batch.flush()\n",
    },
    "set by a function of the other file": {
        "db.py": "import weaviate\nclient = None\ndef init():\n    global client\n    client = weaviate.Client('u')\n",
        "app.py": "import db\ndb.client.batch.flush()  # WV410\n",
    },
    "set from here": {
        "db.py": "client = None\nshop = None\n",
        "app.py": """
            import weaviate
            import db
            db.client = weaviate.Client("u")
            db.shop = Shop("u")
            db.client.batch.flush()  # WV410
            db.shop.batch.flush()
            """,
    },
    "dependency of another file": {
        "deps.py": "import weaviate\ndef get_client():\n    yield weaviate.Client('u')\ndef get_shop():\n    yield Shop('u')\n",
        "views.py": """
            from fastapi import Depends
            from deps import get_client, get_shop
            def view(c=Depends(get_client), s=Depends(get_shop)):
                c.batch.flush()  # WV410
                s.batch.flush()
            """,
    },
    "context manager of another file": {
        "deps.py": """
            import weaviate
            from contextlib import contextmanager
            @contextmanager
            def connect():
                yield weaviate.Client("u")
            """,
        "app.py": """
            from deps import connect
            with connect() as client:
                client.batch.flush()  # WV410
            """,
    },
    "patched path of the project": {
        "app/__init__.py": "",
        "app/db.py": _DB,
        "test_it.py": """
            from unittest import mock
            @mock.patch("app.db.weaviate.Client")  # WV100
            @mock.patch("app.db.Shop")
            def test_it(a, b): ...
            """,
    },
    "dual-version flag of another file": {
        "compat.py": "import weaviate\nIS_V4 = hasattr(weaviate, 'connect_to_local')\ndef is_v4():\n    return IS_V4\n",
        "app.py": """
            import weaviate
            from compat import IS_V4, is_v4
            def connect():
                if IS_V4:
                    return weaviate.connect_to_local()
                return weaviate.Client("u")
            def again():
                return weaviate.connect_to_local() if is_v4() else weaviate.Client("u")
            """,
    },
}  # fmt: skip


@pytest.mark.parametrize("files", TREES.values(), ids=TREES.keys())
def test_tree(files: dict[str, str], tmp_path: Path) -> None:
    assert_tree_marked(tmp_path, {".git/HEAD": "", **files})


def test_nothing_is_followed_without_a_file() -> None:
    assert codes("from db import client\nimport weaviate\nclient.batch.flush()\n", file=None) == []


def test_a_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    db, app = tmp_path / "db.py", tmp_path / "app.py"
    text = "import weaviate\nfrom db import client\nclient.batch.flush()\n"
    app.write_text(text)
    checker = Checker(DEFAULT)

    def check(content: str | None, time: int) -> list[str]:
        if content is None:
            db.unlink()
        else:
            db.write_text(content)
            os.utime(db, ns=(time, time))
        return [f.code for f in checker.check(Source.parse(text, str(app), app))]

    assert check("client = Shop()\n", 1_000_000_000) == []
    assert check("import weaviate\nclient = weaviate.Client()\n", 2_000_000_000) == ["WV410"]
    assert check("client = Shop()\n", 3_000_000_000) == []
    assert check(None, 0) == []
    assert check("import weaviate\nclient = weaviate.Client()\n", 4_000_000_000) == ["WV410"]


def test_a_file_without_the_word_notices_a_change(tmp_path: Path) -> None:
    db, app = tmp_path / "db.py", tmp_path / "app.py"
    text = "from db import client\nclient.schema.delete_all()\n"
    app.write_text(text)
    checker = Checker(DEFAULT)

    def check(content: str, time: int) -> list[str]:
        db.write_text(content)
        os.utime(db, ns=(time, time))
        return [f.code for f in checker.check(Source.parse(text, str(app), app))]

    assert check("client = Shop()\n", 1_000_000_000) == []
    assert check("import weaviate\nclient = weaviate.Client()\n", 2_000_000_000) == ["WV204"]


def test_nothing_is_run(tmp_path: Path) -> None:
    (tmp_path / "db.py").write_text("import weaviate\nopen(__file__ + '.ran', 'w').close()\nclient = weaviate.Client('u')\n")
    app = tmp_path / "app.py"
    app.write_text(text := "from db import client\nclient.schema.delete_all()\n")
    assert codes(text, str(app), file=app) == [(2, "WV204")]
    assert not (tmp_path / "db.py.ran").exists()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x00", b"x = (" * 5000, b"# -*- coding: nonsense -*-\n", b"a" * 10_000 + b" = ("])
def test_unreadable_files_are_no_modules(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "db.py").write_bytes(content)
    app = tmp_path / "app.py"
    text = "import weaviate\nfrom db import client\nclient.batch.flush()\nweaviate.Client().batch.flush()\n"
    assert codes(text, str(app), file=app) == [(4, "WV100"), (4, "WV410")]


def test_positions_of_another_file_do_not_leak(tmp_path: Path) -> None:
    """Findings stand in the file that is checked, also where the v3 object of the other file has findings of its own."""
    (tmp_path / "db.py").write_text("import weaviate\n\n\n\n\nclient = weaviate.Client('u')\n")
    app = tmp_path / "app.py"
    assert codes(text := "from db import client\nclient.schema.delete_all()\n", str(app), file=app) == [(2, "WV204")]
    assert text
