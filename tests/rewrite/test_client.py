"""The client: which v4 function a URL asks for, what is unsafe about it, and what is left as it was."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
import weaviate
from weaviate.classes.init import Auth

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.options import Options
from flake8_weaviate_v4.rewrite import fix_text
from flake8_weaviate_v4.rewrite.client.address import parse
from flake8_weaviate_v4.rewrite.client.auth import _METHODS
from flake8_weaviate_v4.rewrite.client.client import _OPTIONS
from flake8_weaviate_v4.rewrite.fix import fix, parsed
from flake8_weaviate_v4.rewrite.unit import Refusal

HEAD = "import weaviate\n\n"


def made(arguments: str, unsafe: bool = False, target: tuple[int, int] | None = None) -> str:
    """What ``weaviate.Client(arguments)`` becomes, on one line."""
    options = Options() if target is None else Options(target=target)
    text = fix_text(f"{HEAD}client = weaviate.Client({arguments})\n", unsafe, options)
    code = text[text.index("client = ") + len("client = ") :]
    return " ".join(code.split()).replace("( ", "(").replace(", )", ")").replace(" )", ")")


def same(text: str, unsafe: bool = True) -> bool:
    """Whether a program is left as it is."""
    return fix_text(text, unsafe) == text


def why(text: str) -> set[str]:
    """Why the uses in a program are left."""
    return {left.why for left in fix(Checker(), parsed(text), unsafe=True).left}


def doubts(text: str) -> set[str]:
    """Why the fixes of a program are not safe."""
    return {doubt for found in fix(Checker(), parsed(text)).unsafe.values() for doubt in found.doubts}


# -- URLs -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://localhost:8080", "weaviate.connect_to_local()"),
        ("http://localhost:8080/", "weaviate.connect_to_local()"),
        ("http://LOCALHOST:8080", "weaviate.connect_to_local()"),
        ("http://127.0.0.1:8080", 'weaviate.connect_to_local(host="127.0.0.1")'),
        ("http://0.0.0.0:8080", 'weaviate.connect_to_local(host="0.0.0.0")'),
    ],
)
def test_the_usual_local_address_is_safe(url: str, code: str) -> None:
    assert made(f'"{url}"') == code


@pytest.mark.parametrize(("url", "port"), [("http://localhost:8081", 8081), ("http://localhost", 80)])
def test_another_port_leaves_that_of_grpc_open(url: str, port: int) -> None:
    assert made(f'"{url}"') == f'weaviate.Client("{url}")'
    assert made(f'"{url}"', unsafe=True) == f"weaviate.connect_to_local(port={port})"


def test_a_stated_grpc_port_is_no_assumption() -> None:
    config = "additional_config=weaviate.Config(grpc_port_experimental=50060)"
    assert made(f'"http://localhost:8081", {config}') == "weaviate.connect_to_local(port=8081, grpc_port=50060)"
    assert "grpc_port=50060, grpc_secure=False" in made(f'"https://example.com", {config}')


@pytest.mark.parametrize("host", ["a.weaviate.network", "a.c0.gcp.weaviate.cloud"])
def test_a_cloud_cluster_with_a_key_is_safe(host: str) -> None:
    code = made(f'"https://{host}", weaviate.AuthApiKey("k")')
    assert code == f'weaviate.connect_to_weaviate_cloud(cluster_url="https://{host}", auth_credentials=Auth.api_key("k"))'


def test_a_client_before_4_9_has_another_name_for_the_cloud() -> None:
    assert made('"https://a.weaviate.network", weaviate.AuthApiKey("k")', target=(4, 4)).startswith("weaviate.connect_to_wcs(")


@pytest.mark.parametrize(
    ("host", "grpc"), [("a.weaviate.network", "a.grpc.weaviate.network"), ("a.b.weaviate.cloud", "grpc-a.b.weaviate.cloud")]
)
def test_a_cloud_cluster_without_a_key_goes_where_the_cloud_function_would(
    host: str, grpc: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f'grpc_host="{grpc}", grpc_port=443, grpc_secure=True' in made(f'"https://{host}"')
    monkeypatch.setattr(weaviate.WeaviateClient, "connect", lambda self: None)
    params = weaviate.connect_to_weaviate_cloud(host, auth_credentials="k")._connection._connection_params
    assert (params.grpc.host, params.grpc.port, params.grpc.secure) == (grpc, 443, True)


@pytest.mark.parametrize("url", ["http://a.weaviate.network", "https://a.semi.network", "http://weaviate:8080", "https://example.com"])
def test_what_has_to_be_assumed_is_unsafe(url: str) -> None:
    argument = f'"{url}", weaviate.AuthApiKey("k")'
    assert made(argument) == f"weaviate.Client({argument})"
    assert made(argument, unsafe=True).startswith("weaviate.connect_to_")


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:8080/weaviate", "http://user:secret@localhost:8080", "localhost:8080", "ftp://localhost", "http://[::1]:8080",
        "http://localhost:port", "http://localhost:8080?a=b", "", "http://",
    ],
)  # fmt: skip
def test_a_url_that_v4_can_not_be_told_of_is_left(url: str) -> None:
    with pytest.raises(Refusal):
        parse(url)
    assert made(f'"{url}"', unsafe=True) == f'weaviate.Client("{url}")'


def test_hosts_keep_their_spelling() -> None:
    assert 'http_host="WEAVIATE_HOST"' in made('"https://WEAVIATE_HOST"', unsafe=True)


def test_each_argument_is_one_of_v4() -> None:
    local, custom = (inspect.signature(f).parameters for f in (weaviate.connect_to_local, weaviate.connect_to_custom))
    cloud, embedded = (inspect.signature(f).parameters for f in (weaviate.connect_to_weaviate_cloud, weaviate.connect_to_embedded))
    shared = {"headers", "additional_config", "auth_credentials"}
    assert {"host", "port", "grpc_port", *shared} <= local.keys()
    assert {"http_host", "http_port", "http_secure", "grpc_host", "grpc_port", "grpc_secure", *shared} <= custom.keys()
    assert {"cluster_url", *shared} <= cloud.keys()
    assert {*_OPTIONS.values(), *shared} - {"auth_credentials"} <= embedded.keys()
    assert (local["host"].default, local["port"].default, local["grpc_port"].default) == ("localhost", 8080, 50051)


# -- a URL that can't be seen ---------------------------------------------------------------------------------------


def test_an_unseen_url_is_split_when_the_program_runs() -> None:
    text = f"{HEAD}def connect(url):\n    return weaviate.Client(url)\n"
    assert same(text, unsafe=False)
    assert doubts(text) == {"the URL can't be seen: gRPC is assumed at port 50051 of its host"}
    assert fix_text(text, unsafe=True).endswith(
        "    client = weaviate.WeaviateClient(\n"
        "        connection_params=ConnectionParams.from_url(url, grpc_port=50051)\n"
        "    )\n    client.connect()\n    return client\n"
    )


@pytest.mark.parametrize(
    "statement",
    [
        "clients = [first(), weaviate.Client(url)]",  # `first` runs before the client is made
        "client = url and weaviate.Client(url)",
        "client = first() or weaviate.Client(url)",  # asked twice
        "client = other = weaviate.Client(url) if url else None",
        "client = [weaviate.Client(url) if url else None]",
        "client = (\n    weaviate.Client(url)  # ours\n    if url\n    else None\n)",
        "make = lambda x: weaviate.Client(url)",
        "made = [lambda: weaviate.Client(u) for u in url]",
        "x = 1; make = lambda: weaviate.Client(url)",
        "class A:\n    make = lambda: weaviate.Client(url)",
        "if call(lambda: weaviate.Client(url)): pass",
        "def connect(): return weaviate.Client(url)",
        "if url: client = weaviate.Client(url)",
        "client = weaviate.Client(url); client.is_ready()",
    ],
)
def test_a_client_without_a_statement_of_its_own_is_left(statement: str) -> None:
    assert same(f"{HEAD}url = input()\n{statement}\n")


def test_attributes_are_connected_behind_their_assignment() -> None:
    text = f"{HEAD}class A:\n    def __init__(self, url):\n        self.client = weaviate.Client(url)  # ours\n        self.url = url\n"
    lines = [line.strip() for line in fix_text(text, unsafe=True).splitlines()]
    assert lines[-2:] == ["self.client.connect()", "self.url = url"]


def test_a_name_of_the_function_is_not_taken() -> None:
    text = f"{HEAD}def connect(url, client=None):\n    return client or [weaviate.Client(url)]\n"
    assert same(text)
    text = f"{HEAD}def connect(url, client=None):\n    print(client)\n    return weaviate.Client(url)\n"
    assert "return client_2\n" in fix_text(text, unsafe=True)


# -- settings -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("timeout", "seconds"), [("20", "20"), ("2.5", "2.5"), ("(5, 15)", "15"), ("(5, int(x))", "int(x)"), ("int(x)", "int(x)")]
)
def test_the_read_time_holds_for_all(timeout: str, seconds: str) -> None:
    code = made(f'"http://localhost:8080", timeout_config={timeout}')
    assert f"timeout=Timeout(init={seconds}, query={seconds}, insert={seconds})" in code


@pytest.mark.parametrize("timeout", ["limits", "(1, 2, 3)", "(5, next(x))", "'5'", "[5, 15]", "limits()"])
def test_a_time_limit_that_can_not_be_seen_is_left(timeout: str) -> None:
    assert same(f'{HEAD}client = weaviate.Client("http://localhost:8080", timeout_config={timeout})\n')


@pytest.mark.parametrize("period", ["None", "5", "1"])
def test_waiting_no_longer_than_v3_does_by_itself_is_safe_to_drop(period: str) -> None:
    assert made(f'"http://localhost:8080", startup_period={period}') == "weaviate.connect_to_local()"


@pytest.mark.parametrize("period", ["6", "x"])
def test_waiting_longer_is_unsafe_to_drop(period: str) -> None:
    text = f'{HEAD}client = weaviate.Client("http://localhost:8080", startup_period={period})\n'
    assert same(text, unsafe=False)
    assert doubts(text) == {"v4 does not wait for the server to start"}


def test_a_key_that_may_be_missing_is_sent_empty() -> None:
    code = made('"http://localhost:8080", additional_headers={"X-OpenAI-Api-Key": os.getenv("K"), "X-A": os.getenv("A", "b")}')
    assert code == 'weaviate.connect_to_local(headers={"X-OpenAI-Api-Key": os.getenv("K", ""), "X-A": os.getenv("A", "b")})'


def test_another_header_that_may_be_missing_is_unsafe() -> None:
    text = f'{HEAD}client = weaviate.Client("http://localhost:8080", additional_headers={{"Authorization": os.getenv("K")}})\n'
    assert same(text, unsafe=False)


def test_each_kind_of_credentials_is_one_of_v4() -> None:
    for symbol, method in _METHODS.items():
        old = getattr(weaviate.auth, symbol.rpartition(".")[2])
        assert list(inspect.signature(getattr(Auth, method)).parameters) == list(inspect.signature(old).parameters)


def test_credentials_whose_v3_members_are_read_are_left() -> None:
    assert same(f'{HEAD}print(weaviate.AuthClientCredentials("s").get_credentials())\n')


def test_v4_code_that_uses_deprecated_names_is_left() -> None:
    assert same(f'{HEAD}client = weaviate.connect_to_local(auth_credentials=weaviate.AuthApiKey("k"))\nclient.close()\n')
    assert same("from weaviate.exceptions import WeaviateBaseError\nfrom weaviate.auth import AuthApiKey\n\nprint(WeaviateBaseError, AuthApiKey)\n")


def test_proxies_of_an_unknown_kind_are_unsafe() -> None:
    text = f'{HEAD}def connect(proxies):\n    return weaviate.Client("http://localhost:8080", proxies=proxies)\n'
    assert same(text, unsafe=False)
    assert "AdditionalConfig(proxies=proxies)" in fix_text(text, unsafe=True)


def test_proxies_for_single_hosts_are_left() -> None:
    assert same(f'{HEAD}client = weaviate.Client("http://localhost:8080", proxies={{"http://10.20.1.128": "http://p:1"}})\n')


def test_a_configuration_that_is_changed_is_left() -> None:
    text = 'from weaviate import Client, Config\n\nc = Config()\nc.grpc_port_experimental = 1\nx = Client("http://localhost:8080", additional_config=c)\n'
    assert same(text)


@pytest.mark.parametrize("arguments", ["**settings", "*settings", '"http://localhost:8080", **settings', "", "None", 'embedded_options=o, url="http://a"'])
def test_arguments_that_can_not_be_seen_or_that_v3_does_not_take_are_left(arguments: str) -> None:
    assert same(f"{HEAD}client = weaviate.Client({arguments})\n")


def test_an_old_version_of_the_embedded_server_is_unsafe_to_drop() -> None:
    text = f'{HEAD}client = weaviate.Client(embedded_options=weaviate.EmbeddedOptions(version="1.19.0"))\n'
    assert doubts(text) == {"v4 starts a newer version of embedded Weaviate"}
    assert made('embedded_options=weaviate.EmbeddedOptions(version="1.30.0")') == 'weaviate.connect_to_embedded(version="1.30.0")'


def test_credentials_beside_embedded_options_need_the_client_itself() -> None:
    code = made('embedded_options=weaviate.EmbeddedOptions(), auth_client_secret=weaviate.AuthApiKey("k")')
    assert code.startswith('weaviate.WeaviateClient(embedded_options=EmbeddedOptions(), auth_client_secret=Auth.api_key("k"))')
    assert code.endswith("client.connect()")


def test_time_limits_set_at_once_are_part_of_the_making() -> None:
    text = f'{HEAD}client = weaviate.Client("http://localhost:8080")\nclient.timeout_config = (3, 200)  # slow\nuse(client)\n'
    assert fix_text(text).endswith(")\n)\n# slow\nuse(client)\n") and "query=200" in fix_text(text)
    later = text.replace("client.timeout", "print()\nclient.timeout")
    assert "client.timeout_config = (3, 200)  # slow\n" in fix_text(later, unsafe=True)
    assert "v4 takes the time limits when the client is made" in why(later)


# -- the class ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "use",
    [
        "def f(c: {}) -> {}: ...",
        "def f(c: 'Optional[{}]' = None): ...",
        "def f(c: list[{}] | None): ...",
        "Clients = Union[{}, None]",
        "isinstance(x, (str, {}))",
        "type(x) == {}",
        "cast({}, x)",
        "Mock(spec={})",
        "create_autospec({})",
        "T = TypeVar('T', bound={})",
        "class A(Generic[{}]): ...",
    ],
)
@pytest.mark.parametrize("old", ["weaviate.Client", "weaviate.client.Client"])
def test_the_class_as_a_type(use: str, old: str) -> None:
    new = "weaviate.WeaviateClient"
    fixed = fix_text("import weaviate\nimport weaviate.client\n\n" + use.replace("{}", old) + "\n")
    assert fixed.splitlines()[-1].replace("weaviate.client.", "weaviate.") == use.replace("{}", new)


@pytest.mark.parametrize("use", ["make({})", "x = {}", "partial({}, url)", "class A({}): ...", "{}.__init__", "x = {} or y", "@patch.object({}, 'x')\ndef f(): ..."])
def test_the_class_as_a_value_is_left(use: str) -> None:
    assert same(HEAD + use.replace("{}", "weaviate.Client") + "\n")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("    def close(self): ...", "a subclass of the v3 client that has a `close` of its own"),  # v4's has one
        ("    def __init__(self):\n        self.schema = Fake()", "a subclass of the v3 client that has a `schema` of its own"),
        ("    def __init__(self, **kw):\n        super().__init__(**kw)", "v3 takes a URL or embedded options, and one of them"),
        ("    def __init__(self, u):\n        weaviate.Client.__init__(self, u)", "how a subclass of the v3 client is made can't be seen"),
        ("    pass", "how a subclass of the v3 client is made can't be seen"),
        ("    def f(self):\n        return type(self)('http://a')\n\n\na = A('http://a:1')", "how a subclass of the v3 client is made can't be seen"),
        ("    def f(self):\n        return self.__class__('http://a')\n\n\na = A('http://a:1')", "how a subclass of the v3 client is made can't be seen"),
        ("    @classmethod\n    def f(cls):\n        return cls('http://a')\n\n\na = A('http://a:1')", "how a subclass of the v3 client is made can't be seen"),
        ("    def __init__(self):\n        self.f()\n    def f(self):\n        super().__init__('http://a')", "how a subclass of the v3 client is made can't be seen"),
        ("    def f(self):\n        self.__init__('http://a')\n\n\na = A('http://a:1')", "how a subclass of the v3 client is made can't be seen"),
        ("    @overload\n    def __init__(self): ...\n    def __init__(self, u=''):\n        super().__init__(u)", "how a subclass of the v3 client is made can't be seen"),
        ("    if X:\n        def __init__(self, u):\n            super().__init__(u)\n\n\na = A('http://a:1')", "how a subclass of the v3 client is made can't be seen"),
        ("    def __new__(cls, url): ...\n\n\na = A('http://a:1')", "how a subclass of the v3 client is made can't be seen"),
        ("    pass\n\n\nmake(A)\na = A('http://localhost:8080')", "how a subclass of the v3 client is made can't be seen"),
        ("    pass\n\n\nclass B(A):\n    pass\n\n\na = A('http://a')", "how a subclass of the v3 client is made can't be seen"),
    ],
)
def test_a_subclass_that_is_more_than_its_arguments_is_left(body: str, reason: str) -> None:
    text = f"{HEAD}class A(weaviate.Client):\n{body}\n"
    assert "class A(weaviate.Client):" in fix_text(text, unsafe=True)
    assert reason in why(text)


def test_a_subclass_that_other_files_make_is_left(tmp_path: Path) -> None:
    (tmp_path / "store.py").write_text(text := f"{HEAD}class A(weaviate.Client):\n    pass\n\n\na = A('http://localhost:8080')\n")
    other = tmp_path / "main.py"
    other.write_text("from store import A\n\nA('http://localhost:8080')\n")
    source = parsed(text, str(tmp_path / "store.py"), tmp_path / "store.py")
    assert [left.why for left in fix(Checker(), source).left] == ["a subclass of the v3 client that other files may make"]
    other.write_text("")
    assert "a.connect()" in fix(Checker(), source).text


def test_a_fake_client_is_one_of_v4() -> None:
    text = f"{HEAD}class Fake(weaviate.Client):\n    def __init__(self):\n        self.calls = []\n"
    assert fix_text(text) == text.replace("weaviate.Client", "weaviate.WeaviateClient")


# -- arguments in dictionaries --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "program",
    [
        'c = {"url": u}\nprint(c)\na = weaviate.Client(**c)',
        'c = {"url": u}\nc.update(more)\na = weaviate.Client(**c)',
        'c = {"url": u}\nc[key] = 1\na = weaviate.Client(**c)',
        'c = {"url": u, "startup_period": n}\na = weaviate.Client(**c)\nb = 1 if a else c',
        'c = make()\na = weaviate.Client(**c)',
        'c = {"url": u()}\nglobals()\na = weaviate.Client(**c)',
        'c = {"url": u()}\nc["startup_period"] = 9\na = weaviate.Client(**c)',
        'c = {"timeout_config": (1, 2)}\nc["additional_headers"] = h\na = weaviate.Client(u, **c, trust_env=True)',
        "def f(**kw):\n    return weaviate.Client(**kw)",
        "def f(**kw):\n    kw['a'] = 1\n    return weaviate.Client(u, **kw)",
    ],
)
def test_arguments_that_come_through_an_unclear_dictionary_are_left(program: str) -> None:
    assert "weaviate.Client(" in fix_text(f"{HEAD}{program}\n", unsafe=True)


def test_what_keyword_arguments_bring_is_in_doubt() -> None:
    text = f"{HEAD}def f(**kw):\n    return weaviate.Client('http://localhost:8080', **kw)\n"
    assert doubts(text) == {"what `**` brings can't be seen: of v3's names v4 takes `auth_client_secret` and `additional_headers`"}


def test_headers_that_are_read_elsewhere_may_be_empty_there() -> None:
    text = f"import os\n{HEAD}h = {{'X-A': os.getenv('A')}}\nclient = weaviate.Client('http://localhost:8080', additional_headers=h)\n"
    assert not doubts(text)
    assert doubts(f"{text}print(h)\n") == {"a header that is None is empty wherever `h` is read"}


def test_headers_of_an_object_may_be_read_by_others() -> None:
    made = "self.h = {'X-A': {}}\n        self.c = weaviate.Client('http://localhost:8080', additional_headers=self.h)"
    text = f"import os\n{HEAD}class A:\n    def __init__(self):\n        {made}\n"
    assert doubts(text.replace("{}", "os.getenv('A')")) == {"a header that is None is empty wherever `self.h` is read"}
    assert not doubts(text.replace("{}", "os.environ['A']"))


@pytest.mark.parametrize("headers", ["{'X-A': (a := os.getenv('A'))}", "dict(a=os.getenv('A'))", "{**{'Authorization': os.getenv('A')}}"])
def test_a_header_that_is_not_made_empty_may_raise(headers: str) -> None:
    text = f"import os\n{HEAD}client = weaviate.Client('http://localhost:8080', additional_headers={headers})\n"
    assert doubts(text) == {"a header that is None raises in v4, v3 leaves it out"}


@pytest.mark.parametrize("read", ["return vars()", "return '{s}'.format(**locals())", "eval(text)", "exec(text)"])
def test_a_variable_that_goes_may_be_read_as_text(read: str) -> None:
    text = f"{HEAD}def f(client: weaviate.Client):\n    s = client.schema\n    s.delete_class('A')\n    {read}\n"
    assert doubts(text) == {"`s` may be read by its name as text"}
    assert not doubts(text.replace(read, "return vars(client)"))


@pytest.mark.parametrize("read", ["globals()['q']", "eval('q')"])
def test_a_variable_of_the_module_may_be_read_as_text_in_a_function(read: str) -> None:
    text = f"{HEAD}def f():\n    return {read}\n\n\nc = weaviate.Client('http://localhost:8080')\nq = c.schema\nq.delete_class('A')\n"
    assert doubts(text) == {"`q` may be read by its name as text"}


@pytest.mark.parametrize("made", ["{{n: {} for n, u in urls.items()}}", "{{{} for u in urls}}", "[{} for u in urls]"])
def test_clients_that_are_made_one_by_one_are_left(made: str) -> None:
    assert "a v4 client that is opened by `connect()` needs a statement of its own" in why(f"{HEAD}clients = {made.format('weaviate.Client(u)')}\n")


def test_an_import_goes_with_the_last_use() -> None:
    text = "from weaviate import Client, auth\n\n\ndef f(c: Client, d: 'Client'): ...\n"
    assert fix_text(text) == "from weaviate import WeaviateClient, auth\n\n\ndef f(c: WeaviateClient, d: 'WeaviateClient'): ...\n"


def test_an_import_that_is_handed_on_keeps_its_name() -> None:
    new = "from weaviate import WeaviateClient as Client\n"
    assert fix_text("from weaviate import Client\n") == new
    assert fix_text("from weaviate import Client\n\n__all__ = ['Client']\n").startswith(new)
    assert fix_text("from weaviate.client import Client as C\n\n\ndef f(c: C): ...\n") == "from weaviate import WeaviateClient as C\n\n\ndef f(c: C): ...\n"


def test_a_renamed_import_is_fixed_with_all_that_is_made_under_its_name() -> None:
    text = "from weaviate import Client as WeaviateClient\n\na = WeaviateClient('http://localhost:8080')\nb: WeaviateClient = WeaviateClient({})\n"
    assert same(text.replace("{}", "**x"))
    fixed = fix_text(text.replace("{}", "'http://localhost:8080'"))
    assert fixed.splitlines()[0] == "from weaviate import WeaviateClient, connect_to_local"
    assert fixed.splitlines()[-1] == "b: WeaviateClient = connect_to_local()"


def test_a_patched_class_follows_what_the_file_calls() -> None:
    text = f'{HEAD}def f():\n    return weaviate.Client("http://localhost:8080")\n\n\n@patch("weaviate.Client")\ndef test(made): ...\n'
    assert '@patch("weaviate.connect_to_local")' in fix_text(text)
    assert same('from unittest.mock import patch\n\n\n@patch("weaviate.Client")\ndef test(made): ...\n')
    two = text.replace("\n\n\n@", '\n\n\ndef g():\n    return weaviate.Client(embedded_options=o)\n\n\n@')
    assert '@patch("weaviate.Client")' in fix_text(two, unsafe=True)


def test_code_for_both_versions_is_left() -> None:
    assert same('import weaviate\n\nif hasattr(weaviate, "connect_to_local"):\n    c = weaviate.connect_to_local()\nelse:\n    c = weaviate.Client("http://localhost:8080")\n')


@pytest.mark.parametrize("head", ["from redis import Client", "from .weaviate import Client", "class Client: ..."])
def test_other_clients_are_left(head: str) -> None:
    assert same(f'{head}\n\nclient = Client("http://localhost:8080")\n')


# -- closing --------------------------------------------------------------------------------------------------------

OPEN = 'client = weaviate.Client("http://localhost:8080")'


def function(*lines: str, head: str = "def f(x):") -> str:
    """A program with a function of these lines."""
    return f"{HEAD}{head}\n    {OPEN}\n" + "".join(f"    {line}\n" for line in lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("print(client.is_ready())",),
        ("if x:", "    return client.get_meta()['version']"),
        ("with client.batch as batch:", "    pass"),
        ("for node in client.cluster.get_nodes_status():", "    print(node['name'])"),
    ],
)
def test_a_client_of_one_block_is_closed_by_it(lines: tuple[str, ...]) -> None:
    assert "    with weaviate.connect_to_local() as client:\n        " in fix_text(function(*lines))


@pytest.mark.parametrize(
    "lines",
    [
        ("return client",),
        ("self.client = client",),
        ("x.append(client)",),
        ("unknown(client)",),
        ("return client.schema",),
        ("return client.query.get('A', ['b'])",),
        ("return lambda: client.is_ready()",),
        ("yield client.is_ready()",),
        ("client.is_ready()", "client = None"),
        ("global client",),
        (),
    ],
)
def test_a_client_that_may_live_longer_stays_open(lines: tuple[str, ...]) -> None:
    assert "with weaviate" not in fix_text(function(*lines), unsafe=True)


def test_a_client_may_be_passed_to_functions_that_do_not_keep_it() -> None:
    show = "def show(c, n):\n    print(c.is_ready(), n)\n\n\n"
    assert "as client:\n        show(client, 1)" in fix_text(function("show(client, 1)").replace("def f", f"{show}def f"))
    keep = "def show(c, n):\n    global last\n    last = c\n\n\n"
    assert "with weaviate" not in fix_text(function("show(client, 1)").replace("def f", f"{keep}def f"))


def test_strings_of_several_lines_stay_as_they_are() -> None:
    text = function('print("""a', "  b", '""", client.is_ready())')
    fixed = fix_text(text)
    assert '        print("""a\n      b\n    """, client.is_ready())\n' in fixed
