"""GraphQL text in Python code: a literal, an f-string, ``"..." % value`` or ``"...".format(value)``.

Names stand in for the values in it, so that the text can be parsed; what is made of the parsed text has the values' own
expressions in their place again.
"""

from __future__ import annotations

import ast
import re
import string

from ...inference.values import Text, Value
from ...patterns import pattern
from ...records import field, record
from ..literal import assigned_once, loads_of, means_the_same
from ..site import Site, pure
from ..unit import Refusal

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from graphql import DocumentNode, ValueNode

_STAND_IN = pattern(r"WV_value_\d+")


@record(eq=False)
class Template:
    """``text`` with a stand-in name for each of ``values``; ``origin`` is the expression that gave it; ``goes`` whether the
    text is no longer in the file once it is written otherwise."""

    site: Site
    origin: ast.expr
    text: str = ""
    values: dict[str, ast.expr] = field(default_factory=dict)
    goes: bool = True

    def document(self) -> DocumentNode:
        """The parsed text. Raises Refusal where it is no GraphQL."""
        from graphql import GraphQLError, parse

        try:
            return parse(self.text, no_location=True)
        except GraphQLError as error:
            raise Refusal("the text is no GraphQL that can be read") from error

    def comments(self) -> list[str]:
        """The comments in the text."""
        from graphql import GraphQLError, Lexer, Source, TokenKind

        lexer, found = Lexer(Source(self.text)), []
        token = first = lexer.token
        try:
            while token.kind != TokenKind.EOF:
                token = lexer.advance()
        except GraphQLError:
            return []
        while first.next is not None:  # comments are tokens that ``advance`` passes over
            first = first.next
            if first.kind == TokenKind.COMMENT:
                found.append(f"# {str(first.value).strip()}")
        return found

    def name(self, name: str) -> ast.expr:
        """The expression for a name in the text."""
        if name in self.values:
            value = self.values[name]
            known = self.site.engine.values(self.site.module, value)
            if not known or not all(isinstance(v, Text) and v.text.isidentifier() for v in known):
                self.site.unit.doubt(f"`{self.site.module.source.segment(value)}` is taken for a name")
            return value
        if _STAND_IN.search(name):
            raise Refusal("a name in the GraphQL text is computed")
        return self.made(ast.Constant(name))

    def plain(self, name: str) -> str:
        """A name in the text, or any part of it. Raises Refusal where a value stands in it."""
        if _STAND_IN.search(name):
            raise Refusal("a name in the GraphQL text is computed")
        return name

    def made(self, node: ast.expr) -> ast.expr:
        """A node that no source has, at the place of the text."""
        return ast.copy_location(node, self.origin)

    def node(self, value: ValueNode) -> ast.expr:
        """A value in the text as Python has it: an enum is a string. Raises Refusal where it can't be seen."""
        from graphql.language import ast as graphql

        if isinstance(value, graphql.IntValueNode):
            return self.made(ast.Constant(int(value.value)))
        if isinstance(value, graphql.FloatValueNode):
            return self.made(ast.Constant(float(value.value)))
        if isinstance(value, graphql.StringValueNode):
            return self._string(value.value)
        if isinstance(value, graphql.EnumValueNode):
            if value.value in self.values:
                return self._bare(self.values[value.value])
            return self.made(ast.Constant(self.plain(value.value)))
        if isinstance(value, graphql.BooleanValueNode):
            return self.made(ast.Constant(value.value))
        if isinstance(value, graphql.NullValueNode):
            return self.made(ast.Constant(None))
        if isinstance(value, graphql.ListValueNode):
            return self.made(ast.List([self.node(one) for one in value.values], ast.Load()))
        if isinstance(value, graphql.ObjectValueNode):
            return self.made(self.dictionary({f.name.value: self.node(f.value) for f in value.fields}))
        raise Refusal("the GraphQL text has variables")

    def dictionary(self, items: dict[str, ast.expr]) -> ast.Dict:
        """A dictionary display."""
        return ast.Dict([self.made(ast.Constant(key)) for key in items], list(items.values()))

    def _bare(self, value: ast.expr) -> ast.expr:
        """A value that stands in the text without quotes: its text has to be that of a number or a list."""
        known = self._known(value)
        if known and all(isinstance(v, Text) for v in known):
            raise Refusal("a text in the GraphQL text stands for a number, or for more than a value")
        if not self._is_number(value):
            self.site.unit.doubt(f"`{self.site.module.source.segment(value)}` is taken for a number or list")
        return value

    def _known(self, value: ast.expr) -> list[Value]:
        return list(self.site.engine.values(self.site.module, value))

    def _is_number(self, value: ast.expr) -> bool:
        """Whether a value is a number that is written in the file."""
        assignment = assigned_once(self.site, value) if isinstance(value, ast.Name) else None
        written = assignment.value if assignment is not None else value
        return isinstance(written, ast.Constant) and isinstance(written.value, (int, float)) and not isinstance(written.value, bool)

    def _string(self, text: str) -> ast.expr:
        if not (found := _STAND_IN.findall(text)):
            return self.made(ast.Constant(text))
        for name in found:
            value = self.values[name]
            known = self._known(value)
            if self._is_number(value):
                continue
            if not known or not all(isinstance(v, Text) and not {'"', "\\"} & set(v.text) for v in known):
                self.site.unit.doubt(f"`{self.site.module.source.segment(value)}` is taken for a text that GraphQL takes as it is")
        if found == [text] and not self._is_number(self.values[text]):
            return self.values[text]
        parts: list[ast.expr] = []
        for part in re.split(f"({_STAND_IN.pattern})", text):
            parts += [ast.FormattedValue(self.values[part], -1)] if part in self.values else [ast.Constant(part)] if part else []
        return self.made(ast.JoinedStr(parts))

    def stand_in(self, value: ast.expr) -> str:
        """A new name that stands in for an expression."""
        name = f"WV_value_{len(self.values)}"
        self.values[name] = value
        return name


def template(site: Site, node: ast.expr) -> Template:
    """The GraphQL text that an argument is. Raises Refusal where it can't be seen."""
    found = Template(site, node)
    if not isinstance(node, ast.Name):
        _fill(found, node)
        if sum(not pure(value) for value in found.values.values()) > 1:
            raise Refusal("values in the GraphQL text may have to be computed in their order")
        return found
    assignment = assigned_once(site, node)
    if assignment is None or assignment.value is None:
        raise Refusal(f"`{node.id}` is not a text that is bound once")
    _fill(found, assignment.value)
    moves = means_the_same(site, node, assignment)
    if found.values and not moves:
        raise Refusal(f"the values in `{node.id}` may be others where it is used")
    found.goes = moves and len(loads_of(site, node)) == 1
    if moves:
        site.unit.read[node] = assignment
    return found


def _fill(found: Template, node: ast.expr) -> None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        found.text = node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            if isinstance(part, ast.Constant):
                found.text += str(part.value)
            elif isinstance(part, ast.FormattedValue) and part.conversion == -1 and part.format_spec is None:
                found.text += found.stand_in(part.value)
            else:
                raise Refusal("a value in the GraphQL text is formatted")
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant):
        _percent(found, str(node.left.value), node.right)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        _format(found, node.func.value, node)
    else:
        raise Refusal("the GraphQL text can't be seen")


def _percent(found: Template, text: str, right: ast.expr) -> None:
    values = list(right.elts) if isinstance(right, ast.Tuple) else [right]
    if isinstance(right, (ast.Dict, ast.Name, ast.Attribute)) and len(re.findall(r"%[^%]", text)) != 1:
        raise Refusal("a value in the GraphQL text can't be seen")
    for part in re.split(r"(%.)", text):
        if part in ("%s", "%d") and values:
            found.text += found.stand_in(values.pop(0))
        elif part == "%%":
            found.text += "%"
        elif part.startswith("%"):
            raise Refusal("a value in the GraphQL text is formatted")
        else:
            found.text += part
    if values:
        raise Refusal("a value in the GraphQL text can't be seen")


def _format(found: Template, base: ast.expr, call: ast.Call) -> None:
    if not isinstance(base, ast.Constant) or not isinstance(base.value, str):
        raise Refusal("the GraphQL text can't be seen")
    given: dict[str, ast.expr] = {str(n): value for n, value in enumerate(call.args)}
    given |= {k.arg: k.value for k in call.keywords if k.arg is not None}
    number = 0
    try:
        parts = list(string.Formatter().parse(base.value))
    except ValueError as error:
        raise Refusal("the GraphQL text can't be seen") from error
    for text, name, form, conversion in parts:
        found.text += text
        if name is None:
            continue
        key, number = (str(number), number + 1) if name == "" else (name, number)
        if form or conversion or key not in given or isinstance(given[key], ast.Starred):
            raise Refusal("a value in the GraphQL text is formatted")
        found.text += found.stand_in(given[key])
