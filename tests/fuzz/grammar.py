"""Programs in the language of v3: clients, chains, filters, batches, schemas and results, put where Python lets them stand."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable
from random import Random

_HEADS = (
    "import weaviate", "import weaviate as wv", "from weaviate import Client", "from weaviate import Client as C, AuthApiKey",
    "import weaviate, json", "import weaviate; import os", "from weaviate import *", "import weaviate.gql.get, weaviate.auth",
    "try:\n    import weaviate\nexcept ImportError:\n    weaviate = None", "if True:\n    import weaviate", "from .db import client, weaviate",
    "from weaviate.gql.get import GetBuilder", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import weaviate",
    "import weaviate\nfrom weaviate.batch import Batch\nfrom weaviate.util import generate_uuid5, get_valid_uuid",
)  # fmt: skip
_CLIENTS = (
    'weaviate.Client("http://localhost:8080")', "weaviate.Client(URL)", "Client(url)", "wv.Client()", "C('https://a.weaviate.network')",
    "weaviate.Client(url=URL, auth_client_secret=weaviate.AuthApiKey(KEY), additional_headers={'X-OpenAI-Api-Key': KEY})",
    "weaviate.Client(embedded_options=weaviate.embedded.EmbeddedOptions())", "weaviate.Client(f'http://{host}:{port}', timeout_config=(5, 15))",
    "weaviate.Client(*args, **kwargs)", "weaviate.Client('http://x:80', AUTH, startup_period=None)", "get_client()", "None",
    "weaviate.Client('http' + '://' + host)", "getattr(weaviate, 'Client')('http://localhost')",
)  # fmt: skip
_CLASSES = ("'Article'", '"Article"', "NAME", "f'{x}'", "cls.name", "'A' 'b'", "names[0]", "(n := 'B')", "None", "'Art' if x else 'B'", "('Article'\n)", "r'A'", "'Ünï'")
_WORDS = ("'fish'", "[text]", "['a', 'b']", "x", "text.strip()", "*more", "'it\\'s'", "'''a\nb'''", "f'{x!r}'", "('a'  # why\n 'b')")
_NUMBERS = ("1", "0.5", "-1", "n", "10 ** 2", "None", "1_000", "len(x)", "(n)", "0x1f")
_KEYS = ("title", "distance", "id", "vector", "_additional", "data", "Get", "Article", "errors", "properties", "class", "beacon", "certainty")
_ADDITIONAL = ("'id'", "['distance', 'vector']", "'vector'", "{'generate': ['error']}", "[\"id\", x]", "EXTRA", "'generate { singleResult }'", "[]", "weaviate.AdditionalProperties(uuid=True)")
_METHODS = ("append", "pop", "get", "items", "keys", "copy", "strip", "sort", "update", "format", "encode")


class Program:
    """Writes one program, choice by choice."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.room = 60  # expressions that may still be nested

    def pick(self, *choices: str) -> str:
        return self.random.choice(choices)

    def maybe(self, text: str, chance: float = 0.5) -> str:
        return text if self.random.random() < chance else ""

    def several(self, make: Callable[[], str], most: int = 3, least: int = 0) -> list[str]:
        return [make() for _ in range(self.random.randint(least, most))]

    # -- v3 -----------------------------------------------------------------------------------------------------------

    def client(self) -> str:
        return self.pick("client", "client", "client", "self.client", "self._db", "c", "db['client']", "(client)", "get_client()", "app.state.client", "client or other", "wclient", "clients[0]", "Client()")

    def receiver(self) -> str:
        client = self.client()
        return f"({client})" if " " in client else client

    def where(self, depth: int = 0) -> str:
        if depth < 2 and self.random.random() < 0.3:
            operands = ", ".join(self.several(lambda: self.where(depth + 1), 3))
            return f"{{'operator': {self.pick(repr('And'), repr('Or'), 'OP', repr('Not'))}, 'operands': [{operands}]}}"
        path = self.pick("['title']", "'title'", "['hasAuthor', 'Author', 'name']", "PATH", "['id']", "['len(title)']", "('a',)", "[p]")
        operator = self.pick("'Equal'", "'Like'", "'GreaterThan'", "'ContainsAny'", "'IsNull'", "op", "'WithinGeoRange'", "'Equals'")
        kind = self.pick("valueText", "valueString", "valueInt", "valueNumber", "valueBoolean", "valueDate", "valueTextArray", "valueX")
        parts = [f"'path': {path}", f"'operator': {operator}", f"'{kind}': {self.pick(*_WORDS, *_NUMBERS).replace('*more', 'more')}"]
        self.random.shuffle(parts)
        extra = self.maybe(", **more", 0.1)
        return f"{{{', '.join(parts)}{extra}{self.maybe(',', 0.2)}}}"

    def argument(self) -> str:
        return self.pick(*_WORDS, *_NUMBERS, *_CLASSES, "{'a': 1}", "**options", "*args", self.where())

    def link(self) -> str:
        word, number = self.pick(*_WORDS), self.pick(*_NUMBERS)
        return self.pick(
            f".with_limit({number})", f".with_offset({number})", f".with_near_text({{'concepts': {word.replace('*more', 'more')}}})",
            f".with_near_text({{'concepts': [x], 'distance': {number}, 'moveTo': {{'concepts': ['a'], 'force': 0.5}}}})",
            f".with_near_vector({{'vector': {number}{self.maybe(', **kw', 0.1)}}})", ".with_near_object({'id': uuid})", ".with_near_text(near)",
            f".with_hybrid({word}, alpha={number})", f".with_hybrid(query={word})", f".with_bm25({word})", f".with_bm25(query={word}, properties=['a'])",
            f".with_where({self.where()})", ".with_where(where)", f".with_additional({self.pick(*_ADDITIONAL)})", ".with_sort({'path': ['a'], 'order': 'desc'})",
            f".with_generate(single_prompt={word})", f".with_generate(grouped_task={word})", ".with_ask({'question': q})", f".with_autocut({number})",
            f".with_tenant({word})", f".with_after({word})", ".with_group_by(['a'], groups=2, objects_per_group=1)", ".with_consistency_level('ONE')",
            f".with_alias({word})", ".with_meta_count()", ".with_fields('meta { count }')", ".with_near_image({'image': b64}, encode=False)", ".with_nothing()",
        )  # fmt: skip

    def chain(self) -> str:
        head = self.pick(
            f".get({self.pick(*_CLASSES)}, {self.pick('['+repr('title')+']', repr('title'), 'PROPS', '['+repr('a { b }')+']', repr('... on A { b }'))})",
            f".get({self.pick(*_CLASSES)})", ".get(class_name='A', properties=['b'])", f".aggregate({self.pick(*_CLASSES)})", ".get()", ".get(*a)",
        )  # fmt: skip
        links = self.several(self.link, 4)
        gap = self.pick("", "", "\n    ", "  # why\n    ")
        parts = [f"{self.receiver()}.query", head, *links, self.pick(".do()", ".do()", ".do()", "", ".build()")]
        text = gap.join(parts)
        return f"({text})" if gap else text

    def call(self) -> str:
        name, uuid, client = self.pick(*_CLASSES), self.pick("uuid", "'a0000000-0000-4000-8000-000000000001'", "o['id']", "*ids"), self.receiver()
        call = self.pick(
            f"schema.create_class({self.definition()})", f"schema.delete_class({name})", f"schema.exists({name})", "schema.get()", f"schema.get({name})",
            "schema.delete_all()", f"schema.create({{'classes': [{self.definition()}]}})", f"schema.property.create({name}, {{'name': 'a', 'dataType': ['text']}})",
            f"schema.update_config({name}, {{'vectorIndexConfig': {{'ef': 1}}}})", f"data_object.create({{'a': 1}}, {name})", f"data_object.get({uuid}, class_name={name})",
            f"data_object.get_by_id({uuid}, {name}, with_vector=True)", f"data_object.create(data_object={self.argument().replace('*', '')}, class_name={name}, uuid={uuid.replace('*', '')})",
            f"data_object.delete({uuid}, {name})", f"data_object.update({{'a': 1}}, {name}, {uuid})", f"data_object.reference.add({uuid.replace('*','')}, 'p', {uuid.replace('*','')}, from_class_name={name}, to_class_name='B')",
            "batch.configure(batch_size=100, callback=check)", "batch.flush()", "batch.create_objects()", f"batch.add_data_object({{'a': x}}, {name})", f"batch.delete_objects({name}, {self.where()})",
            "is_ready()", "is_live()", "get_meta()", "cluster.get_nodes_status()", f"backup.create('b', 's3', include_classes={name})", "contextionary.get_concept_vector('a')",
            "query.raw('{ Get { Article(limit: 1) { title } } }')", "query.raw(q)", "query.multi_get([a, b]).do()", f"schema.add_class_tenants({name}, [Tenant('a')])", "schema", "batch", "query.get", f"schema.delete_class({self.argument()})",
        )  # fmt: skip
        return f"{client}.{call}"

    def definition(self) -> str:
        prop = self.pick("{'name': 'a', 'dataType': ['text']}", "{'name': n, 'dataType': [t]}", "{'name': 'w', 'dataType': ['Author'], 'description': 'x'}", "*props", "{}", "p")
        return self.pick(f"{{'class': {self.pick(*_CLASSES)}, 'properties': [{prop}], 'vectorizer': 'none'}}", "cls", "{**base, 'class': 'A'}", "{'class': 'A', 'x': 1}", "SCHEMA['classes'][0]", "{'class': 'A', 'moduleConfig': {'text2vec-openai': {'model': m}}}")

    # -- Python -------------------------------------------------------------------------------------------------------

    def value(self) -> str:
        """An expression, most of them of v3."""
        self.room -= 1
        if self.room < 0:
            return "x"
        kind = self.random.random()
        if kind < 0.35:
            return self.chain()
        if kind < 0.65:
            return self.call()
        if kind < 0.7:
            return self.pick("result", "result['data']", "x", "response", "o")
        return self.wrapped(self.value())

    def wrapped(self, value: str) -> str:
        key, other = self.pick(*_KEYS), "x"
        if self.room > 0 and self.random.random() < 0.2:
            other = self.value()
        return self.pick(
            f"{value}['data']['Get']['Article']", f"{value}['{key}']", f"({value})['{key}']", f"{value}.get('{key}')", f"{value}.get('{key}', {other})", f"{value}[0]",
            f"({value} if x else {other})", f"({value} or {other})", f"[{value}, {other}]", f"{{'a': {value}, **x}}", f"(r := {value})", f"(lambda c: {value})({other})",
            f"[o['{key}'] for o in {value}]", f"{{o['{key}']: o for o in ({value}) if o}}", f"list(map(lambda o: o['{key}'], {value}))", f"json.dumps({value})", f"len({value})",
            f"f'{{{'x' if chr(10) in value or chr(39) in value or chr(92) in value else value}}}'", f"str({value})", f"f({value}, *{other})", f"not {value}", f"{value} == {other}", f"'{key}' in {value}",
            f"(await {value})", f"(yield {value})", f"({value}).{self.pick(*_METHODS)}()", f"cast('weaviate.Client', {value})", f"({value}\n)", f"(  # note\n{value})", f"{value}[1:]", f"next(iter({value}))", f"partial({value})",
        )  # fmt: skip

    def result(self) -> str:
        key = self.pick(*_KEYS)
        return self.pick(f"result['data']['Get']['Article']", "result['data']['Get'][NAME][0]['_additional']['id']", f"result['{key}']", f"result.get('{key}', {{}})", f"response['{key}']['{key}']", "result['data']['Aggregate']['A'][0]['meta']['count']", f"o['_additional']['{key}']", "result")  # noqa: F541

    def target(self) -> str:
        return self.pick("result", "result", "response", "client", "self.client", "x", "a, b", "(a, *b)", "d['k']", "o", "near", "where", "cls", "query", "NAME", "r.x", "[c]")

    def statement(self, depth: int = 0) -> str:
        self.room = max(self.room, 6)
        if depth < 3 and self.random.random() < 0.35:
            return self.block(depth)
        value = self.value()
        return self.pick(
            value, value, f"{self.target()} = {value}", f"{self.target()} = {value}", f"result: dict = {value}", f"{self.target()} = y = {value}", f"x += {value}", f"return {value}",
            f"print({self.result()})", f"assert {value}, {self.result()}", f"result = {self.chain()}\nfor o in {self.result()}:\n    print(o['title'], {self.result()})",
            f"client = {self.pick(*_CLIENTS)}", f"client = {self.pick(*_CLIENTS)}", f"c = client; {value}", f"query = {self.receiver()}.query.get('A', ['b'])\nif x:\n    query = query{self.link()}\nresult = query.do()",
            f"del {self.pick('client', 'x[0]', 'result')}", "pass", "import json", f"NAME = {self.pick(*_CLASSES)}", f"near = {{'concepts': {self.pick(*_WORDS).replace('*more', 'more')}}}", f"where = {self.where()}", f"raise ValueError({value})",
            f"'''text {self.pick(*_KEYS)}'''", f"global {self.pick('client', 'result')}", f"batch = {self.receiver()}.batch", f"type X = {value}" if sys.version_info >= (3, 12) else "...",
            f"cls = {self.definition()}\n{self.receiver()}.schema.create_class(cls)", f"result = {self.call()}\nprint({self.result()})",
        )  # fmt: skip

    def body(self, depth: int) -> str:
        return textwrap.indent("\n".join(self.several(lambda: self.statement(depth + 1), 3, 1)), self.pick("    ", "    ", "  ", "\t"))

    def block(self, depth: int) -> str:
        value, generic = self.value(), self.maybe("[T: weaviate.Client]", 0.2) if sys.version_info >= (3, 12) else ""
        body, other = self.body(depth), self.body(depth)
        name = self.pick("f", "search", "get_client", "main", "test_it", "setUp", "__init__")
        parameters = self.pick("", "self", "client", "client: weaviate.Client", "self, c: 'Client' = None", "*args, **kwargs", "client: Client | None = None, /", "db: Optional[weaviate.Client], *, n=1")
        return self.pick(
            f"if {value}:\n{body}", f"if {value}:\n{body}\nelif x:\n{other}\nelse:\n    pass", f"for o in {value}:\n{body}", f"for i, o in enumerate({value}):\n{body}\nelse:\n{other}", f"while {value}:\n{body}\n    break",
            f"with {self.receiver()}.batch as batch:\n{body}\n    batch.add_data_object(o, 'A')", f"with {self.receiver()}.batch(batch_size=100, dynamic=True) as b, open(f) as g:\n{body}", f"with {value} as client:\n{body}",
            f"try:\n{body}\nexcept weaviate.exceptions.UnexpectedStatusCodeException as error:\n{other}", f"try:\n{body}\nfinally:\n{other}", f"def {name}{generic}({parameters}):\n{body}", f"async def {name}({parameters}) -> weaviate.Client:\n{body}",
            f"class A{generic}({self.pick('', 'weaviate.Client', 'Base', 'TestCase')}):\n    client = {self.pick(*_CLIENTS)}\n    def __init__(self):\n        self.client = {self.pick(*_CLIENTS)}\n    def {name}({parameters}):\n{textwrap.indent(body, '    ')}",
            f"match {value}:\n    case {{'data': {{'Get': o}}}}:\n{textwrap.indent(body, '    ')}\n    case weaviate.Client() as client:\n{textwrap.indent(other, '    ')}", f"@decorated({value})\ndef f():\n{body}", f"if x: {value}; y = 1\n{other.lstrip() if chr(10) not in other else 'pass'}",
            f"if hasattr(client, 'collections'):\n{body}\nelse:\n{other}", f"for item in items:\n    {self.receiver()}.batch.add_data_object(item, 'A')\n{body}\n{self.receiver()}.batch.flush()", f"lambda: {value}",
        )  # fmt: skip


def program(random: Random) -> str:
    """A program; not every one of them is Python."""
    made = Program(random)
    parts = [random.choice(_HEADS), made.maybe(f"client = {random.choice(_CLIENTS)}", 0.8), *made.several(made.statement, 6, 1)]
    return "\n".join(parts) + "\n"
