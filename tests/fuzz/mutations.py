"""Text -> a text like it, spoilt in one of many ways. What is still code afterwards is the most telling."""

from __future__ import annotations

import io
import keyword
import re
import tokenize
from collections.abc import Callable
from random import Random

from flake8_weaviate_v4.lines import lines_of

Mutation = Callable[[str, Random], str]

_NAME = re.compile(r"\b[A-Za-z_]\w*\b")
_STRING = re.compile(r"""(['"])([^'"\\\n]+)\1""")
# What Python's ``splitlines`` ends a line at and its parser does not, and other characters that count or show in odd ways.
ODD = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\u00a0\u200b\u200d\u202e\ufeff\u0301\U0001f600ßﬁ\u212a"
_COMMENTS = ("# note", "#", "# type: ignore", "# noqa", "# noqa: WV5", "# type: (int) -> str", "#\t\x0c ünï\u2028x", "# TODO(weaviate-v4): WV501")
_STATEMENTS = ("pass", "...", "x = 1", "client = None", "del client", "import weaviate", "return", "raise", "continue", "global client", "assert client")
_TOKENS = ("(", ")", "[", "]", "{", "}", ",", ":", ":=", "=", "*", "**", "@", "not", "await", "lambda:", "\\\n", ";", "if 1 else", "for x in", "-", "~", "...", '"', "'''", "f'", "yield", "in", "0", "or")
_PREFIXES = ("b", "r", "u", "f", "rb", "F", "")


def mutate(text: str, random: Random, most: int = 4) -> str:
    """The text after some mutations."""
    for _ in range(random.randint(1, most)):
        text = random.choice(MUTATIONS)(text, random)
    return text


def _place(text: str, random: Random) -> int:
    return random.randint(0, len(text))


def _span(lines: list[str], random: Random, most: int = 12) -> tuple[int, int]:
    start = random.randint(0, max(len(lines) - 1, 0))
    return start, min(start + random.randint(1, most), len(lines))


def _tokens(text: str) -> list[tuple[int, int]]:
    """Where the tokens of a text start and end, as far as they can be read."""
    starts, place = [], 0
    for line in lines_of(text):
        starts.append(place)
        place += len(line)
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text, newline="").readline):
            if token.string.strip() and token.end[0] <= len(starts):
                found.append((starts[token.start[0] - 1] + token.start[1], starts[token.end[0] - 1] + token.end[1]))
    except (tokenize.TokenError, SyntaxError, UnicodeEncodeError):  # surrogates are no text for Python 3.12's tokenizer
        pass
    return found


def truncate(text: str, random: Random) -> str:
    return text[: _place(text, random)]


def cut_head(text: str, random: Random) -> str:
    lines = lines_of(text)
    return "".join(lines[_span(lines, random)[0] :])


def duplicate(text: str, random: Random) -> str:
    lines = lines_of(text)
    start, end = _span(lines, random)
    return "".join([*lines[:end], *lines[start:]])


def drop_lines(text: str, random: Random) -> str:
    lines = lines_of(text)
    start, end = _span(lines, random, 3)
    return "".join([*lines[:start], *lines[end:]])


def swap_lines(text: str, random: Random) -> str:
    lines = lines_of(text)
    one, other = _span(lines, random)
    if other < len(lines):
        lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


def move_lines(text: str, random: Random) -> str:
    lines = lines_of(text)
    start, end = _span(lines, random)
    moved, rest = lines[start:end], [*lines[:start], *lines[end:]]
    at = random.randint(0, len(rest))
    return "".join([*rest[:at], *moved, *rest[at:]])


def reindent(text: str, random: Random) -> str:
    lines = lines_of(text)
    start, end = _span(lines, random, 40)
    by = random.choice([" ", "  ", "    ", "\t", "\x0c", "-1", "-4"])
    for at in range(start, end):
        lines[at] = lines[at][int(by[1:]) :] if by.startswith("-") else by + lines[at]
    return "".join(lines)


def tabs(text: str, random: Random) -> str:
    return re.sub(r"(?m)^( {4})+", lambda match: "\t" * (len(match[0]) // 4), text)


def wider(text: str, random: Random) -> str:
    return re.sub(r"(?m)^ +", lambda match: match[0] * random.choice([2, 3]) if random.random() < 2 else "", text)


def swap_names(text: str, random: Random) -> str:
    names = sorted({name for name in _NAME.findall(text) if not keyword.iskeyword(name)})
    if len(names) < 2:
        return text
    one, other = random.choice(names), random.choice(names)
    return re.sub(rf"\b(?:{one}|{other})\b", lambda match: other if match[0] == one else one, text)


def swap_once(text: str, random: Random) -> str:
    found = list(_NAME.finditer(text))
    if not found:
        return text
    one, other = random.choice(found), random.choice(found)
    return text[: one.start()] + other[0] + text[one.end() :]


def drop_token(text: str, random: Random) -> str:
    if not (tokens := _tokens(text)):
        return text
    start, end = random.choice(tokens)
    return text[:start] + text[end:]


def repeat_token(text: str, random: Random) -> str:
    if not (tokens := _tokens(text)):
        return text
    start, end = random.choice(tokens)
    return f"{text[:end]} {text[start:]}"


def replace_token(text: str, random: Random) -> str:
    if not (tokens := _tokens(text)):
        return text
    start, end = random.choice(tokens)
    other, other_end = random.choice(tokens)
    return text[:start] + text[other:other_end] + text[end:]


def insert_token(text: str, random: Random) -> str:
    at = random.choice([start for start, _ in _tokens(text)] or [0])
    return f"{text[:at]} {random.choice(_TOKENS)} {text[at:]}"


def space_between(text: str, random: Random) -> str:
    """Odd blanks between tokens, where they mean nothing."""
    out, last = [], 0
    gaps = random.choice([" ", "\t", "\x0c", " \\\n", "\\\n\t", " \\\r\n  "])
    for start, end in _tokens(text):
        out.append(text[last:start])
        if text[last:start].strip(" ") == "" and start > last and random.random() < 0.2 and "\n" not in text[last:start]:
            out.append(gaps)
        out.append(text[start:end])
        last = end
    return "".join([*out, text[last:]])


def break_chains(text: str, random: Random) -> str:
    """A line break, with a backslash, comment or nothing before it, at dots and brackets."""
    gap = random.choice(["\n", "\\\n", " # here\n", "\n\n", "\\\n  ", "\r\n", "\x0c\n"])
    return re.sub(r"(?<=[\w)\]])\.(?=[a-z])|[(\[{,]", lambda m: _broken(m[0], gap) if random.random() < 0.15 else m[0], text)


def _broken(what: str, gap: str) -> str:
    return gap + what if what == "." else what + gap


def comment(text: str, random: Random) -> str:
    lines = lines_of(text)
    for _ in range(random.randint(1, 5)):
        at = _span(lines, random)[0]
        if lines:
            body = lines[at].rstrip("\r\n")
            lines[at] = f"{body}  {random.choice(_COMMENTS)}{lines[at][len(body) :]}"
    return "".join(lines)


def comment_lines(text: str, random: Random) -> str:
    lines = lines_of(text)
    for _ in range(random.randint(1, 5)):
        at = random.randint(0, len(lines))
        lines.insert(at, " " * random.choice([0, 0, 4, 7]) + random.choice([*_COMMENTS, "", "\x0c", "   ", "\t"]) + "\n")
    return "".join(lines)


def statement(text: str, random: Random) -> str:
    lines = lines_of(text)
    at = random.randint(0, len(lines))
    after = lines[at] if at < len(lines) else ""
    indent = after[: len(after) - len(after.lstrip())].rstrip("\r\n")
    lines.insert(at, f"{indent}{random.choice(_STATEMENTS)}\n")
    return "".join(lines)


def semicolons(text: str, random: Random) -> str:
    """Statements of one indentation on one line."""
    lines = lines_of(text)
    start, end = _span(lines, random)
    body = [line.rstrip("\r\n") for line in lines[start:end]]
    joined = random.choice(["; ", ";", " ; \\\n"]).join([body[0], *(line.lstrip() for line in body[1:])]) if body else ""
    return "".join([*lines[:start], joined, random.choice([";\n", "\n"]), *lines[end:]])


def one_line_block(text: str, random: Random) -> str:
    return re.sub(r":\n[ \t]+", lambda match: ": " if random.random() < 0.3 else match[0], text)


def under_if(text: str, random: Random) -> str:
    lines = lines_of(text)
    start, end = _span(lines, random, 30)
    head = random.choice(["if True:", "try:", "while 1:", "with x:", "def f():", "async def f(self):", "class A(B):", "for _ in ():", "else:", "finally:"])
    indent = re.match(r"[ \t]*", lines[start] if lines else "")
    deeper = [f"{random.choice(['    ', '    '])}{line}" for line in lines[start:end]]
    return "".join([*lines[:start], f"{indent[0] if indent else ''}{head}\n", *deeper, *lines[end:]])


def line_ends(text: str, random: Random) -> str:
    end = random.choice(["\r\n", "\r", "\r\n"])
    some = random.choice([1.0, 0.3])
    return re.sub(r"\n", lambda match: end if random.random() < some else match[0], text)


def odd_character(text: str, random: Random) -> str:
    at = _place(text, random)
    return text[:at] + random.choice(ODD) + text[at:]


def odd_strings(text: str, random: Random) -> str:
    """Odd characters where they are allowed: in strings and comments."""
    odd = random.choice(ODD)
    text = _STRING.sub(lambda m: f"{m[1]}{m[2]}{odd}{m[1]}" if random.random() < 0.3 else m[0], text)
    return re.sub(r"(?m)#.*$", lambda match: match[0] + odd, text)


def wide_names(text: str, random: Random) -> str:
    """Names in letters that Python takes for others (NFKC), or that are no ASCII."""
    names = sorted(set(_NAME.findall(text)))
    if not names:
        return text
    name = random.choice(names)
    wide = random.choice([
        "".join(chr(ord(c) + 0xFEE0) if c.isalnum() and c.isascii() else c for c in name),
        "".join(chr(ord(c) - 97 + 0x1D41A) if "a" <= c <= "z" else c for c in name), f"{name}ß", f"\u210c{name}", f"名{name}",
    ])  # fmt: skip
    return re.sub(rf"\b{name}\b", lambda match: wide if random.random() < 0.7 else match[0], text)


def surrogates(text: str, random: Random) -> str:
    at = _place(text, random)
    return text[:at] + random.choice(["\udc80", "\ud800", "'\\ud800'", "\udcff"]) + text[at:]


def escapes(text: str, random: Random) -> str:
    odd = random.choice(["\\ud800", "\\x00", "\\N{BULLET}", "\\\n", "\\d", "\\", "{{}}", "{0}", "%s", "\\'", '\\"'])
    return _STRING.sub(lambda m: f"{m[1]}{m[2]}{odd}{m[1]}" if random.random() < 0.3 else m[0], text)


def prefixes(text: str, random: Random) -> str:
    prefix = random.choice(_PREFIXES)
    return re.sub(r"""(?<![\w'"\\])(?=['"])""", lambda match: prefix if random.random() < 0.3 else "", text)


def triple(text: str, random: Random) -> str:
    """Strings over several lines, and strings in pieces."""
    new = random.choice(['"""{}"""', "'''{}'''", '"""\n{}\n"""', '("{}" "")', '"" \'{}\'', '("{}"\n  # piece\n  "")'])
    return _STRING.sub(lambda m: new.format(m[2]) if random.random() < 0.3 else m[0], text)


def f_strings(text: str, random: Random) -> str:
    new = random.choice(["f'{%s}'", "f'{%s!r:>{4}}'", "f'{%s=}'", "f'a{ %s }b{{'", "f'''{\n%s}'''"])
    found = list(_NAME.finditer(text))
    if not found:
        return text
    one = random.choice(found)
    return text[: one.start()] + new % one[0] + text[one.end() :]


def parentheses(text: str, random: Random) -> str:
    found = [match for match in _NAME.finditer(text) if not keyword.iskeyword(match[0])]
    if not found:
        return text
    one = random.choice(found)
    gap = random.choice(["", " ", "\n", " # in\n"])
    return f"{text[: one.start()]}({gap}{one[0]}{gap}){text[one.end() :]}"


def nul(text: str, random: Random) -> str:
    at = _place(text, random)
    return text[:at] + "\x00" + text[at:]


def bom(text: str, random: Random) -> str:
    return "\ufeff" + text


def cookie(text: str, random: Random) -> str:
    name = random.choice(["latin-1", "utf-8", "utf-16", "koi8-r", "rot13", "nonsense", "utf8", "cp1252", "UTF-8-SIG", "punycode"])
    head = random.choice(["# -*- coding: {} -*-\n", "#!/usr/bin/env python\n# vim: set fileencoding={} :\n", "\x0c# coding={}\n"])
    return head.format(name) + text


def long_line(text: str, random: Random) -> str:
    lines = lines_of(text)
    at = random.randint(0, len(lines))
    lines.insert(at, random.choice(["x = " + "1 + " * 900 + "1\n", "#" + "x" * 20000 + "\n", "y = [" + "0, " * 3000 + "]\n"]))
    return "".join(lines)


def end(text: str, random: Random) -> str:
    return text.rstrip() + random.choice(["", "\\", "\\\n", " ", "\n\n\n", "\x0c", "\r", "#", "\n    ", "\n\t#", ";", "\n\\\n"])


def type_comments(text: str, random: Random) -> str:
    return re.sub(r"(?m)^(\s*\w+ = .*[^,({\[])$", lambda m: f"{m[1]}  # type: weaviate.Client" if random.random() < 0.3 else m[0], text)


MUTATIONS: tuple[Mutation, ...] = (
    truncate, cut_head, duplicate, drop_lines, swap_lines, move_lines, reindent, tabs, wider, swap_names, swap_once,
    drop_token, repeat_token, replace_token, insert_token, space_between, break_chains, comment, comment_lines, statement,
    semicolons, one_line_block, under_if, line_ends, odd_character, odd_strings, wide_names, surrogates, escapes, prefixes,
    triple, f_strings, parentheses, nul, bom, cookie, long_line, end, type_comments,
)  # fmt: skip
