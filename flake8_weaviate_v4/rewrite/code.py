"""New code as a tree of text and kept source, and how it is laid out."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from ..records import field, record
from .style import Style

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import TypeAlias


@record(frozen=True, eq=False)
class Item:
    """One element between brackets: an argument (``name`` is ``"limit="``), a list element, a dictionary entry (``name``
    is ``'"title": '``). ``origin`` is the source that it came from (a kept node's own place if None): comments there stay
    beside it."""

    value: Code
    name: str = ""
    origin: ast.AST | None = None


@record(frozen=True, eq=False)
class Group:
    """Bracketed items behind ``head``: a call, a list, a dictionary; with an empty ``separator`` a comprehension."""

    head: Code
    opening: str
    items: tuple[Item, ...]
    closing: str
    separator: str = ","


@record(frozen=True, eq=False)
class Join:
    """Parts one after the other: ``client`` ``.collections.use(...)`` ``.query``."""

    parts: tuple[Code, ...]


# Text, a node of the source that is kept (with what is rewritten inside it), or a tree of these.
Code: TypeAlias = "str | ast.expr | Group | Join"


def call(head: Code, *positional: Code, **named: Code | None) -> Group:
    """A call; keyword arguments that are None are left out."""
    found = [Item(value) for value in positional]
    found += [Item(value, f"{name}=") for name, value in named.items() if value is not None]
    return Group(head, "(", tuple(found), ")")


def call_of(head: Code, items: list[Item]) -> Group:
    """A call with these arguments."""
    return Group(head, "(", tuple(items), ")")


def join(*parts: Code) -> Code:
    """Parts one after the other."""
    return Join(parts)


def listed(values: list[Code], brackets: str = "[]") -> Group:
    """A list display."""
    return Group("", brackets[0], tuple(Item(value) for value in values), brackets[1])


def each(element: Code, name: str, iterable: Code) -> Group:
    """A list comprehension."""
    return Group("", "[", (Item(element), Item(iterable, f"for {name} in ")), "]", "")


def kept(code: Code) -> Iterator[ast.expr]:
    """The source nodes that the code keeps, in order."""
    if isinstance(code, ast.AST):
        yield code
    elif isinstance(code, Group):
        yield from kept(code.head)
        for item in code.items:
            yield from kept(item.value)
    elif isinstance(code, Join):
        for part in code.parts:
            yield from kept(part)


def calls(code: Code) -> bool:
    """Whether the code has a call that is new."""
    if isinstance(code, Group):
        return code.opening == "(" or calls(code.head) or any(calls(item.value) for item in code.items)
    return isinstance(code, Join) and any(calls(part) for part in code.parts)


def origins(code: Code) -> Iterator[Item]:
    """The items at which comments can stand, those of the last brackets of a chain, with where they come from."""
    if isinstance(code, Group):
        for item in code.items:
            if item.origin is not None or isinstance(item.value, ast.AST):
                yield item
            yield from origins(item.value)
    elif isinstance(code, Join):
        groups = [part for part in code.parts if isinstance(part, (Group, Join))]
        yield from origins(groups[-1]) if groups else ()


def _is_whole(text: str) -> bool:
    """Whether an expression over several lines can do without brackets around it."""
    try:
        ast.parse(text, mode="eval")
    except SyntaxError:
        return False
    return True


def _opens(code: Code) -> bool:
    """Whether there are brackets in the code that can be opened over several lines."""
    if isinstance(code, Group):
        return bool(code.items) or _opens(code.head)
    return isinstance(code, Join) and any(_opens(part) for part in code.parts)


@record()
class Layout:
    """Lays code out within the width of the file.

    ``text`` gives a kept node's source; ``above``, ``behind`` and ``below`` hold the comments of items (whole lines before
    it, one on its line, whole lines after the last one); ``spelled`` gives the code of a node that no source has.
    """

    style: Style
    text: Callable[[ast.expr, str], str]
    above: dict[int, list[str]]
    behind: dict[int, str]
    spelled: Callable[[ast.expr], Code] = lambda node: node
    below: dict[int, list[str]] = field(default_factory=dict)

    def flat(self, code: Code, indent: str = "") -> str:
        """The code on one line, but for kept nodes that have several."""
        code = self.spelled(code) if isinstance(code, ast.AST) else code
        if isinstance(code, str):
            return code
        if isinstance(code, ast.AST):
            return self.text(code, indent)
        if isinstance(code, Join):
            return "".join(self._part(code.parts, number, indent) for number in range(len(code.parts)))
        inner = f"{code.separator} ".join(item.name + self.flat(item.value, indent) for item in code.items)
        if code.closing == ")" and code.opening == "(" and code.head == "" and len(code.items) == 1:
            inner += ","  # a tuple of one
        return f"{self.flat(code.head, indent)}{code.opening}{inner}{code.closing}"

    def commented(self, code: Code) -> bool:
        """Whether a comment has to stand between the lines of the code."""
        held = self.above.keys() | self.behind.keys() | self.below.keys()
        return bool(held) and any(id(item) in held for item in origins(code))

    def lay(self, code: Code, indent: str, column: int, tail: int = 0) -> str:
        """The code as it stands from ``column`` in a line of a block indented by ``indent``; ``tail`` characters follow."""
        code = self.spelled(code) if isinstance(code, ast.AST) else code
        if not self.commented(code):
            flat = self.flat(code, indent)
            if "\n" not in flat and column + len(flat) + tail <= self.style.width:
                return flat
        if isinstance(code, Group):
            return self._broken(code, indent, column)
        if isinstance(code, Join):
            return self._chain(code, indent, column, tail)
        return self.flat(code, indent)

    def _chain(self, code: Join, indent: str, column: int, tail: int) -> str:
        """Parts, of which the last bracket is the one to be opened, and those before it only where comments ask for it."""
        ends = [n for n, part in enumerate(code.parts) if isinstance(part, str) and "\n" in part]  # of lines
        ends.append(len(code.parts))
        lines = [range(start, end) for start, end in zip([0, *ends], ends, strict=False)]
        groups = {max(n for n in line if _opens(code.parts[n])): line for line in lines if any(_opens(code.parts[n]) for n in line)}
        out = ""
        for number, part in enumerate(code.parts):
            place = column + len(out) if "\n" not in out else len(out) - out.rindex("\n") - 1
            if number in groups:
                behind = code.parts[number + 1 : groups[number].stop + 1]
                rest = sum(len(self.flat(p, indent).split("\n")[0]) for p in behind)
                out += self.lay(part, indent, place, tail + rest)
            elif self.commented(part):
                out += self.lay(part, indent, place)
            else:
                out += self._part(code.parts, number, indent)
            if isinstance(part, str) and "\n" in part:  # what follows stands in a block of its own
                line = part.rpartition("\n")[2]
                indent = line[: len(line) - len(line.lstrip())]
        return out

    def _part(self, parts: tuple[Code, ...], number: int, indent: str) -> str:
        """One of several parts; a kept node over several lines gets parentheses where those that it stood in are gone."""
        text = self.flat(parts[number], indent)
        if "\n" not in text or not isinstance(parts[number], ast.AST):
            return text
        before = "".join(part for part in parts[:number] if isinstance(part, str))
        enclosed = sum(map(before.count, "([{")) > sum(map(before.count, ")]}"))
        return text if enclosed or _is_whole(text) else f"({text})"

    def _broken(self, group: Group, indent: str, column: int) -> str:
        head = self.lay(group.head, indent, column, 1) if self.commented(group.head) else self.flat(group.head, indent)
        if not group.items:
            return f"{head}{group.opening}{group.closing}"
        inner = indent + self.style.indent
        # As Black has it: arguments may share a line of their own, the elements of a display may not.
        if not self.commented(group) and (group.head != "" or len(group.items) == 1 or not group.separator):
            body = f"{group.separator} ".join(item.name + self.flat(item.value, inner) for item in group.items)
            if "\n" not in body and len(inner) + len(body) <= self.style.width:
                return f"{head}{group.opening}\n{inner}{body}\n{indent}{group.closing}"
        lines = []
        for item in group.items:
            lines += [inner + comment for comment in self.above.get(id(item), ())]
            text = self.lay(item.value, inner, len(inner) + len(item.name), 1)
            behind = self.behind.get(id(item))
            lines.append(f"{inner}{item.name}{text}{group.separator}" + (f"  {behind}" if behind else ""))
            lines += [inner + comment for comment in self.below.get(id(item), ())]
        return "\n".join([f"{head}{group.opening}", *lines, f"{indent}{group.closing}"])
