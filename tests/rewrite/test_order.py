"""What a fix changes besides the request: the order of arguments, objects that are changed later, names that are not builtins."""

from __future__ import annotations

import subprocess
import sys

import pytest

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite.fix import fix, fix_text, parsed

HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'
ORDER = "arguments that do something are evaluated in another order"
CHANGED = "the object is changed after it is added: v4 may not have sent it yet, v3 kept a copy"
STAYS = "in v3 the consistency level of one batch may stay in force in another"
ELSEWHERE = "the consistency level is set elsewhere: it is taken to be in force here"


def doubts(text: str) -> set[str]:
    """Why fixes of a program are not safe."""
    return {why for each in fix(Checker(), parsed(HEAD + text)).unsafe.values() for why in each.doubts}


def left(text: str) -> set[str]:
    """Why uses in a program are left."""
    return {each.why for each in fix(Checker(), parsed(HEAD + text), unsafe=True).left}


@pytest.mark.parametrize("call", ["create({**d}, d.pop('class'))", "create({'a': new()}, d.pop('class'))", "create({'a': d['b']}, next_class())"])
def test_arguments_that_notice_each_other_are_not_safe(call: str) -> None:
    assert doubts(f"client.data_object.{call}\n") == {ORDER}


@pytest.mark.parametrize("call", ["create({'a': x}, new_class())", "create({'a': x.strip()}, str(y))", "create(uuid=new(), class_name='A', data_object=y)"])
def test_arguments_that_do_not_are_safe(call: str) -> None:
    assert not doubts(f"client.data_object.{call}\n")


def test_a_builtin_that_is_another() -> None:
    assert left('str = repr\nuid = client.data_object.create({}, "A")\nuse(uid)\n') == {"`str` is another than the builtin here"}


@pytest.mark.parametrize(
    "text",
    [
        "o = {'t': []}\nwith client.batch as b:\n    for i in x:\n        o['t'].append(i)\n        b.add_data_object(o, 'A')\n",
        "t = []\nwith client.batch as b:\n    for i in x:\n        b.add_data_object({'t': t}, 'A')\n        t.clear()\n",
        "with client.batch as b:\n    for o in x:\n        b.add_data_object(o, 'A')\n        o['t'].append(1)\n",
    ],
)
def test_objects_that_are_changed_in_a_batch_are_not_safe(text: str) -> None:
    assert doubts(text) == {CHANGED}


@pytest.mark.parametrize("change", ["o['t'].append(1)\n        b.add_data_object(o, 'A')", "b.add_data_object(o, 'A')\n        o.clear()"])
def test_objects_that_are_changed_before_or_at_the_top_are_safe(change: str) -> None:
    assert not doubts(f"with client.batch as b:\n    for o in x:\n        {change}\n")


def test_a_batch_that_has_ended() -> None:
    text = "with client.batch as b:\n    b.add_data_object({}, 'A')\nb.add_data_object({}, 'A')\n"
    assert left(text) == {"a v4 batch ends with the block of its `with`"}


def test_numbers_of_two_kinds_in_a_list() -> None:
    text = "with client.batch as b:\n    b.add_data_object({'n': [1, 2.5]}, 'A')\n"
    assert left(text) == {"a list of values of several types, which a v4 batch does not take"}


def test_consistency_levels_of_other_batches_are_not_safe() -> None:
    one, other = "with client.batch(consistency_level='ALL') as b:\n    b.add_data_object({}, 'A')\n", "with client.batch as b:\n    pass\n"
    assert doubts(one + other) == {STAYS}
    assert doubts("def f():\n    client.batch.configure(consistency_level='ALL')\n" + other) == {ELSEWHERE}
    assert not doubts("client.batch.configure(consistency_level='ALL')\n" + other)


TEMPLATES = '''
import ast, sys
class TemplateStr(ast.expr):
    _fields = ("values",)
class Interpolation(ast.expr):
    _fields = ("value", "str", "conversion", "format_spec")
if not hasattr(ast, "TemplateStr"):  # before Python 3.14
    ast.TemplateStr, ast.Interpolation = TemplateStr, Interpolation
from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite.fix import fix, fix_text, parsed
class Templates(ast.NodeTransformer):
    def visit_JoinedStr(self, node):
        values = [ast.Interpolation(each.value, "", -1) if isinstance(each, ast.FormattedValue) else each for each in node.values]
        return ast.copy_location(ast.TemplateStr([ast.copy_location(new, old) for new, old in zip(values, node.values)]), node)
parse = ast.parse
ast.parse = lambda *given, **named: Templates().visit(parse(*given, **named))
done = fix(Checker(), parsed(sys.stdin.read()))
sys.stdout.write(done.text)
sys.stderr.write("; ".join(f"{each.line}: {each.why}" for each in done.left))
'''


def test_code_in_t_strings_stays() -> None:
    """Their value has the source of what stands in them; the file is read as one of Python 3.14."""
    text = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\nshown = f"a {client.schema.delete_all()}"\nclient.schema.delete_class("A")\n'
    done = subprocess.run([sys.executable, "-c", TEMPLATES], input=text, check=True, capture_output=True, text=True, timeout=60)
    assert text.splitlines()[3] in done.stdout.splitlines()
    assert "4: its text is shown by a t-string" in done.stderr
    assert "collections.delete_all" in fix_text(text)  # as it is in an f-string


def test_an_f_string_in_another_that_shows_its_source() -> None:
    text = 'import weaviate\n\ndef f(client: weaviate.Client):\n    print(f"{f\'{client.schema.delete_all()}\'=}")\n'
    assert "client.schema.delete_all()" in fix_text(text, unsafe=True)
