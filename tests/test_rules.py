"""Static facts about every rule file: what can be said without running the engine."""

from __future__ import annotations

import ast
import csv
import functools
import importlib
import inspect
import json
import re
import sys
import textwrap
import typing
from pathlib import Path
from typing import Any, NoReturn

import pytest
import yaml
from ast_grep_py import SgRoot

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "rules"
V3_SURFACE = ROOT / "flake8_weaviate_v4" / "surface" / "v3.json"
ANCHORS = Path(__file__).resolve().parent / "data" / "docs-anchors.tsv"

AREAS = {
    "project": "0",
    "client": "1",
    "collections": "2",
    "objects": "3",
    "batch": "4",
    "search": "5",
    "filters": "6",
    "results": "7",
    "services": "8",
    "deprecated": "9",
}
REQUIRED = {"id", "language", "severity", "message", "note", "url", "rule", "metadata"}
ALLOWED = REQUIRED | {"fix", "constraints", "utils", "transform"}
METADATA_REQUIRED = {"name", "replacements", "fixable", "examples", "clean"}
METADATA_ALLOWED = METADATA_REQUIRED | {"symbols", "shapes", "link", "query", "older", "optional", "since"}
SHAPES = {
    "additional-without-equivalent",
    "near-text-autocorrect",
    "requests-exception",
    "additional",
    "aggregate-fields",
    "aggregate-near-unlimited",
    "aggregate-response",
    "batch-result",
    "class-schema",
    "cloud-oidc",
    "docarray-storage",
    "errors-response",
    "explore-response",
    "generate-response",
    "get-response",
    "get-without-properties",
    "no-vectorizer",
    "nodes-result",
    "object-dict",
    "object-list",
    "property-module-config",
    "property-name-vectorized",
    "raw-graphql",
    "reference-data-type",
    "reference-path",
    "schema-result",
    "string-data-type",
    "tenant-status",
    "unclosed-client",
    "unused-noqa",
    "where-filter",
}
MAX_MESSAGE = 160
VARIABLE = re.compile(r"\${1,3}([A-Z][A-Z0-9_]*)")
SYMBOL = re.compile(r"(?P<path>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?:\((?P<absent>-?)(?P<param>[A-Za-z_]\w*)\))?")

Rule = dict[str, Any]
OF_FILES = [RULES / "project" / f"{code}.yml" for code in ("WV001", "WV002", "WV003")]  # speak of other files than Python's
FILES = sorted(path for path in RULES.rglob("*.yml") if path not in OF_FILES)



def of_rules(files: list[Path]) -> pytest.MarkDecorator:
    """Parametrise a test over rule files."""
    return pytest.mark.parametrize("path", files, ids=[path.stem for path in files])


every_rule = of_rules(FILES)


@functools.cache
def load(path: Path) -> Rule:
    """The rule in one file, with whatever it lacks filled in, so that each test speaks of its own fact only."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        stop(path, f"is not valid YAML: {error}")
    if not isinstance(data, dict):
        stop(path, "is not a YAML mapping")
    rule: Rule = {"id": path.stem, "message": "", "note": "", "url": "", "rule": {}, **data}
    metadata = {"symbols": [], "shapes": [], "replacements": [], "examples": [], "clean": [], "fixable": "never"}
    given = rule.get("metadata")
    rule["metadata"] = {**metadata, **(given if isinstance(given, dict) else {})}
    rule["given"] = data
    return rule


def stop(path: Path, why: str) -> NoReturn:
    pytest.fail(f"{path.relative_to(ROOT).as_posix()}: {why}", pytrace=False)


def check(path: Path, problems: list[str]) -> None:
    if problems:
        stop(path, "; ".join(problems) if len(problems) == 1 else "\n  - " + "\n  - ".join(problems))


def test_there_are_rules() -> None:
    assert FILES, f"no rule files under {RULES}"
    strays = [str(path.relative_to(ROOT)) for path in RULES.rglob("*") if path.is_file() and path.suffix != ".yml"]
    assert not strays, f"only .yml files belong under rules/: {strays}"


@every_rule
def test_schema(path: Path) -> None:
    """Keys and their types are the ones that the registry reads."""
    given = load(path)["given"]
    problems = [f"key `{key}` is missing" for key in sorted(REQUIRED - given.keys())]
    problems += [f"key `{key}` is not allowed" for key in sorted(given.keys() - ALLOWED)]
    problems += [f"`{key}` must be text" for key in ("message", "note", "url", "fix") if not text_or_none(given, key)]
    if given.get("language") != "python":
        problems.append("`language` must be `python`")
    metadata = given.get("metadata")
    if not isinstance(metadata, dict):
        check(path, [*problems, "`metadata` must be a mapping"])
        return
    problems += [f"key `metadata.{key}` is missing" for key in sorted(METADATA_REQUIRED - metadata.keys())]
    problems += [f"key `metadata.{key}` is not allowed" for key in sorted(metadata.keys() - METADATA_ALLOWED)]
    for key in ("symbols", "shapes", "replacements", "clean"):
        value = metadata.get(key, [])
        if not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            problems.append(f"`metadata.{key}` must be a list of texts")
        elif len(set(value)) != len(value):
            problems.append(f"`metadata.{key}` names something twice")
    if not metadata.get("symbols") and not metadata.get("shapes"):
        problems.append("`metadata` has neither `symbols` nor `shapes`: the engine would never report it")
    problems += [
        f"shape `{shape}` is unknown (an engine shape? then add it to SHAPES in this test)"
        for shape in metadata.get("shapes", [])
        if shape not in SHAPES
    ]
    if metadata.get("fixable") not in ("always", "sometimes", "never"):
        problems.append("`metadata.fixable` must be always, sometimes or never")
    if "link" in metadata and metadata["link"] is not True:
        problems.append("`metadata.link` is true or left out")
    if not isinstance(metadata.get("query", ""), str):
        problems.append("`metadata.query` must be the name of a v4 query method")
    deprecated = path.stem.startswith("WV9")
    if deprecated and (metadata.get("optional") != "deprecations" or not is_minor(metadata.get("since"))):
        problems.append('a WV9 rule has `optional: deprecations` and `since: "4.N"` (quoted)')
    if not deprecated and "since" in metadata:
        problems.append("`metadata.since` is for WV9 rules only")
    if not deprecated and metadata.get("optional", "unclosed") not in ("unclosed", "unused_noqa"):
        problems.append("`metadata.optional` is `unclosed`, `unused_noqa` or left out outside WV9")
    check(path, problems)


def text_or_none(given: Rule, key: str) -> bool:
    return key not in given or (isinstance(given[key], str) and bool(given[key].strip()))


def is_minor(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"4\.\d+", value) is not None


@every_rule
def test_id(path: Path) -> None:
    """The id is the file's name, lies in its folder's range and is the only one of its kind."""
    problems = []
    area = path.parent.name
    if path.parent.parent != RULES or area not in AREAS:
        stop(path, f"must lie in one of rules/{{{','.join(AREAS)}}}/")
    if load(path)["id"] != path.stem:
        problems.append(f"`id: {load(path)['id']}` is not the file's name")
    if not re.fullmatch(rf"WV{AREAS[area]}\d\d", path.stem):
        problems.append(f"rules in {area}/ are WV{AREAS[area]}nn")
    twins = [other for other in FILES if other != path and load(other)["id"] == load(path)["id"]]
    problems += [f"`{load(path)['id']}` is also the id of {twin.relative_to(ROOT)}" for twin in twins]
    check(path, problems)


@every_rule
def test_name(path: Path) -> None:
    """The name is kebab-case and unique."""
    name = load(path)["metadata"].get("name")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        stop(path, f"`metadata.name` must be kebab-case, not {name!r}")
    twins = [other.stem for other in FILES if other != path and load(other)["metadata"].get("name") == name]
    check(path, [f"the name `{name}` is also that of {', '.join(twins)}"] if twins else [])


@every_rule
def test_symbols_are_its_own(path: Path) -> None:
    """No other rule claims the same symbol: one use is one finding."""
    problems = []
    for symbol in load(path)["metadata"]["symbols"]:
        twins = [other.stem for other in FILES if other != path and symbol in load(other)["metadata"]["symbols"]]
        if twins:
            problems.append(f"symbol `{symbol}` is also claimed by {', '.join(twins)}")
    check(path, problems)


def fill(message: str) -> str:
    return VARIABLE.sub(lambda found: "client" if found[1] == "RECEIVER" else '"Article"', message)


@every_rule
def test_message(path: Path) -> None:
    """One line, at most 160 characters once typical values stand in it, code in backticks."""
    message = load(path)["message"]
    problems = []
    if message != message.strip() or "\n" in message:
        problems.append("`message` must be a single line")
    filled = fill(message)
    if len(filled) > MAX_MESSAGE:
        problems.append(f"`message` has {len(filled)} characters when filled, {MAX_MESSAGE} is the limit: {filled}")
    if message.count("`") % 2 or "`" not in message:
        problems.append("`message` must have its code in pairs of backticks")
    check(path, problems)


@functools.cache
def anchors() -> frozenset[str]:
    with ANCHORS.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return frozenset(f"{row[0]}#{row[1]}" if row[1] else row[0] for row in rows if len(row) > 1)


@every_rule
def test_url(path: Path) -> None:
    """The docs page has the section that the rule links."""
    url = load(path)["url"]
    if url not in anchors():
        page = url.partition("#")[0]
        known = ", ".join(sorted(anchor.partition("#")[2] for anchor in anchors() if anchor.startswith(page + "#")))
        stop(path, f"{url} is not in {ANCHORS.name}; that page " + (f"has: {known}" if known else "isn't either"))


@every_rule
def test_severity(path: Path) -> None:
    """What v4 breaks is a warning, what v4 deprecates is a hint."""
    wanted = "hint" if path.stem.startswith("WV9") else "warning"
    severity = load(path).get("severity")
    check(path, [] if severity == wanted else [f"`severity` must be `{wanted}`, not `{severity}`"])


@of_rules(OF_FILES)
def test_rules_of_project_files(path: Path) -> None:
    """They have what is told of a rule; examples name the file that they are the text of (see tests/cli/test_project_files.py)."""
    given = load(path)["given"]
    metadata = given["metadata"]
    problems = []
    if set(given) != REQUIRED - {"rule"} or set(metadata) != METADATA_REQUIRED:
        problems.append("keys are those of a rule without `rule`")
    if (given["id"], given["severity"]) != (path.stem, "warning"):
        problems.append("`id` is the file's name, `severity` is warning")
    if len(given["message"]) > MAX_MESSAGE or given["url"] not in anchors():
        problems.append("the message is too long, or the link is dead")
    if [set(example) for example in metadata["examples"]] != [{"file", "v3", "v4"}] * max(2, len(metadata["examples"])):
        problems.append("at least two examples with file, v3 and v4")
    if not metadata["clean"]:
        problems.append("no `clean` look-alike, at least 1 is needed")
    check(path, problems)


@every_rule
def test_examples(path: Path) -> None:
    """At least two v3 examples with their v4 counterparts, at least one look-alike, and all of them parse."""
    metadata = load(path)["metadata"]
    problems = []
    if len(metadata["examples"]) < 2:
        problems.append(f"{len(metadata['examples'])} examples, at least 2 are needed")
    if not metadata["clean"]:
        problems.append("no `clean` look-alike, at least 1 is needed")
    for number, example in enumerate(metadata["examples"], 1):
        if not isinstance(example, dict) or set(example) - {"typed"} != {"v3", "v4"}:
            problems.append(f"example {number} must have the keys v3 and v4")
            continue
        problems += [
            problem for key in ("v3", "v4") for problem in syntax_problems(f"example {number} {key}", example[key])
        ]
        if example["v3"] == example["v4"]:
            problems.append(f"example {number} has the same text as v3 and v4")
    for number, text in enumerate(metadata["clean"], 1):
        problems += syntax_problems(f"clean {number}", text)
    check(path, problems)


def syntax_problems(where: str, text: object) -> list[str]:
    if not isinstance(text, str) or not text.strip():
        return [f"{where} must be Python source"]
    try:
        compile(text, where, "exec", dont_inherit=True)
    except SyntaxError as error:
        return [f"{where} does not compile: line {error.lineno}: {error.msg}"]
    return []


def external(symbol: str) -> bool:
    return not symbol.startswith("weaviate.") and symbol != "weaviate"


@functools.cache
def v3() -> dict[str, Any]:
    if not V3_SURFACE.is_file():
        pytest.fail(f"{V3_SURFACE.relative_to(ROOT).as_posix()} does not exist yet", pytrace=False)
    surface: dict[str, Any] = json.loads(V3_SURFACE.read_text(encoding="utf-8"))
    return surface


def v3_canonical(path: str) -> str:
    """The canonical path of a v3 name: the longest aliased start of the path is replaced."""
    parts = path.split(".")
    for end in range(len(parts), 0, -1):
        alias = v3()["aliases"].get(".".join(parts[:end]))
        if alias is not None:
            return ".".join([alias, *parts[end:]])
    return path


def v3_entry(path: str) -> dict[str, Any] | None:
    """The surface entry of a v3 name; a member may be inherited."""
    canonical = v3_canonical(path)
    symbols: dict[str, dict[str, Any]] = v3()["symbols"]
    if canonical in symbols:
        return symbols[canonical]
    owner, _, member = canonical.rpartition(".")
    for base in symbols.get(owner, {}).get("bases", []):
        entry = v3_entry(f"{base}.{member}")
        if entry is not None:
            return entry
    return None


def v3_params(path: str) -> set[str]:
    entry = v3_entry(path) or {}
    if entry.get("kind") == "class" and "params" not in entry:
        entry = v3_entry(f"{path}.__init__") or {}
    return {param["name"] for param in entry.get("params", [])}


@of_rules([path for path in FILES if not path.stem.startswith("WV9")])
def test_symbols_exist_in_v3(path: Path) -> None:
    """Every symbol (alias, member, parameter) is one that some v3 client offered; wrappers' classes are external."""
    problems = []
    for symbol in load(path)["metadata"]["symbols"]:
        found = SYMBOL.fullmatch(symbol)
        if not found:
            problems.append(f"`{symbol}` is not a dotted path, a path(param) or a path(-param)")
        elif external(symbol):
            if not "WV860" <= path.stem <= "WV879":
                problems.append(f"`{symbol}`: only WV860 to WV879 speak of other packages")
        elif v3_entry(found["path"]) is None:
            owner = v3_canonical(found["path"]).rpartition(".")[0]
            near = ", ".join(sorted(name for name in v3()["symbols"] if name.rpartition(".")[0] == owner)[:40])
            problems.append(f"`{found['path']}` is not in v3.json; `{owner}` has: {near or 'nothing'}")
        elif found["param"] and found["param"] not in v3_params(found["path"]):
            known = ", ".join(sorted(v3_params(found["path"]))) or "none"
            problems.append(f"`{found['path']}` has no parameter `{found['param']}` in v3.json; it has: {known}")
    check(path, problems)


@every_rule
def test_message_variables(path: Path) -> None:
    """A message can only be filled with the receiver and with arguments of the rule's symbols."""
    rule = load(path)
    wanted = set(VARIABLE.findall(rule["message"])) - {"RECEIVER"}
    if not wanted or rule["metadata"]["shapes"]:
        return
    known: set[str] = set()
    for symbol in rule["metadata"]["symbols"]:
        found = SYMBOL.fullmatch(symbol)
        if found and found["param"]:
            known.add(found["param"])
        if found and path.stem.startswith("WV9"):
            known |= signature_names(resolve_v4(found["path"]))
        elif found and not external(symbol):
            known |= v3_params(found["path"])
    unknown = sorted(wanted - {param.upper() for param in known})
    offer = ", ".join(sorted(known)) or "they have none"
    check(path, [f"`${name}` in the message is no parameter of its symbols ({offer})" for name in unknown])


class Missing(LookupError):
    """A v4 path that the installed client does not offer."""


@functools.cache
def v4_version() -> tuple[int, ...]:
    try:
        version = importlib.import_module("weaviate").__version__
    except ImportError:
        pytest.fail("weaviate-client v4 is not installed here: install the test extras", pytrace=False)
    numbers = tuple(int(part) for part in re.findall(r"\d+", str(version))[:2])
    if numbers < (4, 23):
        pytest.fail(f"the installed weaviate-client is {version}; the rules speak of 4.23 and newer", pytrace=False)
    return numbers


def resolve_v4(path: str) -> Any:
    """The object at a v4 dotted path. Instance attributes are followed by their annotations."""
    v4_version()
    parts = path.split(".")
    value: Any = None
    for end in range(len(parts), 0, -1):
        name = ".".join(parts[:end])
        try:
            value = importlib.import_module(name)
        except ImportError:
            continue
        break
    else:
        raise Missing(f"`{parts[0]}` can't be imported")
    for position, part in enumerate(parts[end:], end):
        try:
            value = inspect.getattr_static(value, part) if isinstance(value, property) else getattr(value, part)
        except (AttributeError, KeyError) as error:
            value = instance_attribute(value, part)
            if value is None:
                owner = ".".join(parts[:position])
                raise Missing(f"`{path}`: `{owner}` has no `{part}` in the installed v4 client") from error
        if isinstance(value, property):
            value = returned(value)
    return value


def returned(value: property) -> Any:
    hint = getattr(value.fget, "__annotations__", {}).get("return", object)
    return object if isinstance(hint, str) else typing.get_origin(hint) or hint


def instance_attribute(owner: Any, name: str) -> Any:
    """What an attribute of the class's objects is annotated with; `object` where that can't be evaluated."""
    for cls in getattr(owner, "__mro__", ()):
        hint = inspect.get_annotations(cls).get(name) or set_in_init(cls, name)
        if hint is None:
            continue
        if isinstance(hint, str):
            try:
                hint = eval(hint, vars(sys.modules[cls.__module__]))
            except (AttributeError, NameError, SyntaxError, TypeError):
                return object
        return typing.get_origin(hint) or hint
    return None


def set_in_init(cls: type, name: str) -> str | None:
    """The annotation, or else the called class, of `self.name = ...` in a class's own `__init__`."""
    if "__init__" not in cls.__dict__:
        return None
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(cls.__dict__["__init__"])))
    except (OSError, TypeError, SyntaxError):
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign) and is_attribute(node.target, name):
            return ast.unparse(node.annotation)
        if isinstance(node, ast.Assign) and any(is_attribute(target, name) for target in node.targets):
            return ast.unparse(node.value.func) if isinstance(node.value, ast.Call) else "object"
    return None


def is_attribute(target: ast.expr, name: str) -> bool:
    return isinstance(target, ast.Attribute) and target.attr == name


def signature_names(value: Any) -> set[str]:
    try:
        return set(inspect.signature(value).parameters)
    except (TypeError, ValueError):
        return set()


def v4_problem(symbol: str) -> str | None:
    found = SYMBOL.fullmatch(symbol)
    if not found:
        return f"`{symbol}` is not a dotted path or a path(param)"
    try:
        value = resolve_v4(found["path"])
    except Missing as error:
        return str(error)
    if found["param"] and found["param"] not in signature_names(value):
        known = ", ".join(sorted(signature_names(value))) or "none"
        return f"`{found['path']}` has no parameter `{found['param']}` in the installed v4 client; it has: {known}"
    return None


@of_rules([path for path in FILES if path.stem.startswith("WV9")])
@pytest.mark.filterwarnings("ignore")
def test_deprecated_symbols_exist_in_v4(path: Path) -> None:
    """What WV9 calls deprecated still works in the newest v4."""
    check(path, [problem for symbol in load(path)["metadata"]["symbols"] if (problem := v4_problem(symbol))])


@every_rule
@pytest.mark.filterwarnings("ignore")
def test_replacements_exist_in_v4(path: Path) -> None:
    """Every name that a rule recommends can be had from the installed v4 client."""
    check(path, [problem for name in load(path)["metadata"]["replacements"] if (problem := v4_problem(name))])


@every_rule
def test_pattern(path: Path) -> None:
    """The file is a valid ast-grep rule that matches at least one of its own v3 examples."""
    rule = load(path)
    config = {key: rule[key] for key in ("rule", "constraints", "utils") if key in rule["given"]}
    texts = [example["v3"] for example in rule["metadata"]["examples"] if isinstance(example, dict) and "v3" in example]
    try:
        hits = [SgRoot(text, "python").root().find(typing.cast(Any, config)) for text in texts]
    except Exception as error:  # noqa: BLE001 - ast-grep-py raises bare Exception for an unknown field
        stop(path, f"ast-grep does not take the rule: {error}")
    if not any(hits):
        stop(path, f"the pattern matches none of its {len(texts)} v3 examples: {rule['rule']}")


@every_rule
def test_variables_are_bound(path: Path) -> None:
    """ast-grep fills messages and fixes too: the pattern has to bind what they use."""
    rule = load(path)
    branches = rule["rule"].get("any", [rule["rule"]]) if isinstance(rule["rule"], dict) else []
    bound = [set(VARIABLE.findall(json.dumps(branch))) for branch in branches]
    extra = set(VARIABLE.findall(json.dumps([rule.get("constraints", {}), rule.get("transform", {})])))
    extra |= set(rule.get("transform", {}))
    problems = [
        f"`${name}` in the message is bound by no pattern"
        for name in sorted(set(VARIABLE.findall(rule["message"])) - extra)
        if not any(name in names for names in bound)
    ]
    problems += [
        f"`${name}` in the fix must be bound by every alternative of the rule"
        for name in sorted(set(VARIABLE.findall(rule.get("fix", ""))) - extra)
        if not all(name in names for names in bound)
    ]
    check(path, problems)


@every_rule
def test_fix(path: Path) -> None:
    """A template is used only where the rule says that it is fixable."""
    rule = load(path)
    problems = []
    if "fix" in rule and rule["metadata"]["fixable"] == "never":
        problems.append("`fix` with `fixable: never`")
    if path.parent.name != "project" and rule["metadata"]["fixable"] == "always" and "fix" not in rule and not rule["metadata"]["replacements"]:
        problems.append("`fixable: always` with neither `fix` nor `replacements`")
    check(path, problems)
