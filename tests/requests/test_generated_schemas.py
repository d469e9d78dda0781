"""Generated classes: whatever dictionary v3 can be given, the rewritten program makes the same classes, or it is left."""

from __future__ import annotations

from typing import Any

import pytest
from harness import environments, lab
from harness.comparison import differences
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flake8_weaviate_v4.rewrite import fix_text

SETTINGS = settings(
    max_examples=80, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
START = 'import weaviate\n\nclient = weaviate.Client("http://localhost:8080")\n'
TYPES = """text text[] string string[] int int[] boolean boolean[] number number[] date date[] uuid uuid[] geoCoordinates
    phoneNumber blob""".split()

Strategy = st.SearchStrategy[Any]


def some(**values: Strategy) -> Strategy:
    """A dictionary with some of these items."""
    return st.fixed_dictionaries({}, optional=values)


@pytest.fixture(scope="module")
def clients() -> None:
    """Both environments, or a skip that says why there are none."""
    try:
        for client in lab.CLIENTS:
            environments.python(client)
    except environments.Unreachable as error:
        pytest.skip(f"{error}: requests are NOT compared")


def compare(body: str, gone: str) -> None:
    """The program is rewritten whole, without ``gone``, and asks for and prints the same then."""
    text = f"{START}{body}"
    fixed = fix_text(text, unsafe=True)
    assert gone not in fixed, f"not rewritten:\n{fixed}"
    assert fix_text(fixed, unsafe=True) == fixed, f"a second fix changes something:\n{fixed}"
    found = differences(*lab.run_both(text, fixed, "generated"))
    assert not found, "\n\n".join([text, fixed, *found])


# -- properties -----------------------------------------------------------------------------------------------------------

texts = st.sampled_from(["Words", "It's", 'a "quote"', ""])
flags = st.booleans()


@st.composite
def property_of(draw: st.DrawFn, name: str, vectorizer: str, classes: list[str]) -> dict[str, Any]:
    """A property that the server takes."""
    found: dict[str, Any] = {"name": name}
    if classes and draw(st.integers(0, 3)) == 0:
        targets = draw(st.lists(st.sampled_from(classes), min_size=1, max_size=2, unique=True))
        found["dataType"] = [each if draw(flags) else each[0].lower() + each[1:] for each in targets]
        found |= draw(some(description=texts, indexFilterable=st.just(True), indexInverted=st.just(True)))
        return found
    data_type = draw(st.sampled_from([*TYPES, "text", "text", "object"]))
    found["dataType"] = [data_type]
    if data_type == "object":
        inner = draw(st.sampled_from(["text", "int", "boolean"]))
        found["nestedProperties"] = [{"name": "inner", "dataType": [inner], **draw(some(description=texts))}]
    found |= draw(some(description=texts, indexFilterable=flags, indexInverted=flags, indexRangeFilters=flags))
    if data_type in ("text", "text[]"):
        found |= draw(some(tokenization=st.sampled_from(["word", "lowercase", "whitespace", "field", "trigram"]), indexSearchable=flags))
    elif data_type.startswith("string"):
        found |= draw(some(tokenization=st.sampled_from(["word", "field"]), indexSearchable=flags))
    if vectorizer != "none":
        module = some(skip=flags, vectorizePropertyName=flags)
        found |= draw(some(moduleConfig=st.one_of(st.just({}), module.map(lambda m: {vectorizer: m}))))
    return found


# -- settings of a class ----------------------------------------------------------------------------------------------------

numbers = st.integers(1, 500)
VECTORIZERS: dict[str, Strategy] = {
    "none": st.none(),
    "text2vec-openai": st.one_of(
        some(model=st.just("ada"), modelVersion=st.just("002"), type=st.just("text"), vectorizeClassName=flags, dimensions=numbers),
        some(vectorizeClassName=flags, baseURL=st.just("https://example.com")).map(
            lambda m: {"resourceName": "here", "deploymentId": "ada", **m}
        ),
    ),
    "text2vec-cohere": some(model=st.just("embed"), truncate=st.sampled_from(["NONE", "END", "END_OF_ALL"]), vectorizeClassName=flags),
    "text2vec-contextionary": some(vectorizeClassName=flags),
    "text2vec-huggingface": some(
        model=st.just("m"), passageModel=st.just("p"), queryModel=st.just("q"), vectorizeClassName=flags,
        options=some(waitForModel=flags, useGPU=flags, useCache=flags), endpointURL=st.just("https://example.com"),
    ),
    "text2vec-transformers": some(
        poolingStrategy=st.sampled_from(["cls", "masked_mean"]), vectorizeClassName=flags, inferenceUrl=st.just("http://here"),
        passageInferenceUrl=st.just("http://here"), queryInferenceUrl=st.just("http://there"),
    ),
    "text2vec-gpt4all": some(vectorizeClassName=flags),
    "text2vec-voyageai": some(model=st.just("m"), baseURL=st.just("https://example.com"), truncate=flags, vectorizeClassName=flags),
    "text2vec-jinaai": some(model=st.just("m"), vectorizeClassName=flags),
    "text2vec-ollama": some(model=st.just("m"), apiEndpoint=st.just("http://here"), vectorizeClassName=flags),
    "text2vec-aws": some(model=st.just("m"), region=st.just("us-east-1"), service=st.just("bedrock"), vectorizeClassName=flags),
    "text2vec-databricks": some(endpoint=st.just("http://here"), instruction=texts, vectorizeClassName=flags),
    "text2vec-palm": some(projectId=st.just("p"), modelId=st.just("m"), vectorizeClassName=flags),
    "text2vec-mistral": some(model=st.just("m"), vectorizeClassName=flags),
    "multi2vec-clip": some(imageFields=st.just(["image"]), textFields=st.just(["title"]), vectorizeClassName=flags),
    "img2vec-neural": st.just({"imageFields": ["image"]}),
    "ref2vec-centroid": some(method=st.just("mean")).map(lambda m: {"referenceProperties": ["likes"], **m}),
    "text2vec-custom": some(anything=texts),
}  # fmt: skip
EXTENSIONS: dict[str, Strategy] = {
    "generative-openai": some(model=st.just("gpt-4"), temperature=st.sampled_from([0, 0.5]), maxTokens=numbers, topP=st.just(0.5)),
    "generative-cohere": some(model=st.just("command"), k=numbers, stopSequences=st.just(["a", "b"])),
    "generative-palm": some(projectId=st.just("p")),
    "reranker-cohere": some(model=st.just("rerank")),
    "reranker-transformers": st.just({}),
    "qna-openai": some(model=st.just("davinci")),
}
quantizers = some(
    pq=some(
        enabled=flags, segments=numbers, centroids=numbers, trainingLimit=numbers, bitCompression=flags,
        encoder=some(type=st.sampled_from(["kmeans", "tile"]), distribution=st.sampled_from(["log-normal", "normal"])),
    ),
    bq=some(enabled=flags, rescoreLimit=numbers),
    sq=some(enabled=flags, rescoreLimit=numbers, trainingLimit=numbers),
)  # fmt: skip
distances = st.sampled_from(["cosine", "dot", "l2-squared", "hamming", "manhattan"])
hnsw = st.builds(
    lambda one, two: {**one, **two},
    some(
        distance=distances, maxConnections=numbers, efConstruction=numbers, ef=st.just(-1), dynamicEfMin=numbers, dynamicEfMax=numbers,
        dynamicEfFactor=numbers, vectorCacheMaxObjects=numbers, flatSearchCutoff=numbers, cleanupIntervalSeconds=numbers, skip=flags,
        filterStrategy=st.sampled_from(["sweeping", "acorn"]),
    ),
    quantizers,
)  # fmt: skip
flat = some(distance=distances, vectorCacheMaxObjects=numbers, bq=some(enabled=flags, rescoreLimit=numbers, cache=flags))
indexes = st.one_of(
    hnsw.map(lambda config: {"vectorIndexConfig": config}),
    hnsw.map(lambda config: {"vectorIndexType": "hnsw", "vectorIndexConfig": config}),
    flat.map(lambda config: {"vectorIndexType": "flat", "vectorIndexConfig": config}),
    st.builds(lambda d, h, f: {"vectorIndexType": "dynamic", "vectorIndexConfig": {**d, "hnsw": h, "flat": f}}, some(distance=distances), hnsw, flat),
    st.just({}),
)
inverted = some(
    bm25=some(b=st.sampled_from([0.25, 1]), k1=st.sampled_from([1.5, 2])), cleanupIntervalSeconds=numbers, indexTimestamps=flags,
    indexNullState=flags, indexPropertyLength=flags,
    stopwords=some(preset=st.sampled_from(["en", "none"]), additions=st.just(["foo"]), removals=st.just(["bar", "a"])),
)  # fmt: skip
others = some(
    description=texts,
    invertedIndexConfig=inverted,
    replicationConfig=some(factor=numbers, asyncEnabled=flags, deletionStrategy=st.sampled_from(["DeleteOnConflict", "TimeBasedResolution"])),
    shardingConfig=some(desiredCount=numbers, virtualPerPhysical=numbers, desiredVirtualCount=numbers, key=st.just("_id")),
    multiTenancyConfig=st.builds(lambda on, more: {"enabled": on, **more}, flags, some(autoTenantCreation=flags, autoTenantActivation=flags)),
)


@st.composite
def class_of(draw: st.DrawFn, name: str, classes: list[str]) -> dict[str, Any]:
    """A class that v3 takes; the order of its items is any."""
    vectorizer = draw(st.sampled_from([*VECTORIZERS, "none", "text2vec-openai"]))
    items: dict[str, Any] = {"class": name, **draw(others), **draw(indexes)}
    if draw(st.integers(0, 5)):
        items["vectorizer"] = vectorizer
        modules = draw(some(**EXTENSIONS)) if draw(st.integers(0, 2)) == 0 else {}
        if vectorizer != "none" and draw(flags):
            modules = {vectorizer: draw(VECTORIZERS[vectorizer]), **modules}
        if modules or draw(flags):
            items["moduleConfig"] = modules
    else:
        vectorizer = "none"
    if draw(st.integers(0, 4)):
        count = draw(st.integers(0, 4))
        items["properties"] = [draw(property_of(f"prop{number}", vectorizer, classes)) for number in range(count)]
    return dict(draw(st.permutations(list(items.items()))))


@SETTINGS
@given(class_of("Book", ["Author", "Article", "Book"]), st.booleans())
def test_class(clients: None, cls: dict[str, Any], bound: bool) -> None:
    """A class in the call, or in a variable."""
    given = "definition" if bound else repr(cls)
    before = f"definition = {cls!r}\n" if bound else ""
    text = f"{before}client.schema.create_class({given})\n"
    if not _lower_case(cls) or ".create(" in fix_text(START + text, unsafe=True):
        compare(text, ".create_class(")


def _is_typed(cls: dict[str, Any]) -> bool:
    """Whether the class is made by ``collections.create()``."""
    return ".collections.create(" in fix_text(f"{START}client.schema.create_class({cls!r})\n")


@SETTINGS
@given(class_of("Book", ["Author", "Article", "Book"]))
def test_typed_class(clients: None, cls: dict[str, Any]) -> None:
    """What of a class can be said with v4's classes: all together."""
    base = {"class": "Book", "vectorizer": cls.get("vectorizer", "none")}
    if not _is_typed(base):
        base["vectorizer"] = "none"
    found: dict[str, Any] = dict(base)
    for key, value in cls.items():
        if key == "properties":
            value = [prop for prop in value if _is_typed({**base, key: [prop]})]
        if key not in base and _is_typed({**found, key: value}):
            found[key] = value
    assert _is_typed(found)
    compare(f"client.schema.create_class({found!r})\n", "create_class")


def _lower_case(cls: dict[str, Any]) -> bool:
    """Whether a class points to one in lower case: what v3 capitalised ``create_from_dict`` would not, so that is left."""
    types = [name for prop in cls.get("properties", []) for name in prop["dataType"]]
    return any(name in ("author", "article", "book", "film", "song") for name in types)


@SETTINGS
@given(st.data())
def test_schema(clients: None, data: st.DataObject) -> None:
    """Several classes that point to each other."""
    names = ["Book", "Film", "Song"]
    classes = [data.draw(class_of(name, [*names, "Author"])) for name in names]
    text = f"client.schema.create({ {'classes': classes}!r})\n"
    if not any(_lower_case(cls) for cls in classes):
        compare(text, "schema.create(")


changes = some(
    description=st.sampled_from(["New words", "It's"]),
    invertedIndexConfig=some(
        bm25=some(b=st.sampled_from([0.25, 1]), k1=st.sampled_from([1.5, 2])), cleanupIntervalSeconds=numbers,
        stopwords=some(preset=st.sampled_from(["en", "none"]), additions=st.just(["foo"]), removals=st.just(["bar"])),
    ),
    replicationConfig=some(factor=numbers, asyncEnabled=flags, deletionStrategy=st.just("DeleteOnConflict")),
    multiTenancyConfig=some(autoTenantCreation=flags, autoTenantActivation=flags),
    vectorIndexConfig=some(
        ef=numbers, dynamicEfMin=numbers, dynamicEfMax=numbers, dynamicEfFactor=numbers, flatSearchCutoff=numbers,
        vectorCacheMaxObjects=numbers, filterStrategy=st.sampled_from(["sweeping", "acorn"]),
        pq=st.builds(
            lambda on, more: {"enabled": on, **more}, flags,
            some(segments=numbers, centroids=numbers, trainingLimit=numbers, encoder=some(distribution=st.just("normal"))),
        ),
    ),
)  # fmt: skip


@SETTINGS
@given(changes)
def test_update(clients: None, config: dict[str, Any]) -> None:
    """Changes of a class that is there."""
    compare(f'client.schema.update_config("Article", {config!r})\n', "update_config")


@SETTINGS
@given(property_of("more", "none", ["Author", "Article"]))
def test_property(clients: None, prop: dict[str, Any]) -> None:
    """A property more."""
    if not _lower_case({"properties": [prop]}):
        compare(f'client.schema.property.create("Article", {prop!r})\n', "property.create")

