"""What fuzzing has found, each as the smallest program that shows it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from flake8_weaviate_v4 import check_source, fix_source

from . import invariance, properties
from .command import run

HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HEAD + "client.schema.delete_class()\n", id="an argument that is missing"),
        pytest.param(HEAD + "client.query.get('A', ['b']).with_where().do()\n", id="a link without its argument"),
        pytest.param(HEAD + "client.query.get('A', ['b']).with_limit().with_additional().do()\n", id="links without their only argument"),
        pytest.param(
            HEAD + "def f():\n\t for i in x: client.batch.add_data_object(i, 'A')\n\t client.batch.flush()\n", id="tabs before spaces"
        ),
        pytest.param(HEAD + "for o in x:\n    cls = cls\n    client.schema.create_class(cls)\n", id="a name that is bound to itself"),
        pytest.param(
            HEAD + "query = client.query.get('A', ['b'])\nif x:\n    query = query.with_after('a'\n        'b')\nresult = query.do()\n",
            id="a literal in pieces that leaves its brackets",
        ),
        pytest.param("@f()\ndef g():\n    client.schema.create_class({'class': 'A', 'vectorizer': 'none'})\n", id="imports above a decorator"),
        pytest.param("found = query.do()\nquery = client.query.get('A', ['b'])\nfound = query.do()\n", id="a query that is sent before it is begun"),
        pytest.param(
            HEAD + f"near = {{'concepts': [{' + '.join(['a'] * 900)}]}}\nprint(client.query.get('A', ['b']).with_near_text(near).do())\n",
            id="a sum of many terms",
        ),
        pytest.param(
            HEAD + "where = {'path': ['a'], 'operator': 'ContainsAny', 'valueNumber': ['a', 'b']}\n"
            "print(client.query.get('A', ['b']).with_where(where).do())\n",
            id="numbers that are none",
        ),
        pytest.param(HEAD + "print(q)\nq = '{Aggregate{A{meta{count}}}}'\nclient.query.raw(q)\n", id="a literal that is read before it is bound"),
        pytest.param(HEAD + "for i in x:\n\f    text = i\n    client.batch.add_data_object({'a': text}, 'A')\n", id="a form feed in a block"),
        pytest.param("def f():\n    r = client.query.get('A').with_limit(2).do()\n    return [] if \"\"f'{r}'else[1]\n", id="f-strings in pieces"),
        pytest.param("import weaviate.gql\\\n.get\n", id="a dotted name over two lines"),
        pytest.param("import weaviate\nweaviate.Client('http://a', a)", id="the last argument at the end of the file"),
    ],
)
def test_everything_holds(text: str) -> None:
    assert properties.faults(text) == []


@pytest.mark.parametrize("text", ["def f():\n    return r['data']['Get']['A'][0]\nr = client.query.raw('x')\nr = f'{r}'\n"])
def test_the_same_is_found_however_it_is_written(text: str) -> None:
    assert invariance.differences(text, Random(0)) == []


def test_arguments_that_v3_would_not_take_are_not_dropped() -> None:
    assert "client.schema.delete_class('A', 'B')" in fix_source(HEAD + "client.schema.delete_class('A', 'B')\n")


def test_the_place_of_an_argument_without_a_name_is_its_own() -> None:
    text = "import weaviate\n\nclient = weaviate.Client('http://localhost:8080', auth)\n"
    (finding,) = [finding for finding in check_source(text) if finding.code == "WV102"]
    line = text.splitlines()[finding.line - 1]
    assert line[finding.column : finding.column + finding.length] == "auth"


def test_a_backup_is_rewritten_once_where_the_client_stays() -> None:
    text = "import weaviate\n\nclient = weaviate.Client(URL)\nclient.backup.create('a', 's3')\n"
    fixed = fix_source(text)
    assert "client = weaviate.Client(URL)\n" in fixed
    assert "client.backup.create(backup_id='a', backend=BackupStorage.S3)\n" in fixed


def test_code_is_not_rewritten_where_lines_end_in_a_lone_carriage_return() -> None:
    text = HEAD.replace("\n", "\r") + "for i in x:\r    client.batch.add_data_object(p, 'A')\r"
    assert fix_source(text, unsafe=True) == text
    assert [finding.line for finding in check_source(text)] == [3, 3, 5]


def test_a_noqa_is_written_once_where_lines_end_in_a_lone_carriage_return(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_bytes(HEAD.replace("\n", "\r").encode())
    for _ in range(2):
        run("check", "--isolated", "--add-noqa", str(tmp_path))
    assert (tmp_path / "app.py").read_bytes().endswith(b'8080")  # noqa: WV100,WV101\r')


def test_comments_in_a_key_of_a_result_stay() -> None:
    text = HEAD + 'o = client.data_object.get_by_id(i, class_name="A")\nclient.data_object.replace(o[("properties"\n  # piece\n  "")], "A", i)\n'
    fixed = fix_source(text, unsafe=True)
    assert "o.properties" in fixed and "# piece" in fixed


@pytest.mark.parametrize("name", ["rot13", "hex", "undefined"])
def test_a_file_in_a_codec_that_is_no_encoding_stops_no_run(tmp_path: Path, name: str) -> None:
    (tmp_path / "bad.py").write_text(f"# coding: {name}\n{HEAD}")
    (tmp_path / "app.py").write_text("from bad import client\n" + HEAD)
    code, out, err = run("check", "--isolated", "--output-format", "concise", str(tmp_path))
    assert code == 2 and "app.py:4:19: WV100" in out
    assert err == f"error: {tmp_path / 'bad.py'}: {name} is no encoding of text\n"
