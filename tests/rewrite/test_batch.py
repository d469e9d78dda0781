"""Batches: how v4 opens them, what is safe, and what is left as it was."""

from __future__ import annotations

import inspect
import re

import pytest
from weaviate.collections.batch.client import BatchClient, _BatchClientWrapper

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite import fix_text
from flake8_weaviate_v4.rewrite.fix import fix, parsed

HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'
WITH = "with client.batch as batch:\n    batch.add_data_object(x, 'A')\n"


def body(text: str, unsafe: bool = False) -> str:
    """The fixed program behind the line that makes the client."""
    return re.split(r"client = weaviate\..*\n", fix_text(HEAD + text, unsafe))[1]


def why(text: str) -> set[str]:
    """Why the uses in a program are left."""
    return {left.why for left in fix(Checker(), parsed(HEAD + text), unsafe=True).left}


def doubts(text: str) -> set[str]:
    """Why the fixes of a program are not safe."""
    return {doubt for found in fix(Checker(), parsed(HEAD + text)).unsafe.values() for doubt in found.doubts}


def opened(settings: str, unsafe: bool = False) -> str:
    """How a batch is opened behind these settings."""
    lines = [line for line in body(f"{settings}\n{WITH}", unsafe).splitlines() if line.startswith("with ")]
    return lines[0].removeprefix("with client.batch").removesuffix(" as batch:")


def test_v4_has_the_arguments_that_are_written() -> None:
    add = inspect.signature(BatchClient.add_object).parameters
    assert {"collection", "properties", "references", "uuid", "vector", "tenant"} <= add.keys()
    refer = inspect.signature(BatchClient.add_reference).parameters
    assert {"from_uuid", "from_collection", "from_property", "to", "tenant"} <= refer.keys()
    fixed = inspect.signature(_BatchClientWrapper.fixed_size).parameters
    assert {"batch_size", "concurrent_requests", "consistency_level"} <= fixed.keys()
    assert "consistency_level" in inspect.signature(_BatchClientWrapper.dynamic).parameters
    assert {"failed_objects", "failed_references"} <= set(dir(_BatchClientWrapper))


@pytest.mark.parametrize(
    "settings, code",
    [
        ("", ".dynamic()"),
        ("client.batch.configure()", ".dynamic()"),
        ("client.batch.configure(batch_size=10, num_workers=3, dynamic=True)", ".dynamic()"),
        ("client.batch.configure(dynamic=False)", ".fixed_size(batch_size=50, concurrent_requests=1)"),
        ("client.batch.configure(10, dynamic=False, num_workers=3)", ".fixed_size(batch_size=10, concurrent_requests=3)"),
        ("client.batch(batch_size=n, dynamic=False)", ".fixed_size(batch_size=n, concurrent_requests=1)"),
        ("client.batch.batch_size = 3", ".dynamic()"),
        ("client.batch.batch_size = 3\nclient.batch.dynamic = False", ".fixed_size(batch_size=3, concurrent_requests=1)"),
        ("client.batch.configure(3, dynamic=False)\nclient.batch.dynamic = True", ".dynamic()"),
        ("client.batch.dynamic = False\nclient.batch.configure(3)", ".dynamic()"),
        ("client.batch.configure(consistency_level='ALL')", ".dynamic(consistency_level=ConsistencyLevel.ALL)"),
        ("client.batch.configure(timeout_retries=3, connection_error_retries=3)", ".dynamic()"),
        ("client.batch.configure(callback=None, weaviate_error_retries=None, creation_time=None)", ".dynamic()"),
    ],
)
def test_settings(settings: str, code: str) -> None:
    assert opened(settings) == code
    assert "configure" not in body(f"{settings}\n{WITH}")


@pytest.mark.parametrize("setting", ["timeout_retries=5", "connection_error_retries=0", "creation_time=3", "weaviate_error_retries=x"])
def test_dropped_settings_are_not_safe(setting: str) -> None:
    text = f"client.batch.configure({setting})\n{WITH}"
    assert "client.batch.configure" in body(text)
    assert any(f"`{setting.split('=')[0]}` is dropped" in doubt for doubt in doubts(text))
    assert opened(f"client.batch.configure({setting})", unsafe=True) == ".dynamic()"


@pytest.mark.parametrize(
    "settings, reason",
    [
        ("client.batch.configure(**more)", "the batch's settings come through `*` or `**`"),
        ("client.batch.configure(batch_size=None, dynamic=False)", "a batch that is sent by hand"),
        ("client.batch.configure(dynamic=flag())", "whether the batch is dynamic can't be seen"),
        ("client.batch.configure(dynamic=False, batch_size=size())", "a setting of the batch is computed elsewhere"),
        ("client.batch.configure(callback=report)", "a batch callback has no v4 equivalent"),
        ("if fast:\n    client.batch.configure(100, dynamic=False)", "how the batch is configured can't be seen"),
    ],
)
def test_settings_that_can_not_be_kept_are_left_with_the_block(settings: str, reason: str) -> None:
    fixed = body(f"{settings}\n{WITH}", unsafe=True)
    assert fixed.startswith(f"{settings}\nwith client.batch as batch:\n")
    assert reason in why(f"{settings}\n{WITH}")


def test_a_size_that_means_something_else_in_the_block_is_left() -> None:
    text = f"def setup(size):\n    client.batch.configure(size, dynamic=False)\n{WITH}"
    assert "a setting of the batch is made of names that mean something else where it is opened" in why(text)


def test_settings_of_other_batches_do_not_count() -> None:
    text = "with client.batch(batch_size=3, dynamic=False) as other:\n    other.flush()\n" + WITH
    assert "with client.batch.dynamic() as batch:" in body(text)


def test_settings_without_a_batch_are_not_safe() -> None:
    text = "client.batch.configure(batch_size=100)\n"
    assert doubts(text) == {"no batch of the file uses these settings, batches of other files may"}
    assert why("client.batch.configure(consistency_level='ALL')\n") == {"no batch of the file uses these settings"}


def test_what_is_left_of_a_function_still_parses() -> None:
    text = f"def setup():\n    client.batch.batch_size = 3\n    client.batch.dynamic = False\nsetup()\n{WITH}"
    assert body(text).startswith("def setup():\n    pass\nsetup()\nwith client.batch.fixed_size(batch_size=3,")


@pytest.mark.parametrize("block", ["with client.batch:\n    client", "with client.batch as batch:\n    client"])
def test_the_client_s_batch_is_the_block_s(block: str) -> None:
    assert body(f"{block}.batch.add_data_object(x, 'A')\n") == (
        "with client.batch.dynamic() as batch:\n    batch.add_object(properties=x, collection='A')\n"
    )


def test_a_name_that_is_taken_is_not_used() -> None:
    text = "batch = 3\nwith client.batch:\n    client.batch.add_data_object(batch, 'A')\n"
    assert "as batch_2:\n    batch_2.add_object(properties=batch, collection='A')" in body(text)


def test_a_reference_is_never_left_to_v4_with_v3_s_arguments() -> None:
    text = "with client.batch as batch:\n    batch.add_reference(*refs)\n"
    assert body(text, unsafe=True) == text
    assert why(text) == {"arguments come through `*` or `**`"}


def test_requests_that_a_handler_waits_for_are_not_safe() -> None:
    text = "import requests\ntry:\n    with client.batch as batch:\n        batch.flush()\nexcept requests.ConnectionError:\n    pass\n"
    assert "v4 raises no exception where a batch fails: see `client.batch.failed_objects`" in doubts(text)


@pytest.mark.parametrize(
    "text, reason",
    [
        ("b = client.batch\nf(b)\nb.add_data_object(x, 'A')\nb.flush()\n", "the batch is kept in a variable"),
        ("b = client.batch\nf(b)\nwith b as batch:\n    pass\n", "the batch is kept in a variable"),
        ("client.batch.add_data_object(x, 'A')\n", "the batch is sent elsewhere"),
        ("for x in y:\n    client.batch.add_data_object(**x)\nclient.batch.flush()\n", "arguments come through `*` or `**`"),
        (
            ("for x in y:\n    client.batch.add_data_object(x, 'A')\n    if client.batch.num_objects() > 9:\n"
            "        client.batch.create_objects()\n"),
            "v4 does not tell what waits in a batch",
        ),
        (
            "for x in y:\n    client.batch.add_data_object(x, 'A')\nresults = client.batch.create_objects()\nf(len(results))\n",
            "the results of the batch are used",
        ),
        (
            ("for x in y:\n    client.batch.add_data_object(x, 'A')\n    if z:\n        check(client.batch.create_objects(), 1)\n"
            "check(client.batch.create_objects(), 2)\n"),
            "the results of the batch are used in more than one way",
        ),
        (
            "def f(y):\n    for x in y:\n        client.batch.add_data_object(x, 'A')\n        yield x\n    client.batch.flush()\n",
            "other code runs while the batch is filled",
        ),
        (
            "for u in y:\n    c = weaviate.Client(u)\n    c.batch.add_data_object(u, 'A')\nc.batch.flush()\n",
            "the client is made while the batch is filled",
        ),
        ("client.batch.start()\n", "a v4 batch starts with the block of its `with`"),
        ("print(client.batch.pop_object())\n", "what is added to a v4 batch can't be taken back"),
    ],
)  # fmt: skip
def test_what_v4_has_not_is_left(text: str, reason: str) -> None:
    assert reason in why(text)
    assert "add_object" not in fix_text(HEAD + text, unsafe=True)


def test_a_function_that_is_given_the_client_s_batch_is_left() -> None:
    text = "def fill(batch, y):\n    batch.add_data_object(y, 'A')\ndef f(y):\n    for x in y:\n        fill(client.batch, x)\n        yield x\n"
    assert "the function is given `client.batch` itself, which is no batch in v4" in why(text)


def test_by_hand_is_safe_only_where_all_is_sent() -> None:
    add = "for x in y:\n    client.batch.add_data_object(x, 'A')\n"
    assert body(add + "client.batch.flush()\n").startswith("with client.batch.dynamic() as batch:\n    for x in y:\n        batch")
    assert doubts(add) >= {"what waits at the end of the block is sent there"}
    refer = "for x in y:\n    client.batch.add_reference(x, 'A', 'p', x)\nclient.batch.create_objects()\n"
    assert doubts(refer) == {"references that v3 left waiting are sent"}
    left = "def f(y):\n    for x in y:\n        if not x:\n            return\n        client.batch.add_data_object(x, 'A')\n    client.batch.flush()\n"
    assert doubts(left) == {"what waits where the function returns is sent"}


def test_by_hand_in_a_block_of_its_own() -> None:
    text = "if y:\n    for x in y:\n        client.batch.add_data_object(x, 'A')\n    client.batch.create_objects()\n    client.batch.create_references()\n"
    assert body(text) == (
        "if y:\n    with client.batch.dynamic() as batch:\n        for x in y:\n"
        "            batch.add_object(properties=x, collection='A')\n"
    )


def test_text_of_several_lines_keeps_its_lines() -> None:
    text = 'for x in y:\n    client.batch.add_data_object({"text": """a\n b"""}, "A")\nclient.batch.flush()\n'
    assert '            properties={"text": """a\n b"""},\n            collection="A",\n' in body(text)


def test_a_callback_that_tells_more_than_the_message_is_not_safe() -> None:
    text = (
        "def report(results):\n    for result in results:\n        if 'errors' in result['result']:\n            print(result['result'])\n\n\n"
        f"client.batch.configure(callback=report)\n{WITH}"
    )
    assert doubts(text) >= {"of an error v4 has the message"}
    assert body(text, unsafe=True).endswith("for failed in client.batch.failed_objects:\n    print(failed.message)\n")


def test_a_callback_that_is_used_elsewhere_stays() -> None:
    text = (
        "def report(results):\n    for result in results:\n        print(result['result']['errors']['error'][0]['message'])\n\n\n"
        f"client.batch.configure(callback=report)\n{WITH}report([])\n"
    )
    assert body(text).startswith("def report(results):\n")


def test_references_that_fail_are_told_as_well() -> None:
    text = (
        "def report(results):\n    for result in results:\n        log(result['result']['errors']['error'][0]['message'])\n\n\n"
        "with client.batch(callback=report) as batch:\n    batch.add_reference(x, 'A', 'p', y)\n"
    )
    assert "for failed in [*client.batch.failed_objects, *client.batch.failed_references]:\n    log(failed.message)\n" in body(text)


def test_deleting_needs_no_block() -> None:
    where = "{'path': ['t'], 'operator': 'Equal', 'valueText': 'x'}"
    text = f"with client.batch as batch:\n    batch.delete_objects('A', {where})\nprint(1)\n"
    assert " ".join(body(text).split()).startswith("client.collections.use('A').data.delete_many( where=Filter.by_property('t')")
    assert "with client.batch.dynamic() as batch:" in body(text.replace("print", "    fill(batch)\nprint"))


def test_deleting_with_a_level_that_may_be_set() -> None:
    where = "{'path': ['t'], 'operator': 'Equal', 'valueText': 'x'}"
    text = f"client.batch.configure(**more)\nclient.batch.delete_objects('A', {where})\n"
    assert any(doubt.startswith("no consistency level is taken to be set") for doubt in doubts(text))
    text = f"client.batch.consistency_level = 'ALL'\nclient.batch.delete_objects('A', {where})\n"
    assert ".with_consistency_level(ConsistencyLevel.ALL).data.delete_many(" in body(text)


def test_v4_batches_are_no_v3_code() -> None:
    text = (
        'import weaviate\n\nclient = weaviate.Client("http://localhost:8080", startup_period=x)\n'
        "with client.batch.dynamic() as batch:\n    batch.add_object(collection='A')\nprint(client.batch.failed_objects)\n"
    )
    assert {f.code for f in Checker().check(parsed(text)) if f.code.startswith("WV4")} == set()


def test_setting_what_is_a_method_in_v4_is_told() -> None:
    text = "import weaviate\nclient = weaviate.connect_to_local()\nclient.batch.dynamic = False\n"
    assert [f.code for f in Checker().check(parsed(text))] == ["WV415"]


@pytest.mark.parametrize(
    "text",
    [
        "class Oven:\n    batch = Tray()\nwith Oven().batch as batch:\n    batch.add_data_object({}, 'A')\n",
        "def fill(batch):\n    batch.flush()\n",
        "with client.batch.dynamic() as batch:\n    batch.add_object(collection='A')\n    batch.flush()\n",
    ],
)
def test_look_alikes_stay(text: str) -> None:
    assert fix_text(text, unsafe=True) == text


def test_code_in_a_block_without_a_name_waits_for_the_block() -> None:
    text = (
        "import requests\ntry:\n    with client.batch:\n        client.batch.add_data_object(x, 'A')\n"
        "except requests.ConnectionError:\n    pass\n"
    )
    assert body(text) == text
    assert "as batch:\n        batch.add_object(" in body(text, unsafe=True)


def test_settings_wait_for_the_block() -> None:
    text = (
        "import requests\nclient.batch.configure(10, dynamic=False)\ntry:\n    with client.batch as batch:\n        batch.flush()\n"
        "except requests.ConnectionError:\n    pass\n"
    )
    assert "client.batch.configure(10, dynamic=False)\n" in body(text)
    assert "client.batch.fixed_size(batch_size=10, concurrent_requests=1) as batch:" in body(text, unsafe=True)


def test_a_helper_waits_for_the_block_that_gives_it_the_batch() -> None:
    text = "def fill(batch, y):\n    batch.add_data_object(y, 'A')\nfor x in z:\n    fill(client.batch, x)\n"
    assert body(text) == text
    assert body(text, unsafe=True) == (
        "def fill(batch, y):\n    batch.add_object(properties=y, collection='A')\n"
        "with client.batch.dynamic() as batch:\n    for x in z:\n        fill(batch, x)\n"
    )


def test_a_callback_may_format_what_failed() -> None:
    """What stands beside the message in an f-string stays; a width is not followed, nor what shows the name of the result."""
    message = "result['result']['errors']['error'][0]['message']"
    head = "def report(results):\n    for result in results:\n        "
    tail = f"\n\n\nclient.batch.configure(callback=report)\n{WITH}"
    text = f'{head}print(f"no: {{{message}}}", end="!"){tail}'
    assert body(text).endswith('for failed in client.batch.failed_objects:\n    print(f"no: {failed.message}", end="!")\n')
    for left in (f"{{{message}:>{{width}}}}", f"{{{message}=}}"):
        assert body(f'{head}print(f"{left}"){tail}').startswith("def report(results):\n")


def test_a_callback_that_raises_does_so_after_the_block() -> None:
    report = "def report(results):\n    for r in results:\n        if 'errors' in r['result']:\n            raise {}\n\n\n"
    tail = f"client.batch.configure(callback=report)\n{WITH}"
    said = "the exception is raised after the block: v4 has sent the rest of the batch by then"
    assert said in doubts(report.format("ValueError(r['result']['errors']['error'][0]['message'])") + tail)
    assert why(report.format("ValueError('x') from None") + tail)


REPORT = "def report(results):\n    for r in results:\n        {}\n\n\n"
FAILS = "if 'errors' in r['result']:\n            "


@pytest.mark.parametrize(
    "code",
    [
        "print(r['id'])",
        "print(r['result']['status'])",
        "if 'errors' not in r['result']:\n            print(r['id'])",
        "if r['properties']['a'] == 2:\n            print(r['id'])",
        "count(r['result'].get('errors'))",
        f"{FAILS}kept.append(r)",
        f"{FAILS}kept.append(r['result']['errors'])",
        f"{FAILS}print('bad')\n        else:\n            print('good')",
        f"{FAILS}client.schema.get()\n            break",
        f"{FAILS}print(r['deprecations'])",
    ],
)
def test_a_callback_that_is_not_only_about_failures_stays(code: str) -> None:
    text = f"{REPORT.format(code)}with client.batch(callback=report) as batch:\n    batch.add_data_object({{}}, 'A')\n"
    assert "client.batch(callback=report)" in body(text, unsafe=True)
    assert why(text)


LONGER = "n = []\n\n\ndef report(results):\n    {}\n    print(1)\n\n\n"
OPENED = "with client.batch(callback=report) as batch:\n    batch.add_data_object({}, 'A')\n"


@pytest.mark.parametrize(
    "code",
    [
        "for r in results:\n        print(r)",
        "for r in results:\n        if 'errors' in r['result']:\n            print(r)\n        else:\n            n.append(r)",
        "for r in results:\n        if 'errors' not in r['result']:\n            print(r)",
        "for r in results:\n        if 'errors' in r['result']:\n            continue\n        print(r)",
        "for r in results:\n        if r['result']['status'] == 'SUCCESS':\n            print(r)",
        "for r in results:\n        if not r['result'].get('errors'):\n            print(r)",
        "print([r for r in results if 'errors' not in r['result']])",
        "print(results, 'errors')",
        "if len(results) > 1:\n        print('errors')",
    ],
)
def test_a_longer_callback_that_is_not_only_about_failures_stays(code: str) -> None:
    assert "client.batch(callback=report)" in body(LONGER.format(code) + OPENED, unsafe=True)


@pytest.mark.parametrize(
    "code",
    [
        "for r in results:\n        if 'errors' in r['result']:\n            n.append(r)",
        "for r in results or []:\n        if 'errors' not in r['result']:\n            continue\n        print(r)",
        "print([r['id'] for r in results if 'errors' in r['result']])",
    ],
)
def test_a_longer_callback_is_given_what_failed(code: str) -> None:
    fixed = body(LONGER.format(code) + OPENED, unsafe=True)
    assert fixed.count("report([") == 1
    assert body(LONGER.format(code) + OPENED) != fixed
    assert "client.batch(callback=report)" in body(LONGER.format(code) + OPENED + "    print(n)\n", unsafe=True) or "n.append" not in code


@pytest.mark.parametrize("guard", ["'errors' in r['result']", "r['result'].get('errors')", "r['result']['status'] == 'FAILED'"])
def test_ways_to_ask_whether_an_object_failed(guard: str) -> None:
    text = REPORT.format(f"if {guard}:\n            kept.append(r['id'])")
    fixed = body(f"{text}with client.batch(callback=report) as batch:\n    batch.add_data_object({{}}, 'A')\n")
    assert fixed.endswith("for failed in client.batch.failed_objects:\n    kept.append(str(failed.object_.uuid))\n")


def test_what_a_callback_collects_is_not_to_be_read_in_the_block() -> None:
    text = REPORT.format(f"{FAILS}kept.append(r['id'])")
    text += "with client.batch(callback=report) as batch:\n    batch.add_data_object({}, 'A')\n    print(kept)\n"
    assert "the batch's block reads what its callback collects" in why(text)


def test_the_names_of_a_callback_mean_the_same_behind_the_block() -> None:
    text = REPORT.format(f"{FAILS}kept.append(r['id'])")
    text += "def run(kept):\n    with client.batch(callback=report) as batch:\n        batch.add_data_object({}, 'A')\n"
    assert "client.batch(callback=report)" in body(text)
    fixed = body(text, unsafe=True)
    assert "kept.append(r['id'])" in fixed
    assert "    report([\n" in fixed


def test_a_callback_that_means_another_behind_the_block_stays() -> None:
    text = "def report(results):\n    for r in results:\n        if 'errors' in r['result']:\n            n = r\n    print(n)\n"
    text += "client.batch.configure(callback=report)\ndef run(report):\n    with client.batch as batch:\n        batch.add_data_object({}, 'A')\n"
    assert "client.batch.configure(callback=report)" in body(text, unsafe=True)


def test_a_callback_that_looks_into_the_message_is_not_safe() -> None:
    test = "if r['result']['errors']['error'][0]['message'] == 'x':\n                print(1)"
    text = f"{REPORT.format(FAILS + test)}with client.batch(callback=report) as batch:\n    batch.add_data_object({{}}, 'A')\n"
    assert "the message of an error is looked into: where all objects fail v4 has another text" in doubts(text)
    assert body(text, unsafe=True).endswith("    if failed.message == 'x':\n        print(1)\n")


def test_a_parameter_that_is_set_elsewhere_as_well_is_left() -> None:
    text = (
        "class A:\n    def __init__(self, size):\n        self.client = weaviate.Client('http://localhost:8080')\n"
        "        self.size = size\n        self.client.batch.configure(batch_size=size, dynamic=False)\n\n"
        "    def grow(self):\n        self.size = 99\n\n"
        "    def run(self):\n        with self.client.batch as batch:\n            batch.add_data_object({}, 'A')\n"
    )
    assert "a setting of the batch is made of names that mean something else where it is opened" in why(text)


@pytest.mark.parametrize(
    "item, reason",
    [
        ("{'vector': 'x'}, 'A'", "v4 keeps the name `vector`: its batch takes no property that is called so"),
        ("{'id': '7'}, 'A'", "v4 keeps the name `id`: its batch takes no property that is called so"),
        ("{'tags': ['x', None]}, 'A'", "a list of values of several types, which a v4 batch does not take"),
        ("{'n': 9007199254740993}, 'A'", "a whole number that a v4 batch rounds"),
        ("{'n': 1}, 'A', vector=[]", "an empty vector, which a v4 batch does not take"),
    ],
)
def test_objects_that_a_v4_batch_does_not_take_are_left(item: str, reason: str) -> None:
    assert why(f"with client.batch as batch:\n    batch.add_data_object({item})\n") == {reason}
    if "vector=" not in item:
        shown = item.rpartition(",")[0]
        assert why(f"d = {shown}\nwith client.batch as batch:\n    batch.add_data_object(d, 'A')\n") == {reason}


@pytest.mark.parametrize(
    "lines, seen",
    [
        ("batch.add_data_object(x, 'A')\n    print(client.data_object.exists(u, class_name='A'))", True),
        ("for u in us:\n        if not client.data_object.exists(u, class_name='A'):\n            batch.add_data_object(x, 'A', u)", True),
        ("batch.add_data_object(x, 'A')\n    batch.flush()\n    print(client.data_object.exists(u, class_name='A'))", False),
        ("batch.add_data_object(x, 'A')\n    print(client.data_object.exists(u, class_name='B'))", False),
        ("print(client.data_object.exists(u, class_name='A'))\n    batch.add_data_object(x, 'A')", False),
    ],
)
def test_requests_while_objects_wait_are_a_doubt(lines: str, seen: bool) -> None:
    found = doubts(f"with client.batch as batch:\n    {lines}\n")
    assert any("asks the server while objects wait" in doubt for doubt in found) == seen


def test_a_batch_that_is_counted_is_left() -> None:
    """A v4 batch has no length."""
    text = "for n in items:\n    client.batch.add_data_object({'t': n}, 'A')\n    if len(client.batch) >= 10:\n        client.batch.create_objects()\n"
    assert "len(client.batch)" in fix_text(HEAD + text, unsafe=True) and "create_objects()" in fix_text(HEAD + text, unsafe=True)


ASKING = """\
import weaviate

client = weaviate.connect_to_local()


def is_known(uuid):
    return client.data_object.exists(uuid, class_name="A")


def add(batch, uuid):
    if not is_known(uuid):
        batch.add_data_object({}, "A", uuid)


with client.batch as batch:
    for uuid in uuids:
        add(batch, uuid)
"""


def test_a_function_that_is_called_may_notice_what_waits_in_the_batch() -> None:
    doubt = "the block asks the server while objects wait: v4 sends them at another time than v3"
    for text in (ASKING, ASKING.replace('add(batch, uuid)\n"', ""), ASKING.replace("class_name=", "class_name=NAME or ")):
        assert doubt in {why for each in fix(Checker(), parsed(text)).unsafe.values() for why in each.doubts}
    other = ASKING.replace('class_name="A"', 'class_name="B"')
    assert "batch.add_object(" in fix_text(other)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("def add(x):\n    with client.batch as batch:\n        batch.add_data_object(x, 'A')\nadd({'title': 't', 'vector': [0.5]})", "v4 keeps the name `vector`"),
        ("x = {'title': 't'}\nx['vector'] = v\nwith client.batch as batch:\n    batch.add_data_object(x, 'A')", "v4 keeps the name `vector`"),
        ("for x in [{'id': '5'}, {'title': 't'}]:\n    with client.batch as batch:\n        batch.add_data_object(x, 'A')", "v4 keeps the name `id`"),
        ("tags = [1, 'a']\nwith client.batch as batch:\n    batch.add_data_object({'tags': tags}, 'A')", "a list of values of several types"),
    ],
)
def test_what_an_object_comes_from_counts(text: str, reason: str) -> None:
    assert any(each.startswith(reason) for each in why(text + "\n"))
