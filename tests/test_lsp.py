"""The language server over a real session, and plain flake8 in python-lsp-server."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient
from session import Session

from flake8_weaviate_v4 import registry

HEAD = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'
V3 = HEAD + 'client.schema.delete_class("A")\n'
V4 = 'import weaviate\n\nclient = weaviate.connect_to_local()\nclient.collections.delete("A")\n'
SERVER = [sys.executable, "-m", "flake8_weaviate_v4", "server"]
LONGEST = 60  # seconds for an answer: a server that hangs fails its test
T = TypeVar("T")


async def soon(answer: Awaitable[T]) -> T:
    return await asyncio.wait_for(answer, LONGEST)


@pytest_lsp.fixture(config=ClientServerConfig(server_command=SERVER))  # type: ignore[untyped-decorator]
async def client(lsp_client: LanguageClient, tmp_path: Path) -> AsyncIterator[None]:
    folder = lsp.WorkspaceFolder(tmp_path.as_uri(), "x")
    asked = lsp.InitializeParams(
        capabilities=lsp.ClientCapabilities(), root_uri=tmp_path.as_uri(), workspace_folders=[folder],
        initialization_options={"settings": {"ignore": ["WV101"]}},
    )  # fmt: skip
    await soon(lsp_client.initialize_session(asked))
    yield
    await soon(lsp_client.shutdown_session())


async def opened(client: LanguageClient, path: Path, text: str) -> list[lsp.Diagnostic]:
    document = lsp.TextDocumentItem(path.as_uri(), "python", 1, text)
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))
    await soon(client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS))
    return list(client.diagnostics[path.as_uri()])


async def changed(client: LanguageClient, path: Path, text: str) -> list[lsp.Diagnostic]:
    document = lsp.VersionedTextDocumentIdentifier(version=2, uri=path.as_uri())
    client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [lsp.TextDocumentContentChangeWholeDocument(text)]))
    await soon(client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS))
    return list(client.diagnostics[path.as_uri()])


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds; a session that never gets there fails."""
    for _ in range(1000):
        if holds():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the server did not answer in 20 seconds")


async def offered(client: LanguageClient, path: Path | str, where: lsp.Range, only: list[str] | None = None) -> list[lsp.CodeAction]:
    context = lsp.CodeActionContext([], only=only)
    uri = path.as_uri() if isinstance(path, Path) else path
    asked = lsp.CodeActionParams(lsp.TextDocumentIdentifier(uri), where, context)
    got = await soon(client.text_document_code_action_async(asked))
    return [each for each in got or [] if isinstance(each, lsp.CodeAction)]


def applied(text: str, edits: list[lsp.TextEdit]) -> str:
    """A text with edits made, columns in UTF-16 units."""
    lines = text.splitlines(keepends=True)

    def offset(place: lsp.Position) -> int:
        before = sum(map(len, lines[: place.line]))
        line = lines[place.line] if place.line < len(lines) else ""
        return before + len(line.encode("utf-16-le")[: 2 * place.character].decode("utf-16-le"))

    for edit in sorted(edits, key=lambda edit: offset(edit.range.start), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


def edits_of(action: lsp.CodeAction, uri: str) -> list[lsp.TextEdit]:
    assert action.edit is not None
    assert action.edit.changes is not None
    return list(action.edit.changes[uri])


@pytest.mark.asyncio
async def test_findings_of_unsaved_text(client: LanguageClient, tmp_path: Path) -> None:
    path = tmp_path / "app.py"
    found = await opened(client, path, V3)
    assert [(each.code, each.range.start.line, each.range.start.character, each.range.end.character) for each in found] == [
        ("WV100", 2, 18, 24), ("WV203", 3, 7, 13),
    ]  # fmt: skip
    assert found[1].code_description
    assert found[1].code_description.href == registry.load().rules["WV203"].url
    assert found[1].source == "flake8-weaviate-v4"
    assert await changed(client, path, V4) == []
    found = await changed(client, path, HEAD + 's = "é😀"; client.schema.delete_all()\n')
    assert found[-1].range.start.character == len('s = "é😀"; client.'.encode("utf-16-le")) // 2
    assert await changed(client, path, "def") == []  # while one types
    assert not path.exists()


@pytest.mark.asyncio
async def test_quick_fix_noqa_and_fix_all(client: LanguageClient, tmp_path: Path) -> None:
    path = tmp_path / "app.py"
    found = await opened(client, path, V3)
    actions = await offered(client, path, found[1].range)
    assert [action.title for action in actions] == [
        "Rewrite for v4 (WV203)", "Silence with # noqa: WV203", "flake8-weaviate-v4: make all safe fixes",
    ]  # fmt: skip
    uri = path.as_uri()
    assert applied(V3, edits_of(actions[0], uri)) == V3.replace("schema.delete_class", "collections.delete")
    assert applied(V3, edits_of(actions[1], uri)) == V3.replace('("A")\n', '("A")  # noqa: WV203\n')
    assert applied(V3, edits_of(actions[2], uri)) == V4.replace("connect_to_local()", 'Client("http://localhost:8080")')  # WV101 is ignored
    (everything,) = await offered(client, path, found[0].range, only=["source.fixAll"])
    assert everything.kind == "source.fixAll.flake8-weaviate-v4"
    assert await offered(client, path, lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0)), only=["quickfix"]) == []


@pytest.mark.asyncio
async def test_hover_tells_the_rule(client: LanguageClient, tmp_path: Path) -> None:
    path = tmp_path / "app.py"
    await opened(client, path, V3)
    params = lsp.HoverParams(lsp.TextDocumentIdentifier(path.as_uri()), lsp.Position(3, 9))
    told = await soon(client.text_document_hover_async(params))
    assert told is not None
    assert isinstance(told.contents, lsp.MarkupContent)
    assert "# schema-delete-class (WV203)" in told.contents.value
    params = lsp.HoverParams(lsp.TextDocumentIdentifier(path.as_uri()), lsp.Position(0, 0))
    assert await soon(client.text_document_hover_async(params)) is None


@pytest.mark.asyncio
async def test_what_another_open_file_holds_counts(client: LanguageClient, tmp_path: Path) -> None:
    """Not what is on the disk: a client imported from a file that is being edited."""
    (tmp_path / "db.py").write_text("client = None\n")
    await opened(client, tmp_path / "db.py", HEAD)
    found = await opened(client, tmp_path / "app.py", "from db import client\n\nclient.schema.delete_all()\n")
    assert [each.code for each in found] == ["WV204"]
    await changed(client, tmp_path / "db.py", "client = None\n")
    assert await changed(client, tmp_path / "app.py", "from db import client\n\nclient.schema.delete_all() \n") == []


@pytest.mark.asyncio
async def test_a_notebook(client: LanguageClient, tmp_path: Path) -> None:
    cells = ["# text", HEAD, "%matplotlib inline\nclient.schema.delete_all()\n"]
    uris = [f"vscode-notebook-cell:{tmp_path}/a.ipynb#c{number}" for number in range(3)]
    kinds = [lsp.NotebookCellKind.Markup, lsp.NotebookCellKind.Code, lsp.NotebookCellKind.Code]
    client.notebook_document_did_open(
        lsp.DidOpenNotebookDocumentParams(
            lsp.NotebookDocument((tmp_path / "a.ipynb").as_uri(), "jupyter-notebook", 1, [lsp.NotebookCell(k, u) for k, u in zip(kinds, uris, strict=True)]),
            [lsp.TextDocumentItem(uri, "python", 1, text) for uri, text in list(zip(uris, cells, strict=True))[1:]],
        )
    )  # fmt: skip
    await until(lambda: uris[1] in client.diagnostics and uris[2] in client.diagnostics)
    assert [each.code for each in client.diagnostics[uris[1]]] == ["WV100"]
    (found,) = client.diagnostics[uris[2]]
    assert (found.code, found.range.start.line, found.range.start.character) == ("WV204", 1, 7)
    actions = await offered(client, uris[2], found.range)
    assert applied(cells[2], edits_of(actions[0], uris[2])) == cells[2].replace("schema", "collections")
    assert actions[-1].edit
    assert list(actions[-1].edit.changes or {}) == [uris[2]]


@pytest.mark.asyncio
async def test_the_configuration_of_the_folder_counts(client: LanguageClient, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.flake8-weaviate-v4]\nper-file-ignores = {"app.py" = ["WV203"]}\n')
    assert [each.code for each in await opened(client, tmp_path / "app.py", V3)] == ["WV100"]
    (tmp_path / "pyproject.toml").write_text("[tool.flake8-weaviate-v4]\nselect = 3\n")
    client.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier((tmp_path / "app.py").as_uri())))
    await until(lambda: bool(client.messages))
    assert "tool.flake8-weaviate-v4.select: must be a list of texts" in client.messages[-1].message


@pytest.mark.asyncio
async def test_files_of_other_kinds(client: LanguageClient, tmp_path: Path) -> None:
    found = await opened(client, tmp_path / "requirements.txt", "weaviate-client<4\n")
    assert [each.code for each in found] == ["WV001"]
    assert await opened(client, tmp_path / "notes.md", "weaviate.Client()\n") == []


def test_plain_flake8_in_python_lsp_server(tmp_path: Path) -> None:
    """The settings of docs/editors.md."""
    plugins = {"flake8": {"enabled": True, "extendSelect": ["WV"]}, "pycodestyle": {"enabled": False}, "pyflakes": {"enabled": False}}
    (tmp_path / "app.py").write_text(V3)
    with closing(Session([sys.executable, "-m", "pylsp"], tmp_path)) as session:
        session.tell("workspace/didChangeConfiguration", {"settings": {"pylsp": {"plugins": plugins}}})
        found = session.diagnostics(tmp_path / "app.py", V3)
    assert {"WV100", "WV101", "WV203"} <= {str(each["code"]) for each in found}
    (delete,) = [each for each in found if each["code"] == "WV203"]
    assert delete["range"]["start"] == {"line": 3, "character": 7}
    assert registry.load().rules["WV203"].url in delete["message"]


def test_without_pygls_the_command_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ImportError('no pygls')\n")
    code = "import sys; sys.path.insert(0, sys.argv[1]); from flake8_weaviate_v4.cli import main; sys.exit(main(['server']))"
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, capture_output=True, text=True, timeout=LONGEST)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'flake8-weaviate-v4[server]'" in done.stderr
    assert json.dumps(done.stderr).count("\\n") == 1


NEOVIM = """
vim.cmd("edit " .. vim.env.APP)
local id = vim.lsp.start_client({ name = "weaviate-v4", cmd = { vim.env.PY, "-m", "flake8_weaviate_v4", "server" }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, id)
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, found in ipairs(vim.diagnostic.get(0)) do print(found.lnum + 1, found.col + 1, found.code, found.source) end
vim.cmd("qa!")
"""


@pytest.mark.skipif(not shutil.which("nvim"), reason="Neovim is not installed")
def test_headless_neovim(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(V3)
    (tmp_path / "run.lua").write_text(NEOVIM)
    env = {**os.environ, "APP": str(tmp_path / "app.py"), "PY": sys.executable}
    command = ["nvim", "--headless", "-u", "NONE", "-c", f"luafile {tmp_path / 'run.lua'}"]
    done = subprocess.run(command, cwd=tmp_path, env=env, check=True, capture_output=True, text=True, timeout=LONGEST)
    assert [line.split() for line in (done.stdout + done.stderr).splitlines()] == [
        ["3", "19", "WV100", "flake8-weaviate-v4"], ["3", "26", "WV101", "flake8-weaviate-v4"], ["4", "8", "WV203", "flake8-weaviate-v4"],
    ]  # fmt: skip
