"""Patterns with many wildcards, matched in bounded time: those of a ``.gitignore`` are whoever wrote the checkout's."""

from __future__ import annotations

import re

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_FEW = 2  # stars that are harmless: two take at most the square of a name's length
_MOST_DEEP = 3  # ``**`` in a pattern
_STAR = "[^/]*"
_TOKEN = re.compile(r"\[\^/\]\*|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)


def bounded(spec: GitIgnoreSpec) -> GitIgnoreSpec:
    """The same patterns, without those of more ``**`` than anybody needs, and with expressions that don't try in vain what
    can't match."""
    patterns = list(spec.patterns)
    texts = [pattern.regex.pattern if pattern.regex is not None else "" for pattern in patterns]
    if not any(text.count(_STAR) > _FEW or text.count(".+") > _MOST_DEEP for text in texts):
        return spec
    kept = []
    for pattern, text in zip(patterns, texts, strict=True):
        if text.count(".+") > _MOST_DEEP:
            continue
        if text.count(_STAR) > _FEW:
            pattern.regex = re.compile(_atomic(text))
        kept.append(pattern)
    return type(spec)(kept)


def _atomic(text: str) -> str:
    """The expression where each star but the last of a path's part takes the first that matches, and is never tried again:
    what follows is another star, so no later one could do better."""
    out: list[str] = []
    since: list[str] | None = None  # what follows the last star
    count = 0
    for token in _TOKEN.findall(text):
        if token == _STAR and since is not None:
            count += bool(since)
            out.append(f"(?=(?P<star{count}>[^/]*?{''.join(since)}))(?P=star{count})" if since else "")
            since = []
        elif token == _STAR:
            since = []
        elif since is None:
            out.append(token)
        elif token in "/()":
            out += [_STAR, *since, token]
            since = None
        else:
            since.append(token)
    return "".join(out if since is None else [*out, _STAR, *since])
