"""Project files: requirements that keep v3, servers that v4 can't talk to."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from flake8_weaviate_v4 import registry
from flake8_weaviate_v4.manifests import versions

from .conftest import Run

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Write = Callable[..., Path]
RULES = [registry.load().rules[code] for code in ("WV001", "WV002", "WV003")]
WEAVIATE = "services:\n  weaviate:\n    image: semitechnologies/weaviate:1.30.0\n"


@pytest.fixture
def found(run: Run, write: Write) -> Callable[..., list[str]]:
    """Code and marked text of what is found in a file."""

    def found(name: str, text: str, *words: str) -> list[str]:
        path = write(name, text)
        result = run("check", "--isolated", *words, "--output-format", "json", select="WV0")
        assert result.err in ("", "warning: no Python files found under the given paths\n")
        marked = []
        for each in json.loads(result.out):
            line = path.read_text().splitlines()[each["location"]["row"] - 1]
            marked.append(f"{each['code']} {line[each['location']['column'] - 1 : each['end_location']['column'] - 1]}")
        path.unlink()
        return marked

    return found


@pytest.fixture
def fixed(run: Run, write: Write) -> Callable[..., str]:
    """The text of a file after an unsafe fix, which a second one does not change."""

    def fixed(name: str, text: str, *words: str) -> str:
        path = write(name, text)
        run("fix", "--isolated", "--unsafe-fixes", *words, select="WV0")
        once = path.read_bytes().decode()
        run("fix", "--isolated", "--unsafe-fixes", *words, select="WV0")
        assert path.read_bytes().decode() == once
        path.unlink()
        return once

    return fixed


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_the_rule(rule: Any, found: Callable[..., list[str]], fixed: Callable[..., str]) -> None:
    for example in rule.examples:
        assert [each[:5] for each in found(example["file"], example["v3"])] == [rule.code]
        assert found(example["file"], example["v4"]) == []
        assert fixed(example["file"], example["v3"]) == example["v3" if rule.fixable == "never" else "v4"]
    for text in rule.clean:
        assert found(rule.examples[0]["file"], text) == []


# -- requirements -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("weaviate-client==3.26.7", "weaviate-client==3.26.7"),
        ("Weaviate_Client<4", "Weaviate_Client<4"),
        ("weaviate.client ~= 3.2  # why", "weaviate.client ~= 3.2"),
        ("weaviate-client[all]>=3,<4", "weaviate-client[all]>=3,<4"),
        ("weaviate-client==3.*; python_version < '3.9'", "weaviate-client==3.*"),
        ("weaviate-client (<4.0)", "weaviate-client (<4.0)"),
        ("  weaviate-client<=3.26.7 \\\n    --hash=sha256:abc", "weaviate-client<=3.26.7"),
        ("weaviate-client==3.26.7 --hash=sha256:abc", "weaviate-client==3.26.7"),
        ("weaviate-client===3.26.7", "weaviate-client===3.26.7"),
        ("weaviate-client<4.4", "weaviate-client<4.4"),  # 4.0 to 4.3 were betas
        ("weaviate-client<=4.0", "weaviate-client<=4.0"),
    ],
)
def test_requirements_that_keep_v3(found: Callable[..., list[str]], line: str, marked: str) -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "dev-requirements.in", "constraints.txt", "requirements/base.txt"):
        assert found(name, f"flask\n{line}\n") == [f"WV001 {marked}"]


@pytest.mark.parametrize(
    "line",
    [
        "weaviate-client", "weaviate-client>=3", "weaviate-client>=3.20,!=3.21", "weaviate-client==4.9.2", "weaviate-client<5",
        "weaviate-client~=4.1", "weaviate-client==4.0b5", "weaviate-client<4.5", "weaviate-client==4.3b2", "# weaviate-client==3.26.7", "weaviate-client-x==3",
        "my-weaviate-client==3.0", "weaviate-client @ git+https://example.org/x@3", "-r weaviate-client==3.txt",
        "weaviate-client==3.26.7  # noqa: WV001", "weaviate-client==3.26.7  # noqa", "apache-airflow-providers-weaviate==1.0",
        "weaviate-client<4; python_version < '3.8'\nweaviate-client>=4; python_version >= '3.8'", "weaviate-client==bad.version", "weaviate-client>=3.0,<x",
    ],
)  # fmt: skip
def test_requirements_that_do_not(found: Callable[..., list[str]], line: str) -> None:
    assert found("requirements.txt", f"flask\n{line}\n") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("weaviate-client==3.26.7", "weaviate-client>=4.16,<5"),
        ("weaviate-client[x] >= 3.0 , < 4 ; python_version < '3.9'  # why", "weaviate-client[x] >=4.16,<5 ; python_version < '3.9'  # why"),
        ("weaviate-client (<4.0)", "weaviate-client (>=4.16,<5)"),
        ("weaviate-client==3.1 \\\n    ; python_version > '3'", "weaviate-client>=4.16,<5 \\\n    ; python_version > '3'"),
        ("weaviate-client==3.26.7 --hash=sha256:abc", "weaviate-client==3.26.7 --hash=sha256:abc"),
        ("weaviate-client==3.26.7 \\\r\n  --hash=sha256:abc", "weaviate-client==3.26.7 \\\r\n  --hash=sha256:abc"),
        ("weaviate-client==3.26.7\r", "weaviate-client>=4.16,<5\r"),
    ],
)
def test_a_requirement_is_rewritten_and_nothing_else(fixed: Callable[..., str], before: str, after: str) -> None:
    assert fixed("requirements.txt", f"flask\n{before}\nz==1") == f"flask\n{after}\nz==1"


def test_the_target_decides_what_is_required(fixed: Callable[..., str]) -> None:
    assert fixed("requirements.txt", "weaviate-client<4\n", "--target-client", "4.9") == "weaviate-client>=4.9,<5\n"
    assert fixed("requirements.txt", "weaviate-client<4\n", "--target-client", "4.20") == "weaviate-client>=4.20,<5\n"


def test_a_safe_fix_leaves_requirements(run: Run, write: Write) -> None:
    path = write("requirements.txt", "weaviate-client<4\n")
    result = run("fix", select="WV0")
    assert (result.code, path.read_text()) == (1, "weaviate-client<4\n")
    assert "not fixed: only with --unsafe-fixes, because all code has to be on v4 before the requirement is" in result.out


PYPROJECT = """\
[project]
name = "x"
version = "1"
dependencies = [
    "flask",
    'weaviate-client>=3.22,<4',  # "weaviate-client<4" in a comment
]
[project.optional-dependencies]
search = ["weaviate-client[all]==3.26.7; extra == 'x'"]
[dependency-groups]
dev = ["weaviate-client~=3.2", {include-group = "test"}]
test = ["weaviate-client>=3"]
[tool.pdm.dev-dependencies]
a = ["weaviate_client<3.9"]
[tool.uv]
constraint-dependencies = ["weaviate-client<4"]
[tool.hatch.envs.default]
dependencies = ["weaviate-client<4"]
[tool.poetry.dependencies]
python = "^3.9"
weaviate-client = "^3.26"
[tool.poetry.group.dev.dependencies]
"weaviate-client" = {version = "~3.26.1", extras = ["a"]}
[tool.poetry.group.old.dependencies]
Weaviate-Client = '3.26.7'
[tool.poetry.group.deep.dependencies.weaviate-client]
extras = ["a"]
version = "^3.1"
[tool.poetry.group.dotted.dependencies]
weaviate-client.version = "~3.2"
[tool.other]
weaviate-client = "^3.99"
text = "weaviate-client<3.99"
"""


def test_pyproject(found: Callable[..., list[str]], fixed: Callable[..., str]) -> None:
    assert found("pyproject.toml", PYPROJECT) == [
        "WV001 weaviate-client>=3.22,<4",
        "WV001 weaviate-client[all]==3.26.7",
        "WV001 weaviate-client~=3.2",
        "WV001 weaviate_client<3.9",
        "WV001 weaviate-client<4",
        "WV001 weaviate-client<4",
        'WV001 weaviate-client = "^3.26"',
        'WV001 weaviate-client" = {version = "~3.26.1"',
        "WV001 Weaviate-Client = '3.26.7'",
        "WV001 weaviate-client]",
        'WV001 weaviate-client.version = "~3.2"',
    ]
    after = tomllib.loads(fixed("pyproject.toml", PYPROJECT))
    assert after["project"]["dependencies"] == ["flask", "weaviate-client>=4.16,<5"]
    assert after["project"]["optional-dependencies"]["search"] == ["weaviate-client[all]>=4.16,<5; extra == 'x'"]
    assert after["dependency-groups"]["dev"][0] == "weaviate-client>=4.16,<5"
    assert after["dependency-groups"]["test"] == ["weaviate-client>=3"]
    poetry = after["tool"]["poetry"]
    assert poetry["dependencies"]["weaviate-client"] == "^4.16"
    assert poetry["group"]["dev"]["dependencies"]["weaviate-client"] == {"version": ">=4.16,<5", "extras": ["a"]}
    assert poetry["group"]["old"]["dependencies"]["Weaviate-Client"] == ">=4.16,<5"
    assert poetry["group"]["deep"]["dependencies"]["weaviate-client"] == {"extras": ["a"], "version": "^4.16"}
    assert poetry["group"]["dotted"]["dependencies"]["weaviate-client"] == {"version": ">=4.16,<5"}
    assert after["tool"]["other"] == {"weaviate-client": "^3.99", "text": "weaviate-client<3.99"}
    text = fixed("pyproject.toml", PYPROJECT)
    assert '"weaviate-client<4" in a comment' in text
    assert text.count("\n") == PYPROJECT.count("\n")


@pytest.mark.parametrize("version", ["^3", "^3.26.7", "~3", "~3.26", "3.*", "3.26.7", ">=3,<4", "<4 || 3.1", "==3.26.7"])
def test_constraints_of_poetry_that_keep_v3(found: Callable[..., list[str]], version: str) -> None:
    text = f'[tool.poetry.dependencies]\nweaviate-client = "{version}"\n'
    assert found("pyproject.toml", text) == [f'WV001 weaviate-client = "{version}"']


@pytest.mark.parametrize("version", ["*", "^4", "~4.9", ">=3", "^3 || ^4", "4.*", ">3.0", "", "dev"])
def test_constraints_of_poetry_that_do_not(found: Callable[..., list[str]], version: str) -> None:
    assert found("pyproject.toml", f'[tool.poetry.dependencies]\nweaviate-client = "{version}"\n') == []


def test_setup_cfg(found: Callable[..., list[str]], fixed: Callable[..., str]) -> None:
    text = (
        "[metadata]\nname = weaviate-client-x\ndescription = weaviate-client<4\n\n[options]\npackages = find:\ninstall_requires =\n"
        "    flask\n    weaviate-client>=3,<4 ; python_version>'3'\n\n[options.extras_require]\na = weaviate-client<4\n"
        "[tool:pytest]\naddopts = weaviate-client<4\n"
    )
    assert found("setup.cfg", text) == ["WV001 weaviate-client>=3,<4", "WV001 weaviate-client<4"]
    assert fixed("setup.cfg", text) == text.replace(">=3,<4 ;", ">=4.16,<5 ;").replace("a = weaviate-client<4", "a = weaviate-client>=4.16,<5")


def test_pipfile(found: Callable[..., list[str]], fixed: Callable[..., str]) -> None:
    text = '[packages]\nweaviate-client = "==3.26.7"\n[dev-packages]\nweaviate-client = {version = "~=3.2", extras = ["x"]}\nflask = "*"\n'
    assert found("Pipfile", text) == ['WV001 weaviate-client = "==3.26.7"', 'WV001 weaviate-client = {version = "~=3.2"']
    assert fixed("Pipfile", text) == text.replace("==3.26.7", ">=4.16,<5").replace("~=3.2", ">=4.16,<5")


@pytest.mark.parametrize(
    ("item", "marked", "after"),
    [
        ("weaviate-client=3.26", "weaviate-client=3.26", "weaviate-client>=4.16,<5"),
        ("weaviate-client==3.26.7", "weaviate-client==3.26.7", "weaviate-client>=4.16,<5"),
        ("weaviate-client=3.26.7=pyhd8ed1ab_0", "weaviate-client=3.26.7=pyhd8ed1ab_0", "weaviate-client>=4.16,<5"),
        ("conda-forge::weaviate-client<4", "weaviate-client<4", "conda-forge::weaviate-client>=4.16,<5"),
        ('"weaviate-client >=3,<4"', "weaviate-client >=3,<4", '"weaviate-client >=4.16,<5"'),
        ("pip:\n    - weaviate-client==3.1", "weaviate-client==3.1", "pip:\n    - weaviate-client>=4.16,<5"),
        ("weaviate-client", None, None),
        ("weaviate-client=4.9", None, None),
        ("weaviate-client>=3", None, None),
        ("pip:\n    - weaviate-client>=4", None, None),
    ],
)
def test_conda(found: Callable[..., list[str]], fixed: Callable[..., str], item: str, marked: str | None, after: str | None) -> None:
    text = f"name: x\ndependencies:\n  - python=3.11\n  - {item}\n  - flask\n"
    assert found("environment.yml", text) == ([] if marked is None else [f"WV001 {marked}"])
    assert fixed("environment.yml", text) == (text if after is None else text.replace(item, after))


# -- servers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("image", "target", "old"),
    [
        ("semitechnologies/weaviate:1.19.6", "4.24", "1.19.6"),
        ("cr.weaviate.io/semitechnologies/weaviate:1.26.9", "4.24", "1.26.9"),
        ("docker.io/semitechnologies/weaviate:1.24", "4.24", "1.24"),
        ("semitechnologies/weaviate:1.23.7", "4.16", None),
        ("semitechnologies/weaviate:1.23.6", "4.16", "1.23.6"),
        ("semitechnologies/weaviate:1.23.7", "4.17", "1.23.7"),
        ("semitechnologies/weaviate:1.27.0", "4.24", None),
        ("semitechnologies/weaviate:${VERSION:-1.19.0}", "4.24", "1.19.0"),
        ("semitechnologies/weaviate:${VERSION}", "4.24", None),
        ("semitechnologies/weaviate:latest", "4.24", None),
        ("semitechnologies/weaviate:preview-x", "4.24", None),
        ("semitechnologies/weaviate", "4.24", None),
        ("semitechnologies/weaviate@sha256:abc", "4.24", None),
        ("semitechnologies/weaviate-ui:1.0.0", "4.24", None),
        ("other/weaviate:1.0.0", "4.24", None),
    ],
)
def test_images(run: Run, write: Write, image: str, target: str, old: str | None) -> None:
    write("docker-compose.yml", f"services:\n  w:\n    image: {image}\n")
    out = run("check", "--target-client", target, select="WV002").out
    assert re.findall(r"Weaviate `(\S+)` is too old for `weaviate-client` \S+: it needs", out) == ([] if old is None else [old])


@pytest.mark.parametrize(
    ("ports", "after"),
    [
        ('      - "8080:8080"\n', '      - "8080:8080"\n      - "50051:50051"\n'),
        ("      - 8080:8080  # REST\n      - 2112:2112\n", '      - 8080:8080  # REST\n      - "50051:50051"\n      - 2112:2112\n'),
        ("      - '127.0.0.1:80:8080/tcp'\n", "      - '127.0.0.1:80:8080/tcp'\n      - '127.0.0.1:50051:50051/tcp'\n"),
        ("      - 8080\n", "      - 8080\n      - 50051\n"),
        ('      - "8080:8080"', '      - "8080:8080"\n      - "50051:50051"'),
    ],
)
def test_a_port_that_is_not_published(found: Callable[..., list[str]], fixed: Callable[..., str], ports: str, after: str) -> None:
    text = f"{WEAVIATE}    ports:\n"
    assert len(found("compose.yaml", text + ports)) == 1
    assert fixed("compose.yaml", text + ports) == text + after
    assert yaml.safe_load(text + after)
    crlf = (text + ports).replace("\n", "\r\n")
    assert fixed("compose.yaml", crlf) == (text + after).replace("\n", "\r\n")


def test_ports_in_one_line_and_in_long_form(found: Callable[..., list[str]], fixed: Callable[..., str]) -> None:
    text = WEAVIATE + "    ports: ['8080:8080', '1:1']\n"
    assert fixed("compose.yaml", text) == WEAVIATE + "    ports: ['8080:8080', '50051:50051', '1:1']\n"
    text = WEAVIATE + "    ports:\n      - target: 8080\n        published: 80\n"
    assert found("compose.yaml", text) == ["WV003 target"]
    assert fixed("compose.yaml", text) == text


@pytest.mark.parametrize(
    "rest",
    [
        "    ports: ['8080:8080', '50051:50051']\n",
        "    ports: ['8080:8080', '60000:50051/tcp']\n",
        "    ports: ['8080-8090:8080-8090', '50000-50100:50000-50100']\n",
        "    ports: [{target: 8080, published: 80}, {target: 50051}]\n",
        "    ports: ['${PORT}:8080', '${GRPC:-50051}:50051']\n",
        "    ports: ['8080:8080', '1:${GRPC}']\n",
        "    ports: ['8080:8080', '7777:7777']\n    environment: {GRPC_PORT: 7777}\n",
        "    ports: ['8080:8080', '7777:7777']\n    environment: ['GRPC_PORT=7777']\n",
        "    ports: ['6060:6060']\n",
        "    ports: ['8080:8080']\n    network_mode: host\n",
        "    expose: [8080]\n",
        "    ports: ['8080:8080']\n  app:\n    image: x\n    environment: {WEAVIATE_URL: 'http://weaviate:8080'}\n",
        "    ports: ['8080:8080']\n  app:\n    image: x\n    command: [run, --url=weaviate:8080]\n",
        "",
    ],
)
def test_servers_whose_port_can_be_reached(found: Callable[..., list[str]], rest: str) -> None:
    for name in ("docker-compose.yml", "docker-compose.override.yml", "compose.yaml", "docker/weaviate.yml"):
        assert found(name, WEAVIATE + rest) == []


def test_a_module_is_no_application(found: Callable[..., list[str]]) -> None:
    module = "  contextionary:\n    image: semitechnologies/contextionary:en\n    environment: {ORIGIN: 'http://weaviate:8080'}\n"
    assert found("compose.yaml", WEAVIATE + "    ports: ['8080:8080']\n" + module) == ["WV003 '8080:8080'"]


def test_a_port_of_the_host_is_given_once(found: Callable[..., list[str]], fixed: Callable[..., str]) -> None:
    node = "  w{0}:\n    image: semitechnologies/weaviate:1.30.0\n    ports:\n      - '808{0}:8080'\n"
    text = "services:\n" + node.format(1) + node.format(2)
    assert len(found("compose.yaml", text)) == 2
    after = fixed("compose.yaml", text)
    assert after.count("50051:50051") == 1
    assert fixed("compose.yaml", after) == after


def test_services_of_a_workflow(found: Callable[..., list[str]]) -> None:
    text = (
        "on: push\njobs:\n  test:\n    services:\n      weaviate:\n        image: semitechnologies/weaviate:1.19.0\n"
        "        ports:\n          - 8080:8080\n"
    )
    assert found(".github/workflows/ci.yml", text) == ["WV002 semitechnologies/weaviate:1.19.0", "WV003 8080:8080"]


SERVICE = "---\nkind: Service\nmetadata: {name: weaviate}\nspec:\n  ports:\n    - {port: 80, targetPort: 8080}\n"
WORKLOAD = (
    "kind: StatefulSet\nmetadata: {name: weaviate}\nspec:\n  template:\n    spec:\n      containers:\n"
    "        - name: weaviate\n          image: cr.weaviate.io/semitechnologies/weaviate:1.25.1\n"
)


def test_kubernetes(found: Callable[..., list[str]]) -> None:
    old = "WV002 cr.weaviate.io/semitechnologies/weaviate:1.25.1"
    assert found("k8s/weaviate.yaml", WORKLOAD) == [old]
    assert found("k8s/weaviate.yaml", WORKLOAD + SERVICE) == [old, "WV003 ports"]
    grpc = SERVICE.replace("name: weaviate", "name: weaviate-grpc").replace("80, targetPort: 8080", "50051")
    assert found("k8s/weaviate.yaml", WORKLOAD + SERVICE + grpc) == [old]
    assert found("k8s/service.yaml", SERVICE) == []  # the other service may be in another file
    assert found("k8s/weaviate.yaml", WORKLOAD + SERVICE.replace("name: weaviate", "name: api")) == [old]


def test_a_list_of_kubernetes_objects(found: Callable[..., list[str]]) -> None:
    inner = "".join(f"  {line}\n" for line in WORKLOAD.splitlines()).replace("  kind", "- kind", 1)
    assert found("k8s/all.yaml", f"kind: List\nitems:\n{inner}") == ["WV002 cr.weaviate.io/semitechnologies/weaviate:1.25.1"]


def test_helm_values(found: Callable[..., list[str]], fixed: Callable[..., str]) -> None:
    text = "weaviate:\n  image:\n    repo: semitechnologies/weaviate\n    tag: '1.19.6'\n  grpcService:\n    enabled: false\n"
    assert found("chart/values-prod.yaml", text) == ["WV002 1.19.6", "WV003 false"]
    assert fixed("values.yaml", text) == text.replace("enabled: false", "enabled: true")
    assert found("values.yaml", text.replace("semitechnologies/weaviate", "other/image")) == []


# -- around them -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("pyproject.toml", "[project\n# weaviate-client", "can't be parsed: no TOML: "),
        ("Pipfile", "a = \n# weaviate", "can't be parsed: no TOML: Invalid value (1:5)"),
        ("docker-compose.yml", "services:\n  weaviate: [\n", "can't be parsed: no YAML: "),
        ("docker-compose.yml", "a:\n\t- weaviate\n", "can't be parsed: no YAML: "),
        ("setup.cfg", "weaviate-client<4\n", "can't be parsed: "),
        ("requirements.txt", b"\xff weaviate", "not UTF-8 (byte 0xff in line 1)"),
        ("docker-compose.yml", "weaviate: " + "[" * 30_000, "can't be parsed: "),
    ],
)
def test_files_that_can_not_be_read(run: Run, write: Write, name: str, text: str | bytes, said: str) -> None:
    path = write(name, text)
    for command in ("check", "fix"):
        result = run(command, "--isolated", select="WV0")
        assert result.code == 2
        assert result.err.startswith(f"error: {name}: {said}")
        assert result.err.count("\n") == 1
    assert path.read_bytes() == (text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("templates/weaviate.yaml", "kind: StatefulSet\nimage: {{ .Values.weaviate }}\n{{- if x }}\n"),
        ("docker-compose.yml", "a: &a {weaviate: *a}\n"),
        ("docker-compose.yml", "a: !!python/object/apply:os.system ['weaviate']\n"),
        ("docker-compose.yml", "weaviate\n"),
        ("docker-compose.yml", "services: [weaviate]\n"),
        ("docker-compose.yml", "services: {weaviate: semitechnologies/weaviate}\n"),
        ("environment.yml", "dependencies: weaviate-client<4\n"),
        ("pyproject.toml", "tool = 'weaviate-client<4'\n"),
        ("pyproject.toml", "[tool]\npoetry = 'weaviate-client<4'\n"),
        ("requirements.txt", ""),
        ("notes.txt", "weaviate-client<4\n"),
        ("other.toml", "a = ['weaviate-client<4']\n"),
    ],
)
def test_files_that_hold_nothing(found: Callable[..., list[str]], name: str, text: str) -> None:
    assert found(name, text) == []


def test_anchors_that_multiply(run: Run, write: Write) -> None:
    """A YAML bomb is a graph that is walked once."""
    lines = ["a0: &a0 {image: {repo: semitechnologies/weaviate, tag: 1.1.1}}"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    write("values.yaml", "\n".join(lines))
    assert run("check", select="WV0").out.count("WV002") == 1


def test_they_are_part_of_every_run(run: Run, write: Write) -> None:
    write(".gitignore", "ignored/\n")
    write("requirements.txt", "weaviate-client<4\n")
    write("ignored/requirements.txt", "weaviate-client<4\n")
    write("node_modules/requirements.txt", "weaviate-client<4\n")
    (write("x").parent / ".git").mkdir()
    assert run("check", select="").out.startswith("requirements.txt:1:1: WV001 `weaviate-client<4` allows no v4 client")
    assert "Found 1 finding" in run("check", select="").out
    assert run("check", "--ignore", "WV0", select="").code == 0
    assert run("fix", "--diff", "--unsafe-fixes", select="").out.endswith("-weaviate-client<4\n+weaviate-client>=4.16,<5\n")
    run("check", "--add-baseline", select="")
    assert run("check", select="").code == 0


def test_the_numbers_are_those_of_the_client() -> None:
    """What the installed client says of the server that it needs."""
    import weaviate
    from weaviate.connect import v4

    needed = re.findall(r"Please use Weaviate version (\d+)\.(\d+)\.(\d+) or higher", Path(v4.__file__).read_text())
    version = tuple(int(part) for part in weaviate.__version__.split(".")[:2])
    assert {tuple(map(int, each)) for each in needed} == {versions.server_for((version[0], version[1]))}
    assert f"grpc_port: int = {versions.GRPC_PORT}" in Path(weaviate.connect.helpers.__file__).read_text()
    assert f"port: int = {versions.REST_PORT}" in Path(weaviate.connect.helpers.__file__).read_text()
