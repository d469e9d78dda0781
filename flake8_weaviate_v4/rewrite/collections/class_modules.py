"""``vectorizer`` and ``moduleConfig`` of a class as ``Configure.Vectorizer``, ``.Generative`` and ``.Reranker`` calls.

``vectorizer_config=`` makes the one unnamed vector that v3 made; ``Configure.Vectors`` would make a named one, which is
another schema. v4 always sends ``vectorizeClassName``, true unless told otherwise: where a server's own default is false
it is said. Only modules whose defaults are the same from Weaviate 1.27 (the oldest that v4 speaks to) to 1.39 are here.
"""

from __future__ import annotations

import ast

from ...records import field, record
from ..code import Item
from ..literal import constant
from ..site import Site
from ..unit import Refusal
from .class_settings import ignored, inner
from .class_tables import Table, arguments, items, literal, made

_STRINGS = list[str]
_TRUNCATION = frozenset({"NONE", "START", "END", "LEFT", "RIGHT"})


@record(frozen=True)
class Backend:
    """What v4 has for a module: its function, its settings, those that are required, and the values that a few are
    restricted to. ``class_name`` says what a server takes for ``vectorizeClassName`` where that is left out: empty where
    there is no such setting, ``varies`` where servers differ."""

    function: str
    table: Table = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    class_name: str = ""
    choices: dict[str, frozenset[str]] = field(default_factory=dict)


_MODEL: Table = {"model": ("model", str)}
_FIELDS: Table = {"imageFields": ("image_fields", _STRINGS), "textFields": ("text_fields", _STRINGS)}

VECTORIZERS: dict[str, Backend] = {
    "text2vec-openai": Backend(
        "text2vec_openai",
        {
            **_MODEL, "modelVersion": ("model_version", str), "type": ("type_", str), "dimensions": ("dimensions", int),
            "isAzure": ignored(False),
        },
        class_name="true", choices={"type": frozenset({"text", "code"})},
    ),
    "text2vec-cohere": Backend(
        "text2vec_cohere", {**_MODEL, "truncate": ("truncate", str)}, class_name="true", choices={"truncate": _TRUNCATION}
    ),
    "text2vec-contextionary": Backend("text2vec_contextionary", class_name="true"),
    "text2vec-databricks": Backend(
        "text2vec_databricks", {"endpoint": ("endpoint", str), "instruction": ("instruction", str)},
        required=frozenset({"endpoint"}), class_name="true",
    ),
    "text2vec-gpt4all": Backend("text2vec_gpt4all", class_name="true"),
    "text2vec-huggingface": Backend(
        "text2vec_huggingface",
        {
            **_MODEL, "passageModel": ("passage_model", str), "queryModel": ("query_model", str),
            "options": inner({"waitForModel": ("wait_for_model", bool), "useGPU": ("use_gpu", bool), "useCache": ("use_cache", bool)}),
        },
        class_name="true",
    ),
    "text2vec-transformers": Backend(
        "text2vec_transformers",
        {
            "poolingStrategy": ("pooling_strategy", str), "inferenceUrl": ("inference_url", str),
            "passageInferenceUrl": ("passage_inference_url", str), "queryInferenceUrl": ("query_inference_url", str),
        },
        class_name="true", choices={"poolingStrategy": frozenset({"masked_mean", "cls"})},
    ),
    "text2vec-voyageai": Backend(
        "text2vec_voyageai", {**_MODEL, "baseURL": ("base_url", str), "truncate": ("truncate", bool)}, class_name="true"
    ),
    "text2vec-jinaai": Backend(
        "text2vec_jinaai", {**_MODEL, "baseURL": ("base_url", str), "dimensions": ("dimensions", int)}, class_name="varies"
    ),
    "text2vec-ollama": Backend("text2vec_ollama", {**_MODEL, "apiEndpoint": ("api_endpoint", str)}, class_name="false"),
    "text2vec-aws": Backend(
        "text2vec_aws",
        {**_MODEL, "region": ("region", str), "endpoint": ("endpoint", str), "service": ("service", str)},
        required=frozenset({"region"}), class_name="false",
    ),
    "multi2vec-clip": Backend("multi2vec_clip", {**_FIELDS, "inferenceUrl": ("inference_url", str)}),
    "multi2vec-bind": Backend(
        "multi2vec_bind",
        {
            **_FIELDS, "audioFields": ("audio_fields", _STRINGS), "depthFields": ("depth_fields", _STRINGS),
            "IMUFields": ("imu_fields", _STRINGS), "thermalFields": ("thermal_fields", _STRINGS),
            "videoFields": ("video_fields", _STRINGS),
        },
    ),
    "img2vec-neural": Backend(
        "img2vec_neural", {"imageFields": ("image_fields", _STRINGS)}, required=frozenset({"imageFields"})
    ),
    "ref2vec-centroid": Backend(
        "ref2vec_centroid", {"referenceProperties": ("reference_properties", _STRINGS), "method": ("method", str)},
        required=frozenset({"referenceProperties"}), choices={"method": frozenset({"mean"})},
    ),
}  # fmt: skip
_AZURE = Backend(
    "text2vec_azure_openai",
    {
        **_MODEL, "resourceName": ("resource_name", str), "deploymentId": ("deployment_id", str),
        "dimensions": ("dimensions", int), "isAzure": ignored(True),
    },
    required=frozenset({"resourceName", "deploymentId"}), class_name="true",
)  # fmt: skip
_OPENAI: Table = {
    "frequencyPenalty": ("frequency_penalty", float), "presencePenalty": ("presence_penalty", float),
    "maxTokens": ("max_tokens", int), "temperature": ("temperature", float), "topP": ("top_p", float),
}  # fmt: skip
_GENERATIVE: dict[str, Backend] = {
    "generative-openai": Backend("openai", {**_MODEL, **_OPENAI}),
    "generative-cohere": Backend(
        "cohere",
        {
            **_MODEL, "k": ("k", int), "maxTokens": ("max_tokens", int), "temperature": ("temperature", float),
            "stopSequences": ("stop_sequences", _STRINGS),
        },
    ),
    "generative-anyscale": Backend("anyscale", {**_MODEL, "temperature": ("temperature", float), "baseURL": ("base_url", str)}),
    "generative-mistral": Backend("mistral", {**_MODEL, "temperature": ("temperature", float), "maxTokens": ("max_tokens", int)}),
    "generative-ollama": Backend("ollama", {**_MODEL, "apiEndpoint": ("api_endpoint", str)}),
}  # fmt: skip
_GENERATIVE_AZURE = Backend(
    "azure_openai",
    {"resourceName": ("resource_name", str), "deploymentId": ("deployment_id", str), **_OPENAI},
    required=frozenset({"resourceName", "deploymentId"}),
)
_RERANKERS: dict[str, Backend] = {
    "reranker-cohere": Backend("cohere", _MODEL),
    "reranker-transformers": Backend("transformers"),
    "reranker-voyageai": Backend("voyageai", _MODEL),
    "reranker-jinaai": Backend("jinaai", _MODEL),
}


def modules(site: Site, vectorizer: ast.expr, config: ast.expr | None) -> list[Item]:
    """``vectorizer_config=``, ``generative_config=`` and ``reranker_config=``. Raises Refusal where the modules or their
    settings are none that v4 sends as v3 did."""
    name = vectorizer_name(site, vectorizer)
    given = items(site, config) if config is not None else {}
    found = [_vectorizer(site, name, vectorizer, given.get(name))]
    found += [extension(site, key, node) for key, node in given.items() if key != name]
    if len({item.name for item in found}) < len(found):
        raise Refusal("two modules of one kind")
    return found


def extension(site: Site, name: str, node: ast.expr, owner: str = "Configure") -> Item:
    """A generative module or a reranker, as an argument; ``owner`` is ``Reconfigure`` for an update. Raises Refusal."""
    if (backend := _GENERATIVE.get(name)) is not None:
        if name == "generative-openai" and "resourceName" in items(site, node):
            backend = _GENERATIVE_AZURE
        code = made(site, f"{owner}.Generative.{backend.function}", _settings(site, backend, node))
        return Item(code, "generative_config=", node)
    if (backend := _RERANKERS.get(name)) is not None:
        code = made(site, f"{owner}.Reranker.{backend.function}", _settings(site, backend, node))
        return Item(code, "reranker_config=", node)
    raise Refusal(f"module `{name}` has no function in v4 that is the same")


def vectorizer_name(site: Site, node: ast.expr) -> str:
    """The name of the vectorizer. Raises Refusal where it can't be seen."""
    name = constant(literal(site, node).node)
    if not isinstance(name, str):
        raise Refusal("the vectorizer can't be seen")
    return name


def _vectorizer(site: Site, name: str, origin: ast.expr, node: ast.expr | None) -> Item:
    argument = "vectorizer_config="
    given = items(site, node) if node is not None else {}
    if name == "none":
        if node is not None:
            raise Refusal("settings for no vectorizer")
        return Item(made(site, "Configure.Vectorizer.none", []), argument, origin)
    backend = _AZURE if name == "text2vec-openai" and "resourceName" in given else VECTORIZERS.get(name)
    if backend is None:
        raise Refusal(f"module `{name}` has no function in v4 that is the same")
    settings = _settings(site, backend, node)
    if "vectorizeClassName" not in given:
        if backend.class_name == "varies":
            raise Refusal(f"servers differ in what `{name}` makes of the name of the class")
        if backend.class_name == "false":
            settings.append(Item("False", "vectorize_collection_name="))
    return Item(made(site, f"Configure.Vectorizer.{backend.function}", settings), argument, origin)


def _settings(site: Site, backend: Backend, node: ast.expr | None) -> list[Item]:
    given = items(site, node) if node is not None else {}
    if backend.required - given.keys():
        raise Refusal("a module without a setting that v4 requires")
    for key, allowed in backend.choices.items():
        if key in given and constant(given[key]) not in allowed:
            raise Refusal(f"`{key}` is no value that v4 takes")
    named: Table = {"vectorizeClassName": ("vectorize_collection_name", bool)} if backend.class_name else {}
    return arguments(site, node, {**backend.table, **named}) if node is not None else []
