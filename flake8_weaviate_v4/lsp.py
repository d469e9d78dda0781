"""The language server: ``flake8-weaviate-v4 server``. Diagnostics, hover, quick fixes and fix all, on the text as it is in the
editor, in Python files, notebooks and project files.

Needs pygls (``pip install flake8-weaviate-v4[server]``).
"""

from __future__ import annotations

import difflib
import json
import os
from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from . import __version__, registry
from .command import config
from .command.execute import judging
from .command.files import Unusable
from .command.noqa import Noqa
from .command.paths import SUFFIXES, Found
from .command.run import Run
from .command.told import Wrong
from .lines import lines_of
from .manifests.names import kind_of
from .output.diagnostic import Diagnostic, Place, diagnostics
from .output.rules import markdown
from .records import field, record
from .reparse import Reparser

NAME = "flake8-weaviate-v4"
FIX_ALL = f"{lsp.CodeActionKind.SourceFixAll.value}.{NAME}"


@record()
class View:
    """What the editor holds under a path: the texts of its cells by their addresses (a plain file is its own only cell)."""

    path: str
    texts: dict[str, str]
    is_notebook: bool = False
    kinds: list[tuple[str, bool]] = field(default_factory=list)  # address of each cell, and whether it is one of code
    lines: dict[str, list[str]] = field(default_factory=dict)  # those of the texts, once they were asked for

    @property
    def raw(self) -> bytes:
        """The bytes that a file with these texts would have."""
        if not self.is_notebook:
            return next(iter(self.texts.values())).encode("utf-8", "surrogatepass")
        cells: list[dict[str, object]] = [
            {"cell_type": "code" if is_code else "markdown", "source": self.texts.get(uri, "") if is_code else ""} | (
                {"outputs": [], "execution_count": None} if is_code else {}
            )
            for uri, is_code in self.kinds
        ]  # fmt: skip
        return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()

    def address(self, cell: int | None) -> str:
        """The address of the text that a cell's number stands for."""
        return next(iter(self.texts)) if cell is None else self.kinds[cell - 1][0]

    def place(self, uri: str, place: Place) -> lsp.Position:
        """A place as the protocol counts it: rows from 0, columns in UTF-16 units."""
        if uri not in self.lines:
            self.lines[uri] = lines_of(self.texts.get(uri, ""))
        lines = self.lines[uri]
        line = lines[place.row - 1] if 0 < place.row <= len(lines) else ""
        return lsp.Position(place.row - 1, _units(line[: place.column - 1]))

    def range(self, uri: str, start: Place, end: Place) -> lsp.Range:
        """The range between two places of a text."""
        return lsp.Range(self.place(uri, start), self.place(uri, end))


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class Server(LanguageServer):
    """The server's state: one run a configuration, which keeps what it has read of the checkout."""

    def __init__(self) -> None:
        notebooks = lsp.NotebookDocumentSyncOptions(
            [lsp.NotebookDocumentFilterWithCells([lsp.NotebookCellLanguage("python")], notebook="jupyter-notebook")], save=True
        )
        super().__init__(NAME, __version__, lsp.TextDocumentSyncKind.Incremental, notebooks)
        self.given: dict[str, Any] = {}  # what the editor's settings say, as in the configuration
        self.runs: dict[str, Run] = {}

    def run_for(self, path: str) -> Run:
        """The run for a file. Raises Wrong for a configuration that can't be followed."""
        folder = os.path.dirname(path) or os.getcwd()
        if folder not in self.runs:
            names = ("select", "ignore", "extend_select", "respect_gitignore", "force_exclude", "target_client", "deprecations",
                     "report_guarded", "unclosed", "unused_noqa", "unsafe_fixes", "output_format", "jobs")  # fmt: skip
            args = Namespace(**dict.fromkeys(names), isolated=False, config="", per_file_ignores=[])
            vars(args).update(config.checked(self.given))
            settings = config.settings(args, [folder])
            self.runs[folder] = Run(*judging(args, settings), settings.unsafe_fixes)
            self.runs[folder].worker.reparser = Reparser()
        return self.runs[folder]

    def view(self, uri: str) -> View | None:
        """What the editor holds under an address: of a cell its whole notebook."""
        notebook = self.workspace.get_notebook_document(notebook_uri=uri) or self.workspace.get_notebook_document(cell_uri=uri)
        documents = self.workspace.text_documents
        if notebook is not None:
            kinds = [(cell.document, cell.kind == lsp.NotebookCellKind.Code) for cell in notebook.cells]
            texts = {uri: documents[uri].source for uri, is_code in kinds if is_code and uri in documents}
            path = to_fs_path(notebook.uri) or notebook.uri
            return View(path if path.endswith(".ipynb") else f"{path}.ipynb", texts, True, kinds)
        document = documents.get(uri)
        return None if document is None else View(to_fs_path(uri) or "", {uri: document.source})

    def looked_at(self, view: View, fixes: bool) -> tuple[list[Diagnostic], str]:
        """The diagnostics of a view, with fixes if wanted, and what is wrong with it if it can't be checked. Raises Wrong."""
        if os.path.splitext(view.path)[1] not in ("", *SUFFIXES) and not kind_of(view.path):
            return [], ""
        run = self.run_for(view.path)
        run.outcomes, run.problems = [], []
        run.overlay(self._unsaved())
        found = Found(os.path.basename(view.path) or "untitled.py", view.path if view.path and os.path.isabs(view.path) else "", named=True)
        try:
            run.take(found, view.raw)
        except Unusable as error:
            return [], str(error)
        run.check() if fixes else run.find()
        return diagnostics(run.outcomes), run.problems[0].why if run.problems else ""

    def _unsaved(self) -> dict[str, str]:
        """The texts of the Python files that are open, by their paths."""
        texts = {}
        for uri, document in self.workspace.text_documents.items():
            path = to_fs_path(uri) if uri.startswith("file:") else None
            if path and path.endswith(".py"):
                texts[os.path.realpath(path)] = document.source
        return texts


def tell(server: Server, uri: str) -> None:
    """Publish the diagnostics of what is under an address."""
    view = server.view(uri)
    if view is None:
        return
    by_address: dict[str, list[lsp.Diagnostic]] = {address: [] for address in view.texts}
    try:
        found, problem = server.looked_at(view, fixes=False)
    except Wrong as error:
        found, problem = [], ""
        server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"{NAME}: {error}"))
    if problem:
        server.window_log_message(lsp.LogMessageParams(lsp.MessageType.Info, f"{view.path}: {problem}"))
    for each in found:
        address = view.address(each.cell)
        by_address.setdefault(address, []).append(_told(view, address, each))
    for address, told in by_address.items():
        server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(address, told))


def _told(view: View, address: str, each: Diagnostic) -> lsp.Diagnostic:
    return lsp.Diagnostic(
        view.range(address, each.start, each.end), each.message, code=each.code, source=NAME,
        severity=lsp.DiagnosticSeverity.Warning if each.severity == "error" else lsp.DiagnosticSeverity.Hint,
        code_description=lsp.CodeDescription(each.url) if each.url else None,
        tags=[lsp.DiagnosticTag.Deprecated],
    )  # fmt: skip


def actions(server: Server, uri: str, wanted: lsp.Range, context: lsp.CodeActionContext) -> list[lsp.CodeAction]:
    """What the editor can do about a range: quick fixes, a ``# noqa``, and all safe fixes."""
    view = server.view(uri)
    if view is None:
        return []
    kinds = context.only or [lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]
    offered: list[lsp.CodeAction] = []
    if any(str(getattr(kind, "value", kind)) in ("quickfix", "") for kind in kinds):
        found, _ = server.looked_at(view, fixes=True)
        for each in found:
            address = view.address(each.cell)
            if address == uri and _touches(view.range(address, each.start, each.end), wanted):
                offered += _quick(server, view, address, each)
    if any(FIX_ALL.startswith(str(getattr(kind, "value", kind))) for kind in kinds) and (edit := fix_all(server, view)) is not None:
        offered.append(lsp.CodeAction(f"{NAME}: make all safe fixes", kind=FIX_ALL, edit=edit))
    return offered


def _touches(one: lsp.Range, other: lsp.Range) -> bool:
    def key(place: lsp.Position) -> tuple[int, int]:
        return place.line, place.character

    return key(one.start) <= key(other.end) and key(other.start) <= key(one.end)


def _quick(server: Server, view: View, address: str, each: Diagnostic) -> Iterator[lsp.CodeAction]:
    told = _told(view, address, each)
    if each.fix is not None:
        edits = [lsp.TextEdit(view.range(address, edit.start, edit.end), edit.content) for edit in each.fix.edits]
        unsafe = f" (unsafe: {'; '.join(each.fix.doubts)})" if each.fix.doubts else ""
        yield lsp.CodeAction(
            f"{each.fix.message}{unsafe}", kind=lsp.CodeActionKind.QuickFix, diagnostics=[told], edit=_edit({address: edits}),
            is_preferred=not unsafe,
        )  # fmt: skip
    if (silenced := _silenced(view, address, each)) is not None:
        yield lsp.CodeAction(f"Silence with # noqa: {each.code}", kind=lsp.CodeActionKind.QuickFix, diagnostics=[told], edit=silenced)


def _silenced(view: View, address: str, each: Diagnostic) -> lsp.WorkspaceEdit | None:
    """A ``# noqa`` for a finding, in Python code only."""
    from .finding import Finding

    if (not view.is_notebook and not view.path.endswith((".py", ".pyi", ""))) or each.code.startswith("WV0"):
        return None
    text = view.texts[address]
    finding = Finding(each.start.row, each.start.column - 1, each.code, each.message, each.url)
    return _edit({address: _changes(text, Noqa(text).silenced([finding]))})


def fix_all(server: Server, view: View) -> lsp.WorkspaceEdit | None:
    """All safe fixes of a file or notebook (unsafe ones too where the settings say so); None where there are none."""
    run = server.run_for(view.path)
    run.outcomes, run.problems = [], []
    run.overlay(server._unsaved())
    real = view.path if view.path and os.path.isabs(view.path) else ""
    try:
        run.take(Found(os.path.basename(view.path) or "untitled.py", real, named=True), view.raw)
        run.fix(writes=False)
        changed = next((outcome for outcome in run.outcomes if outcome.is_changed), None)
        if changed is None:
            return None
        data = changed.document.data(changed.text)
    except Unusable:
        return None
    if not view.is_notebook:
        address, text = next(iter(view.texts.items()))
        return _edit({address: _changes(text, data.decode("utf-8", "surrogatepass"))})
    cells = json.loads(data)["cells"]
    new = {uri: cell["source"] for (uri, is_code), cell in zip(view.kinds, cells, strict=True) if is_code}
    return _edit({uri: edits for uri, text in new.items() if (edits := _changes(view.texts.get(uri, ""), text))})


def _changes(old: str, new: str) -> list[lsp.TextEdit]:
    """The lines that differ."""
    before, after = lines_of(old), lines_of(new)
    blocks = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    found = []
    for kind, low, high, first, last in blocks:
        if kind != "equal":
            end = lsp.Position(high, 0) if high < len(before) or not before or before[-1].endswith("\n") else None
            end = end or lsp.Position(len(before) - 1, _units(before[-1]))
            found.append(lsp.TextEdit(lsp.Range(lsp.Position(low, 0), end), "".join(after[first:last])))
    return found


def _edit(changes: Mapping[str, list[lsp.TextEdit]]) -> lsp.WorkspaceEdit:
    return lsp.WorkspaceEdit(changes=dict(changes))


def hover(server: Server, uri: str, place: lsp.Position) -> lsp.Hover | None:
    """The text of the rule that speaks at a place."""
    view = server.view(uri)
    if view is None:
        return None
    found, _ = server.looked_at(view, fixes=False)
    for each in found:
        address = view.address(each.cell)
        span = view.range(address, each.start, each.end)
        if address == uri and _touches(span, lsp.Range(place, place)):
            text = f"{each.message}\n\n{markdown(registry.load().rules[each.code])}"
            return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text), span)
    return None


def server() -> Server:
    """A server with all that it answers to."""
    made = Server()

    @made.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        options = params.initialization_options
        given = options.get("settings", options) if isinstance(options, dict) else {}
        try:
            config.checked(given)
            made.given = given
        except ValueError as error:
            made.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"{NAME}: settings: {error}"))

    @made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        tell(made, params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        tell(made, params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        made.runs.clear()  # it may have been a configuration
        for uri in made.workspace.text_documents:
            tell(made, uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        made.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(params.text_document.uri, []))

    @made.feature(lsp.NOTEBOOK_DOCUMENT_DID_OPEN)
    def notebook_opened(params: lsp.DidOpenNotebookDocumentParams) -> None:
        tell(made, params.notebook_document.uri)

    @made.feature(lsp.NOTEBOOK_DOCUMENT_DID_CHANGE)
    def notebook_changed(params: lsp.DidChangeNotebookDocumentParams) -> None:
        tell(made, params.notebook_document.uri)

    @made.feature(lsp.NOTEBOOK_DOCUMENT_DID_CLOSE)
    def notebook_closed(params: lsp.DidCloseNotebookDocumentParams) -> None:
        for cell in params.cell_text_documents:
            made.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(cell.uri, []))

    @made.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix, FIX_ALL])
    )
    def code_action(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        try:
            return actions(made, params.text_document.uri, params.range, params.context)
        except Wrong:
            return []

    @made.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        try:
            return hover(made, params.text_document.uri, params.position)
        except Wrong:
            return None

    return made


def main() -> None:
    """Speak over the standard streams until the editor ends it."""
    server().start_io()
