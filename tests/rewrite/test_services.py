"""Cluster, backups, the connection, names that moved, and what v4 has not."""

from __future__ import annotations

import inspect
import re
from importlib import import_module

import pytest
import weaviate
from weaviate.backup.sync import _Backup
from weaviate.classes.backup import BackupStorage
from weaviate.cluster.sync import _Cluster
from weaviate.outputs.backup import BackupReturn, BackupStatusReturn
from weaviate.outputs.cluster import Node, Shard, Stats

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite import fix_text
from flake8_weaviate_v4.rewrite.client import service_views
from flake8_weaviate_v4.rewrite.client.renamed import _NEW
from flake8_weaviate_v4.rewrite.client.services import _STORAGES
from flake8_weaviate_v4.rewrite.fix import fix, parsed
from flake8_weaviate_v4.rewrite.plan import Planner

HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'


def body(text: str, unsafe: bool = False) -> str:
    """The fixed program behind the line that makes the client."""
    return re.split(r"client = weaviate\..*\n", fix_text(HEAD + text, unsafe))[1]


def why(text: str) -> set[str]:
    """Why the uses in a program are left."""
    return {left.why for left in fix(Checker(), parsed(text), unsafe=True).left}


def doubts(text: str) -> set[str]:
    """Why the fixes of a program are not safe."""
    return {doubt for found in fix(Checker(), parsed(HEAD + text)).unsafe.values() for doubt in found.doubts}


# -- cluster --------------------------------------------------------------------------------------------------------


def test_each_part_of_a_result_is_one_of_v4() -> None:
    nodes = {field.access.lstrip(".") for field in service_views._VERBOSE.values()}
    shards = {field.access.lstrip(".") for field in service_views._SHARD.values()}
    stats = {field.access.lstrip(".") for field in service_views._STATS.values()}
    assert nodes <= set(Node.__dataclass_fields__)
    assert shards <= set(Shard.__dataclass_fields__)
    assert stats <= set(Stats.__dataclass_fields__)
    backup = {field.access.split(".")[1] for field in service_views._BACKUP.values()}
    status = {field.access.split(".")[1] for field in service_views._STATUS.values()}
    assert backup <= set(BackupReturn.model_fields) and status <= set(BackupStatusReturn.model_fields)


def test_each_argument_is_one_of_v4() -> None:
    assert {"collection", "output"} <= inspect.signature(_Cluster.nodes).parameters.keys()
    arguments = {"backup_id", "backend", "include_collections", "exclude_collections", "wait_for_completion"}
    for method in (_Backup.create, _Backup.restore):
        assert arguments <= inspect.signature(method).parameters.keys()
    assert {storage.value for storage in BackupStorage} >= _STORAGES


def test_a_part_under_a_name_of_its_own() -> None:
    assert body("cluster = client.cluster\nprint(cluster.get_nodes_status()[0]['name'])\n") == "cluster = client.cluster\nprint(cluster.nodes()[0].name)\n"


def test_nodes_that_leave_are_unsafe() -> None:
    text = "def f():\n    return client.cluster.get_nodes_status()\n"
    assert doubts(text) == {"what the server says besides is not in v4's object"}
    assert '"gitHash": node.git_hash' in body(text, unsafe=True)


@pytest.mark.parametrize("key", ["'batchStats'", "'operationalMode'", "key"])
def test_a_part_that_v4_does_not_keep_is_left(key: str) -> None:
    text = f"for node in client.cluster.get_nodes_status():\n    print(node[{key}])\n"
    assert body(text, unsafe=True) == text


# -- backups --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(_STORAGES))
def test_storages_are_an_enum(name: str) -> None:
    assert f"backend=BackupStorage.{name.upper()}" in body(f"client.backup.create('a', '{name}')\n")


def test_a_storage_that_v3_does_not_know_is_left() -> None:
    text = "client.backup.create('a', 'S3')\n"
    assert body(text) == text


def test_the_state_is_compared_as_text() -> None:
    text = "while client.backup.get_create_status('a', 's3')['status'] not in ('SUCCESS', 'FAILED'):\n    pass\n"
    assert ").status.value not in ('SUCCESS', 'FAILED')" in body(text)


def test_a_backup_is_made_once_however_often_its_result_is_read() -> None:
    fixed = body("def f():\n    return client.backup.create('a', 's3')\n", unsafe=True)
    assert fixed.count("client.backup.create(") == 1 and "'status': response.status.value" in fixed


def test_arguments_that_can_not_be_seen_are_left() -> None:
    text = "client.backup.create(**settings)\n"
    assert body(text, unsafe=True) == text


# -- the connection -------------------------------------------------------------------------------------------------


def test_what_the_client_has_as_well_is_asked_of_it() -> None:
    assert body("print(client._connection.get_meta()['version'])\nclient._connection.close()\n") == "print(client.get_meta()['version'])\nclient.close()\n"
    assert body("print(client._connection.server_version)\n", unsafe=True) == "print(client.get_meta()[\"version\"])\n"


def test_a_connection_by_itself_is_left() -> None:
    text = "from weaviate.connect import Connection\n\n\ndef f(connection: Connection):\n    connection.close()\n"
    assert fix_text(text, unsafe=True) == text


# -- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("symbol", sorted(_NEW))
def test_each_new_name_is_one_of_v4(symbol: str) -> None:
    module, name = _NEW[symbol]
    assert hasattr(import_module(module), name)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("from weaviate import BackupFailedException\n\nprint(BackupFailedException)\n",
         "from weaviate.exceptions import BackupFailedError\n\nprint(BackupFailedError)\n"),
        ("from weaviate import BackupFailedException as Failed\n\nprint(Failed)\n",
         "from weaviate.exceptions import BackupFailedError as Failed\n\nprint(Failed)\n"),
        ("from weaviate import WeaviateBaseError\n\n__all__ = ['WeaviateBaseError']\n",
         "from weaviate.exceptions import WeaviateBaseError\n\n__all__ = ['WeaviateBaseError']\n"),
        ("import weaviate.exceptions as e\n\nprint(e.WeaviateEmbeddedInvalidVersion)\n",
         "import weaviate.exceptions as e\n\nprint(e.WeaviateEmbeddedInvalidVersionError)\n"),
        ("import weaviate.version\n\nprint(weaviate.version.__version__)\n", "import weaviate\n\nprint(weaviate.__version__)\n"),
        ("from weaviate.version import __version__ as v\n\nprint(v)\n", "from weaviate import __version__ as v\n\nprint(v)\n"),
    ],
)  # fmt: skip
def test_names_that_moved(old: str, new: str) -> None:
    assert fix_text(old) == new


def test_names_that_stay_where_they_are_are_left() -> None:
    text = "from weaviate.exceptions import BackupFailedException, WeaviateBaseError\n\nprint(BackupFailedException, WeaviateBaseError)\n"
    assert fix_text(text) == text


@pytest.mark.parametrize("line", ["import weaviate.gql.get", "from weaviate import schema", "import weaviate.batch as b"])
def test_an_import_of_a_module_that_is_gone_goes_where_nothing_uses_it(line: str) -> None:
    assert fix_text(f"import os\n{line}\n\nprint(os)\n") == "import os\n\nprint(os)\n"


def test_the_root_stays_where_it_was_bound_by_such_an_import() -> None:
    assert fix_text("import weaviate.schema\n\nprint(weaviate.__version__)\n") == "import weaviate\n\nprint(weaviate.__version__)\n"


@pytest.mark.parametrize("text", ["from weaviate import schema\n\nprint(schema)\n", 'TABLE = [{"module": "weaviate.schema"}]\n'])
def test_a_module_that_is_used_is_left(text: str) -> None:
    assert fix_text(text, unsafe=True) == text
    assert why(text)


def test_a_beacon_is_the_dictionary_that_v3_made() -> None:
    head = "from weaviate.util import generate_local_beacon\n\n"
    assert fix_text(head + "print(generate_local_beacon(uuid, 'author'))\n") == "print({'beacon': f'weaviate://localhost/Author/{uuid}'})\n"
    text = head + "print(generate_local_beacon(uuid, name))\n"
    assert fix_text(text) == text
    assert fix_text(text, unsafe=True) == 'print({"beacon": f"weaviate://localhost/{name}/{uuid}"})\n'
    text = head + "print(generate_local_beacon(ids['a']))\nmake = generate_local_beacon\n"
    assert fix_text(text, unsafe=True) == text


def test_the_operators_of_airflow_take_a_collection() -> None:
    head = "from airflow.providers.weaviate.operators.weaviate import WeaviateIngestOperator as Ingest\n\n"
    assert fix_text(head + "a = Ingest(class_name='A', input_data=d)\n") == head + "a = Ingest(collection_name='A', input_data=d)\n"


# -- what v4 has not ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("client.classification.schedule().with_type('knn').do()", "v4 has no classifications: the REST API has"),
        ("client.contextionary.extend('a', 'b')", "v4 has nothing for the contextionary"),
        ("client._connection.run_rest('/a', 0)", "v4 has no public place for requests of one's own, nor for what a connection holds"),
    ],
)
def test_what_has_no_equivalent_is_left_with_a_reason(line: str, reason: str) -> None:
    text = f"import weaviate\n\n\ndef f(client: weaviate.Client):\n    {line}\n"
    assert line in fix_text(text, unsafe=True)
    planner = Planner(Checker(), parsed(text))
    planner.plan()
    assert reason in {left.why for left in planner.left}


def test_packages_that_take_a_v3_client_are_left_with_a_reason() -> None:
    text = "from langchain.vectorstores import Weaviate\n\nstore = Weaviate(client, 'A', 'text')\n"
    assert fix_text(text, unsafe=True) == text
    assert why(text) == {"what this package has here takes a v3 client alone"}


def test_the_cloud_s_clusters_are_left_with_a_reason() -> None:
    text = "from weaviate.wcs import WCS\n\nurl = WCS(auth).create('a')\n"
    assert fix_text(text, unsafe=True) == text
    assert "clusters are managed in the Weaviate Cloud console" in why(text)


def test_v4_is_what_the_tests_import() -> None:
    assert weaviate.__version__.startswith("4.")
