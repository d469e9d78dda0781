"""Builders that a function of the file makes: written out where all its uses are seen and every query can be rewritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.rewrite import fix_text
from flake8_weaviate_v4.rewrite.fix import fix, parsed

HEAD = "import weaviate\n\nclient = weaviate.connect_to_local()\n"
MAKES = 'def _titles(name, limit=2):\n    return client.query.get(name, ["t"]).with_limit(limit)\n\n\n'


def left(text: str) -> set[str]:
    """Why uses in a program are left, with unsafe fixes."""
    fixed = fix(Checker(), parsed(HEAD + text), unsafe=True)
    assert fixed.text == HEAD + text
    return {each.why for each in fixed.left}


def test_what_may_be_used_elsewhere_goes_by_an_unsafe_fix() -> None:
    text = HEAD + MAKES.replace("_titles", "titles") + 'print(len(titles("A").do()["data"]["Get"]["A"]))\n'
    fixed = fix(Checker(), parsed(text))
    assert fixed.text == text
    assert {why for each in fixed.unsafe.values() for why in each.doubts} == {"`titles` goes, which other files may use"}
    assert "def " not in fix_text(text, unsafe=True)


def test_the_doubts_of_the_queries_are_those_of_the_builder() -> None:
    """A safe fix would write the builder out, and leave the queries as they were."""
    text = HEAD + MAKES.replace('["t"]', "asked()") + 'print(len(_titles("A").do()["data"]["Get"]["A"]))\n'
    assert fix_text(text) == text
    assert "def _titles" not in fix_text(text, unsafe=True)


def test_a_use_in_another_file_keeps_the_function(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "other.py").write_text("import makes\n\nmakes._titles('A')\n")
    file = tmp_path / "makes.py"
    file.write_text(text := HEAD + MAKES + 'print(len(_titles("A").do()["data"]["Get"]["A"]))\n')
    fixed = fix(Checker(), parsed(text, str(file), file), unsafe=True)
    assert fixed.text == text
    assert [each.why for each in fixed.left] == ["`_titles` is used in other files"]


@pytest.mark.parametrize(
    ("program", "why"),
    [
        (MAKES + 'print(_titles("A").do()["data"]["Get"]["A"], list(map(_titles, "AB")))\n', "`_titles` is handed on without a call"),
        (MAKES + 'print(_titles("A").do()["data"]["Get"]["A"], "_titles")\n', "`_titles` is used in a way that can't be followed"),
        (MAKES + 'print(_titles(*["A"]).do()["data"]["Get"]["A"])\n', "arguments come through `*` or `**`"),
        (MAKES + 'print(_titles("A", len(x)).do()["data"]["Get"]["A"])\n', "the function that begins the query is given what can't be written out"),
        (MAKES + 'def f(client):\n    print(_titles("A").do()["data"]["Get"]["A"])\n', "`client` is another one where the query is built"),
        ("@cache\n" + MAKES + 'print(_titles("A").do()["data"]["Get"]["A"])\n', "the function that begins the query can't be written out"),
        (MAKES.replace("    return", "    # ours\n    return") + 'print(_titles("A").do()["data"]["Get"]["A"])\n',
         "there are comments in the function that begins the query"),
    ],
)  # fmt: skip
def test_a_builder_that_is_not_written_out(program: str, why: str) -> None:
    assert why in left(program)


def test_one_query_that_stays_keeps_them_all() -> None:
    """Otherwise v3 code would be written anew and stay v3 code."""
    good, bad = (f'print(_titles("A"){link}.do()["data"]["Get"]["A"])\n' for link in ("", ".with_where(x)"))
    assert left(MAKES + good + bad) == {"`x` is not a literal that is bound once"}


CLASSES = """class Base:
    def _all(self):
        return client.query.get("A", ["t"])


class Sub(Base):
    def first(self):
        return self._all().with_limit(1).do()["data"]["Get"]["A"]
"""


def test_an_inherited_builder_is_written_out() -> None:
    fixed = fix_text(HEAD + CLASSES)
    assert "def _all" not in fixed
    assert "fetch_objects(limit=1" in fixed.replace("\n                ", "")


def test_an_overridden_builder_is_not() -> None:
    """Which of the two is meant can't be seen where the method is used in the base."""
    used = "    def first(self):\n        return len(self._all().do()['data']['Get']['A'])\n"
    overrides = f'\n\nclass Own(Base):\n    def _all(self):\n        return client.query.get("B", ["t"])\n\n{used}'
    assert left(CLASSES + overrides) == {"the start of the query can't be seen"}


LONE = """\
class Base:
    def _all(self):
        return client.query.get("A", ["t"])

    def first(self):
        return len(self._all().do()["data"]["Get"]["A"])
"""


@pytest.mark.parametrize(
    ("program", "why"),
    [
        (LONE + '\n\nclass Own(Base):\n    _all = lambda self: client.query.get("B", ["t"])\n', "`_all` is overridden"),
        (LONE + '\n\nclass Mixed:\n    _all = made\n\n\nclass Own(Mixed, Base):\n    pass\n', "`_all` is overridden"),
        (LONE + '\n\nclass Own(Base):\n    def second(self):\n        return len(super()._all().do()["data"]["Get"]["A"])\n',
         "`_all` is called by `super()`"),
        (LONE.replace('"A", ["t"]', "self.__name, ['t']") + '\n\nbase = Base()\nprint(len(base._all().do()["data"]["Get"]["A"]))\n',
         "the function that begins the query reads what only its class can"),
    ],
)  # fmt: skip
def test_a_method_that_is_not_written_out(program: str, why: str) -> None:
    assert why in left(program)


@pytest.mark.parametrize(("text", "stays"), [('f"_a{kind}"', True), ("kind", True), ('"_a" + kind', True), ('"other"', False), ('f"q_{kind}"', False)])
def test_a_method_that_may_be_read_by_its_name_goes_by_an_unsafe_fix(text: str, stays: bool) -> None:
    program = HEAD + LONE + f"\n    def any(self, kind):\n        return getattr(self, {text})()\n"
    assert ("def _all" in fix_text(program)) == stays
    assert "def _all" not in fix_text(program, unsafe=True)


STEPS = """def _some(name, size=2):
    q = client.query.get(name, ["t"])
    if size:
        q = q.with_limit(size)
    return q


"""
USED = 'print(_some("A").do()["data"]["Get"]["A"])\n'


@pytest.mark.parametrize(
    ("program", "why"),
    [
        (STEPS.replace("q = q.with_limit(size)", "return q") + USED, "the function that begins the query does more than that"),
        (STEPS.replace("    if size:", "    global size_2\n    if size:") + USED, "the function that begins the query does more than that"),
        (STEPS.replace("size)", "len([size for n in x]))") + 'print(_some("A", y).do()["data"]["Get"]["A"])\n',
         "the function that begins the query can't be written out"),
        (STEPS + 'print(_some(a(), b()).do()["data"]["Get"]["A"])\n', "the function that begins the query is given what can't be written out"),
        (STEPS + 'print(x(), _some("A").do()["data"]["Get"]["A"])\n', "the function that begins the query is called in the midst of a statement"),
        (STEPS + 'print([_some(n).do()["data"]["Get"]["A"] for n in x])\n', "the function that begins the query is called in the midst of a statement"),
        (STEPS.replace("    if size:", "\n" * 12 + "    if size:") + USED + USED.replace(".do", ".with_offset(1).do"),
         "the function that begins the query is too long to be written out more than once"),
    ],
)  # fmt: skip
def test_statements_that_are_not_written_out(program: str, why: str) -> None:
    assert why in left(program)


def test_the_names_of_a_function_don_t_meet_those_of_its_caller() -> None:
    caller = 'def f(q, size):\n    found = _some(q, size + 1).do()\n    return q, size, found["data"]["Get"][q]\n'
    fixed = fix_text(HEAD + STEPS + caller, unsafe=True)
    assert "    size_2 = size + 1\n    limit = None\n    if size_2:\n        limit = size_2\n" in fixed
    assert "return q, size, [" in fixed


def test_what_an_argument_decides_is_not_asked_any_more() -> None:
    fixed = fix_text(HEAD + STEPS + 'print(len(_some("A", 0).do()["data"]["Get"]["A"]), len(x))\n')
    assert "if" not in fixed
    assert "limit" not in fixed


def test_a_function_that_another_one_needs_stays_with_it() -> None:
    """One of the two can't be written out: the query of both would stay v3 code in new places."""
    other = "def _more(q, size):\n    if size:\n        q = q.with_offset(size)\n    return q\n\n\n"
    used = 'def f(size):\n    q = _some("A", size)\n    q = _more(q, size)\n    return len(q.do()["data"]["Get"]["A"])\n'
    stays = 'print(_some("A", 1).with_where(x).do()["data"]["Get"]["A"])\n'
    assert "x" in str(left(STEPS + other + used + stays))
    assert "def " not in fix_text(HEAD + STEPS + other + used).replace("def f(", "")


def test_a_function_whose_callers_all_send_its_query_sends_it() -> None:
    steps = STEPS.replace("(name, size=2)", "(size=2)").replace("(name, ", '("A", ')
    fixed = fix_text(HEAD + steps + 'print(len(_some().do()["data"]["Get"]["A"]))\nprint(_some(1).do()["data"]["Get"]["A"][0]["t"])\n')
    assert "def _some(size=2):\n    limit = None\n" in fixed
    assert "    return client.collections.use(" in fixed
    assert fixed.endswith('print(len(_some().objects))\nprint(_some(1).objects[0].properties["t"])\n')


@pytest.mark.parametrize(
    ("steps", "used"),
    [
        (STEPS.replace("    if size:", "    try:\n        size = int(size)\n    except ValueError:\n        pass\n    if size:"), USED + USED),
        (STEPS.replace("    return q", "    return q if size else None"), USED + USED),
        ("@cached\n" + STEPS, USED + USED),
        (STEPS, USED + "x = _some\n" + USED),
        (STEPS, USED + USED + USED.replace(".do()", ".build()").replace('["data"]["Get"]["A"]', "")),
    ],
)
def test_a_function_that_does_not_send_its_query(steps: str, used: str) -> None:
    assert left(steps + used)
