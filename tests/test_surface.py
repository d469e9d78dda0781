"""The surface files: facts that users rely on, and their `v4` keys held against the installed v4 client."""

from __future__ import annotations

import importlib
import inspect
import json
import re
import warnings
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from flake8_weaviate_v4 import surface
from tools.surface.build import counted
from tools.surface.write import render

SURFACE = Path(__file__).parent.parent / "flake8_weaviate_v4" / "surface"
V3: dict[str, Any] = json.loads((SURFACE / "v3.json").read_text(encoding="utf-8"))
V4: dict[str, Any] = json.loads((SURFACE / "v4.json").read_text(encoding="utf-8"))
NEWEST = ".".join(V4["versions"][-1].split(".")[:2])
Minor = tuple[int, int]


@pytest.fixture(scope="module")
def installed() -> Minor:
    """The installed client's minor version; warnings about deprecated names are silenced while it is used."""
    pytest.importorskip("weaviate")
    return minor(version("weaviate-client"))


@pytest.fixture(autouse=True)
def silent() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def minor(text: str) -> Minor:
    major, second = text.split(".")[:2]
    return int(major), int(second)


def offered(symbol: dict[str, Any], at: Minor) -> bool:
    """Say whether a v4 symbol is surely there in a version: from the version it is known from, to the newest read."""
    return minor(symbol["since"]) <= at and symbol["until"] == NEWEST


def resolve(path: str) -> Any:
    """Import the longest module of a dotted path and take the rest by attribute, as user code would."""
    parts = path.split(".")
    for count in range(len(parts), 0, -1):
        try:
            found: Any = importlib.import_module(".".join(parts[:count]))
        except ModuleNotFoundError:
            continue
        for name in parts[count:]:
            found = getattr(found, name)
        return found
    raise ImportError(path)


def reachable(path: str) -> bool:
    try:
        resolve(path)
    except (ImportError, AttributeError, KeyError):
        return False
    return True


def importable(module: str) -> bool:
    try:
        importlib.import_module(module)
    except ImportError:
        return False
    return True


def v4_client() -> Any:
    """Make a v4 client that has connected to nothing."""
    weaviate = importlib.import_module("weaviate")
    connection = weaviate.connect.ConnectionParams.from_url("http://localhost:8080", 50051)
    return weaviate.WeaviateClient(connection, skip_init_checks=True)


def params(surface: dict[str, Any], path: str) -> dict[str, dict[str, Any]]:
    return {param["name"]: param for param in surface["symbols"][path]["params"]}


@pytest.mark.parametrize(
    ("path", "types"),
    [
        ("weaviate.Client.backup", ["weaviate.backup.Backup"]),
        ("weaviate.Client.batch", ["weaviate.batch.Batch"]),
        ("weaviate.Client.classification", ["weaviate.classification.Classification"]),
        ("weaviate.Client.cluster", ["weaviate.cluster.Cluster"]),
        ("weaviate.Client.contextionary", ["weaviate.contextionary.Contextionary"]),
        ("weaviate.Client.data_object", ["weaviate.data.DataObject"]),
        ("weaviate.Client.query", ["weaviate.gql.Query"]),
        ("weaviate.Client.schema", ["weaviate.schema.Schema"]),
        ("weaviate.Client.timeout_config", ["tuple"]),
        ("weaviate.schema.Schema.property", ["weaviate.schema.properties.Property"]),
        ("weaviate.data.DataObject.reference", ["weaviate.data.references.Reference"]),
        ("weaviate.batch.Batch.num_objects", ["int"]),
        ("weaviate.batch.Batch.shape", ["tuple"]),
        ("weaviate.batch.Batch.__call__", ["weaviate.batch.Batch"]),
        ("weaviate.batch.Batch.__enter__", ["weaviate.batch.Batch"]),
        ("weaviate.batch.Batch.configure", ["weaviate.batch.Batch"]),
        ("weaviate.batch.Batch.start", ["weaviate.batch.Batch"]),
        ("weaviate.classification.Classification.schedule", ["weaviate.classification.ConfigBuilder"]),
        ("weaviate.classification.ConfigBuilder.with_k", ["weaviate.classification.ConfigBuilder"]),
        ("weaviate.classification.ConfigBuilder.do", ["dict"]),
        ("weaviate.gql.Query.get", ["weaviate.gql.get.GetBuilder"]),
        ("weaviate.gql.Query.aggregate", ["weaviate.gql.aggregate.AggregateBuilder"]),
        ("weaviate.gql.Query.multi_get", ["weaviate.gql.multi_get.MultiGetBuilder"]),
        ("weaviate.gql.Query.raw", ["dict"]),
        ("weaviate.gql.get.GetBuilder.with_limit", ["weaviate.gql.get.GetBuilder"]),
        ("weaviate.gql.get.GetBuilder.do", ["dict"]),
        ("weaviate.gql.aggregate.AggregateBuilder.with_meta_count", ["weaviate.gql.aggregate.AggregateBuilder"]),
        ("weaviate.gql.filter.GraphQL.do", ["dict"]),
        ("weaviate.data.DataObject.get_by_id", ["dict", "None"]),
        ("weaviate.schema.Schema.get", ["dict"]),
        ("weaviate.ConsistencyLevel.ALL", ["weaviate.ConsistencyLevel"]),
        ("weaviate.Tenant.activity_status", ["weaviate.TenantActivityStatus"]),
    ],
)
def test_v3_types(path: str, types: list[str]) -> None:
    symbol = V3["symbols"][path]
    assert symbol.get("returns", symbol.get("type")) == types


@pytest.mark.parametrize(
    ("path", "since", "until"),
    [
        ("weaviate.Client", "3.0", "3.26"),
        ("weaviate.Client.backup", "3.8", "3.26"),
        ("weaviate.Client.cluster", "3.9", "3.26"),
        ("weaviate.wcs", "3.0", "3.15"),
        ("weaviate.wcs.WCS", "3.0", "3.15"),
        ("weaviate.wcs.WCS.create", "3.0", "3.15"),
        ("weaviate.version", "3.0", "3.15"),
        ("weaviate.schema.validate_schema.check_class", "3.0", "3.23"),
        ("weaviate.AuthClientPassword.get_credentials", "3.0", "3.9"),
        ("weaviate.connect.REST_METHOD_POST", "3.0", "3.0"),
        ("weaviate.connect.Connection.run_rest", "3.0", "3.0"),
        ("weaviate.connect.connection.BaseConnection", "3.10", "3.22"),
        ("weaviate.util.deprecation", "3.6", "3.8"),
        ("weaviate.AuthApiKey", "3.14", "3.26"),
        ("weaviate.EmbeddedOptions", "3.15", "3.26"),
        ("weaviate.AdditionalProperties", "3.19", "3.26"),
        ("weaviate.Tenant", "3.22", "3.26"),
        ("weaviate.Shard", "3.25", "3.26"),
        ("weaviate.batch.Batch.wait_for_vector_indexing", "3.25", "3.26"),
        ("weaviate.gql.get.GetBuilder.with_hybrid", "3.10", "3.26"),
    ],
)
def test_v3_since_and_until(path: str, since: str, until: str) -> None:
    symbol = V3["symbols"][path]
    assert (symbol["since"], symbol["until"]) == (since, until)


def test_v3_parameters() -> None:
    client = params(V3, "weaviate.Client")
    assert list(client) == [
        "url", "auth_client_secret", "timeout_config", "proxies", "trust_env", "additional_headers", "startup_period",
        "embedded_options", "additional_config",
    ]  # fmt: skip
    assert client["timeout_config"]["default"] == "(10, 60)"
    assert client["startup_period"]["since"] == "3.12"
    assert params(V3, "weaviate.batch.Batch.__call__")["batch_size"]["until"] == "3.22"
    assert params(V3, "weaviate.gql.get.GetBuilder.with_hybrid")["fusion_type"]["since"] == "3.22"
    assert "default" not in params(V3, "weaviate.schema.Schema.delete_class")["class_name"]
    assert "self" not in params(V3, "weaviate.schema.Schema.delete_class")
    assert list(params(V3, "weaviate.AuthApiKey")) == ["api_key"]


@pytest.mark.parametrize(
    ("path", "canonical"),
    [
        ("weaviate.client.Client", "weaviate.Client"),
        ("weaviate.auth.AuthApiKey", "weaviate.AuthApiKey"),
        ("weaviate.gql.query.Query", "weaviate.gql.Query"),
        ("weaviate.batch.crud_batch.Batch", "weaviate.batch.Batch"),
        ("weaviate.schema.crud_schema.Tenant", "weaviate.Tenant"),
        ("weaviate.data.replication.ConsistencyLevel", "weaviate.ConsistencyLevel"),
        ("weaviate.wcs.crud_wcs.WCS", "weaviate.wcs.WCS"),
    ],
)
def test_v3_aliases(path: str, canonical: str) -> None:
    assert V3["aliases"][path] == canonical


@pytest.mark.parametrize(
    ("path", "fate"),
    [
        ("weaviate.Client", "leftover"),
        ("weaviate.Client.schema", "gone"),
        ("weaviate.Client.is_ready", "same"),
        ("weaviate.Client.batch", "same"),
        ("weaviate.Client.timeout_config", "gone"),
        ("weaviate.Tenant", "leftover"),
        ("weaviate.LinkTo", "leftover"),
        ("weaviate.AuthApiKey", "moved"),
        ("weaviate.UnexpectedStatusCodeException", "moved"),
        ("weaviate.gql.aggregate.AggregateBuilder", "leftover"),
        ("weaviate.gql.filter.Where", "leftover"),
        ("weaviate.gql.get.GetBuilder.with_limit", "gone"),
        ("weaviate.schema", "gone"),
        ("weaviate.batch.Batch.add_data_object", "gone"),
        ("weaviate.batch.Batch.dynamic", "moved"),
        ("weaviate.cluster.Cluster.get_nodes_status", "gone"),
        ("weaviate.backup.Backup.create", "same"),
        ("weaviate.util.generate_uuid5", "same"),
        ("weaviate.util.generate_local_beacon", "gone"),
        ("weaviate.exceptions.WeaviateEmbeddedInvalidVersion", "gone"),
    ],
)
def test_fate(path: str, fate: str) -> None:
    assert V3["symbols"][path]["v4"] == fate


def test_lost_parameters() -> None:
    assert V3["symbols"]["weaviate.backup.Backup.create"]["v4_lost_params"] == ["include_classes", "exclude_classes"]
    assert "v4_lost_params" not in V3["symbols"]["weaviate.Client.is_ready"]


def test_counts_are_near_the_ones_made_by_hand() -> None:
    found = counted(V3)
    assert abs(found.total() - 384) <= 5
    assert abs(found.total() - found["same"] - 280) <= 5


@pytest.mark.parametrize(
    ("path", "types", "since"),
    [
        ("weaviate.connect_to_local", ["weaviate.WeaviateClient"], "4.4"),
        ("weaviate.connect_to_weaviate_cloud", ["weaviate.WeaviateClient"], "4.9"),
        ("weaviate.use_async_with_local", ["weaviate.WeaviateAsyncClient"], "4.9"),
        ("weaviate.WeaviateClient.__enter__", ["weaviate.WeaviateClient"], "4.4"),
        ("weaviate.WeaviateClient.collections", ["weaviate.collections.collections._Collections"], "4.4"),
        ("weaviate.WeaviateClient.users", ["weaviate.users._Users"], "4.16"),
        ("weaviate.WeaviateAsyncClient.collections", ["weaviate.collections.collections._CollectionsAsync"], "4.9"),
        ("weaviate.collections.collections._Collections.get", ["weaviate.collections.Collection"], "4.4"),
        ("weaviate.collections.collections._Collections.use", ["weaviate.collections.Collection"], "4.16"),
        ("weaviate.collections.Collection.data", ["weaviate.collections.data._DataCollection"], "4.4"),
        ("weaviate.collections.Collection.query", ["weaviate.collections.query._QueryCollection"], "4.4"),
        ("weaviate.collections.data._DataCollection.insert", ["uuid.UUID"], "4.4"),
        (
            "weaviate.collections.queries.near_text._NearTextQuery.near_text",
            ["weaviate.outputs.query.QueryReturn", "weaviate.outputs.query.GroupByReturn"],
            "4.4",
        ),
        (
            "weaviate.collections.batch.client._BatchClientWrapper.dynamic",
            ["weaviate.ClientBatchingContextManager"],
            "4.4",
        ),
        (
            "weaviate.ClientBatchingContextManager.__enter__",
            ["weaviate.collections.batch.batch_wrapper.BatchClientProtocol"],
            "4.9",
        ),
        ("weaviate.classes.config.DataType.TEXT", ["weaviate.classes.config.DataType"], "4.4"),
    ],
)
def test_v4_types(path: str, types: list[str], since: str) -> None:
    symbol = V4["symbols"][path]
    assert symbol.get("returns", symbol.get("type")) == types
    assert (symbol["since"], symbol["until"]) == (since, NEWEST)


def test_v4_parameters() -> None:
    create = params(V4, "weaviate.collections.collections._Collections.create")
    assert create["vector_config"]["since"] == "4.16"
    assert create["vectorizer_config"]["since"] == "4.4"
    assert "data_type" in params(V4, "weaviate.classes.config.Property")
    assert params(V4, "weaviate.connect_to_local")["port"]["default"] == "8080"


def test_v4_has_the_names_that_deprecations_speak_of() -> None:
    for path in (
        "weaviate.classes.config.Configure.NamedVectors.text2vec_openai",
        "weaviate.classes.config.Configure.Vectorizer.text2vec_openai",
        "weaviate.classes.config.Configure.Vectors.text2vec_openai",
        "weaviate.WeaviateClient.graphql_raw_query",
        "weaviate.connect_to_wcs",
    ):
        assert path in V4["symbols"]
    assert V4["aliases"]["weaviate.AuthApiKey"] == "weaviate.auth.AuthApiKey"


def test_v4_leaves_out_the_v3_client_that_early_4x_carried() -> None:
    gone = {path for path, symbol in V3["symbols"].items() if symbol["v4"] == "gone"}
    assert not gone & set(V4["symbols"])
    assert not [path for path in V4["symbols"] if path.startswith(("weaviate.Client.", "weaviate.gql.get."))]


@pytest.mark.parametrize("surface", [V3, V4], ids=["v3", "v4"])
def test_every_reference_has_a_symbol(surface: dict[str, Any]) -> None:
    symbols, paths = surface["symbols"], set(surface["symbols"]) | set(surface["aliases"])
    assert not [alias for alias, target in surface["aliases"].items() if target not in symbols or alias in symbols]
    lost = {
        (path, name)
        for path, symbol in symbols.items()
        for key in ("type", "returns", "items", "bases", "alias")
        for name in symbol.get(key, ())
        if name.startswith("weaviate.") and name not in paths
    }
    assert not lost
    assert not [path for path in symbols if "." in path and path.rpartition(".")[0] not in paths and surface is V3]


@pytest.mark.parametrize("surface", [V3, V4], ids=["v3", "v4"])
def test_files_are_sorted_with_one_symbol_a_line(surface: dict[str, Any]) -> None:
    text = (SURFACE / ("v3.json" if surface is V3 else "v4.json")).read_text(encoding="utf-8")
    assert text == render(surface)
    assert list(surface["symbols"]) == sorted(surface["symbols"])
    assert not re.search(r"site-packages|/tmp|/home|/work", text)


def test_what_is_gone_can_not_be_had_from_the_installed_client(installed: Minor) -> None:
    found = []
    for path, symbol in V3["symbols"].items():
        owner = path.rpartition(".")[0]
        if symbol["v4"] == "gone" and V3["symbols"].get(owner, {}).get("v4") != "moved":
            aliases = [alias for alias, target in V3["aliases"].items() if target == path]
            there = importable if symbol["kind"] == "module" else reachable
            found += [name for name in [path, *aliases] if there(name)]
    assert not found


@pytest.mark.parametrize(
    ("old", "steps"),
    [
        ("weaviate.Client", ()),
        ("weaviate.batch.Batch", ("batch",)),
        ("weaviate.cluster.Cluster", ("cluster",)),
        ("weaviate.backup.Backup", ("backup",)),
        ("weaviate.connect.Connection", ("_connection",)),
    ],
)
def test_members_reached_through_the_client(installed: Minor, old: str, steps: tuple[str, ...]) -> None:
    found = v4_client()
    for step in steps:
        found = getattr(found, step)
    names = set(dir(found)) | set(dir(type(found)))
    for path, symbol in V3["symbols"].items():
        owner, _, name = path.rpartition(".")
        if owner == old and not (old.endswith("Connection") and symbol["kind"] == "attribute"):
            assert (name in names) == (symbol["v4"] != "gone"), path


def test_what_is_the_same_is_there(installed: Minor) -> None:
    lacking = []
    for path, symbol in V3["symbols"].items():
        owner = path.rpartition(".")[0]
        if symbol["v4"] == "same" and V3["symbols"].get(owner, {}).get("kind") != "class" and not reachable(path):
            lacking.append(path)
        fates = symbol.get("v4_alias", {})
        lacking += [alias for alias, fate in fates.items() if (fate in ("same", "moved")) != reachable(alias)]
    assert not lacking


def test_left_over_names_serve_nothing(installed: Minor) -> None:
    weaviate = importlib.import_module("weaviate")
    with pytest.raises(ValueError):
        weaviate.Client()
    with pytest.raises(TypeError):
        weaviate.Client("http://localhost:8080")
    raising = ("ConsistencyLevel", "WeaviateErrorRetryConf", "AdditionalProperties", "LinkTo", "Shard", "Tenant",
               "TenantActivityStatus")  # fmt: skip
    for name in raising:
        assert V3["symbols"][f"weaviate.{name}"]["v4"] == "leftover"
        with pytest.raises((AttributeError, KeyError)):
            getattr(weaviate, name)
    for path, symbol in V3["symbols"].items():
        module = path.split(".")[1:2]
        if symbol["v4"] == "leftover" and module == ["gql"] and symbol["kind"] in ("class", "function", "module"):
            assert reachable(path), path


def test_root_names_that_moved_still_work_with_a_warning(installed: Minor) -> None:
    with pytest.warns(DeprecationWarning, match="Dep010"):
        resolve("weaviate.AuthApiKey")
    for path, symbol in V3["symbols"].items():
        if symbol["v4"] == "moved" and "v4_path" in symbol:
            assert reachable(symbol["v4_path"]), path


def test_v4_paths_are_those_of_the_installed_client(installed: Minor) -> None:
    if installed != minor(NEWEST):
        pytest.skip(f"paths are compared on {NEWEST}")
    symbols = V4["symbols"]
    lacking = [alias for alias, to in V4["aliases"].items() if symbols[to]["until"] == NEWEST and not reachable(alias)]
    for path, symbol in symbols.items():
        of_instance = symbol["kind"] == "attribute" and symbols.get(path.rpartition(".")[0], {}).get("kind") == "class"
        entered = path.endswith(("__enter__", "__aenter__"))
        if offered(symbol, installed) and not of_instance and not entered and not reachable(path):
            lacking.append(path)
    assert not lacking


def test_v4_attributes_have_these_types_in_the_installed_client(installed: Minor) -> None:
    client = v4_client()
    collection = client.collections.get("Article")
    for owner, value in (("weaviate.WeaviateClient", client), ("weaviate.collections.Collection", collection)):
        for path, symbol in V4["symbols"].items():
            if path.rpartition(".")[0] == owner and symbol["kind"] == "attribute" and offered(symbol, installed):
                types = [name for name in symbol.get("type", ()) if name in V4["symbols"]]
                name = path.rpartition(".")[2]
                assert not types or isinstance(getattr(value, name), resolve(types[0])), path


def test_v4_parameters_are_those_of_the_installed_client(installed: Minor) -> None:
    if installed != minor(NEWEST):
        pytest.skip(f"parameters are compared on {NEWEST}")
    checked = 0
    for path, symbol in V4["symbols"].items():
        if symbol["kind"] not in ("function", "method") or symbol["until"] != NEWEST or path.endswith("enter__"):
            continue
        owner, _, name = path.rpartition(".")
        found = list(inspect.signature(resolve(path)).parameters)
        if symbol["kind"] == "method":
            static = inspect.getattr_static(resolve(owner), name)
            found = found if isinstance(static, staticmethod | classmethod) else found[1:]
        expected = {param["name"] for param in symbol["params"] if param["until"] == NEWEST}
        assert {name.rpartition("__")[2] for name in found} == {name.rpartition("__")[2] for name in expected}, path
        checked += 1
    assert checked > 500


def test_no_v4_class_that_does_a_v3_objects_work_is_a_v3_class_too() -> None:
    """What is asked of such an object is looked up in v4 first."""
    assert not set(surface.counterparts()) & set(surface.load("v3").symbols)
