"""What the server holds before each program: classes, objects, tenants. Numbers are exact in 32 bits."""

from __future__ import annotations

from typing import Any

VERSION = "1.36.5"
"""New enough for all that v4 can do (batch.stream needs 1.36), and old enough that it sends a hybrid alpha of its own."""


def _property(name: str, *types: str, **more: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"name": name, "dataType": list(types), "indexFilterable": True, "indexSearchable": False}
    if types[0] in ("text", "text[]"):
        found |= {"tokenization": "word", "indexSearchable": True}
    return found | more


def make_class(name: str, properties: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """A class as the server reports it, with its defaults."""
    return {
        "class": name,
        "description": "",
        "invertedIndexConfig": {
            "bm25": {"b": 0.75, "k1": 1.2},
            "cleanupIntervalSeconds": 60,
            "stopwords": {"additions": None, "preset": "en", "removals": None},
        },
        "moduleConfig": {},
        "multiTenancyConfig": {"enabled": False, "autoTenantCreation": False, "autoTenantActivation": False},
        "properties": properties,
        "replicationConfig": {"factor": 1, "asyncEnabled": False, "deletionStrategy": "NoAutomatedResolution"},
        "shardingConfig": {
            "virtualPerPhysical": 128,
            "desiredCount": 1,
            "actualCount": 1,
            "desiredVirtualCount": 128,
            "actualVirtualCount": 128,
            "key": "_id",
            "strategy": "hash",
            "function": "murmur3",
        },
        "vectorIndexConfig": {
            "skip": False,
            "cleanupIntervalSeconds": 300,
            "maxConnections": 32,
            "efConstruction": 128,
            "ef": -1,
            "dynamicEfMin": 100,
            "dynamicEfMax": 500,
            "dynamicEfFactor": 8,
            "vectorCacheMaxObjects": 1000000000000,
            "flatSearchCutoff": 40000,
            "distance": "cosine",
            "filterStrategy": "sweeping",
            "pq": {
                "enabled": False,
                "bitCompression": False,
                "segments": 0,
                "centroids": 256,
                "trainingLimit": 100000,
                "encoder": {"type": "kmeans", "distribution": "log-normal"},
            },
            "bq": {"enabled": False},
            "sq": {"enabled": False, "trainingLimit": 100000, "rescoreLimit": 20},
            "multivector": {"enabled": False},
        },
        "vectorIndexType": "hnsw",
        "vectorizer": "none",
        **more,
    }


CLASSES: list[dict[str, Any]] = [
    make_class(
        "Author",
        [
            _property("name", "text"),
            _property("age", "int"),
            _property("email", "text"),
            _property("born", "date"),
            _property(
                "address",
                "object",
                nestedProperties=[_property("street", "text"), _property("city", "text")],
            ),
            _property("wroteArticles", "Article"),
            _property("writesFor", "Publication"),
        ],
    ),
    make_class(
        "Publication",
        [
            _property("name", "text"),
            _property("location", "geoCoordinates"),
            _property("hasArticles", "Article"),
        ],
    ),
    make_class(
        "Article",
        [
            _property("title", "text"),
            _property("body", "text"),
            _property("text", "text"),
            _property("summary", "text"),
            _property("url", "text"),
            _property("category", "text"),
            _property("tags", "text[]"),
            _property("wordCount", "int"),
            _property("ratings", "int[]"),
            _property("price", "number"),
            _property("scores", "number[]"),
            _property("published", "boolean"),
            _property("publicationDate", "date"),
            _property("key", "uuid"),
            _property("hasAuthor", "Author"),
            _property("hasAuthors", "Author"),
            _property("publishedIn", "Publication"),
            _property("inPublication", "Publication"),
            _property("mentions", "Author", "Publication"),
        ],
    ),
    make_class(
        "JeopardyQuestion",
        [
            _property("question", "text"),
            _property("answer", "text"),
            _property("category", "text"),
            _property("round", "text"),
            _property("points", "int"),
            _property("air_date", "date"),
            _property("hasCategory", "JeopardyCategory"),
        ],
    ),
    make_class("JeopardyCategory", [_property("title", "text"), _property("description", "text")]),
    make_class("Photo", [_property("caption", "text"), _property("image", "blob")]),
    make_class(
        "Note",
        [_property("title", "text"), _property("text", "text"), _property("about", "Author")],
        multiTenancyConfig={"enabled": True, "autoTenantCreation": False, "autoTenantActivation": False},
    ),
]

TENANTS: dict[str, list[dict[str, Any]]] = {
    "Note": [
        {"name": "tenantA", "activityStatus": "HOT"},
        {"name": "tenantB", "activityStatus": "HOT"},
        {"name": "tenantC", "activityStatus": "COLD"},
    ]
}

ARTICLE = [f"a0000000-0000-4000-8000-00000000000{number}" for number in range(1, 7)]
AUTHOR = [f"b0000000-0000-4000-8000-00000000000{number}" for number in range(1, 4)]
PUBLICATION = [f"c0000000-0000-4000-8000-00000000000{number}" for number in range(1, 3)]
QUESTION = [f"d0000000-0000-4000-8000-00000000000{number}" for number in range(1, 5)]
CATEGORY = [f"e0000000-0000-4000-8000-00000000000{number}" for number in range(1, 3)]
PHOTO = ["f0000000-0000-4000-8000-000000000001"]
NOTE = [f"ab000000-0000-4000-8000-00000000000{number}" for number in range(1, 4)]


def beacons(cls: str, *ids: str) -> list[dict[str, str]]:
    """References to objects."""
    return [{"beacon": f"weaviate://localhost/{cls}/{one}", "href": f"/v1/objects/{cls}/{one}"} for one in ids]


def _article(number: int, title: str, category: str, author: int, publication: int) -> dict[str, Any]:
    return {
        "title": title,
        "body": f"{title}, told at length",
        "text": f"{title}, told at length",
        "summary": f"{title} in short",
        "url": f"https://example.com/articles/{number}",
        "category": category,
        "tags": [category, f"tag{number}"],
        "wordCount": 100 * number,
        "ratings": [number, 5],
        "price": 0.5 * number,
        "scores": [0.5, 0.25 * number],
        "published": number % 2 == 1,
        "publicationDate": f"2023-0{number}-01T12:00:00Z",
        "key": f"10000000-0000-4000-8000-00000000000{number}",
        "hasAuthor": beacons("Author", AUTHOR[author]),
        "hasAuthors": beacons("Author", AUTHOR[author], AUTHOR[(author + 1) % 3]),
        "publishedIn": beacons("Publication", PUBLICATION[publication]),
        "inPublication": beacons("Publication", PUBLICATION[publication]),
        "mentions": beacons("Author", AUTHOR[author]) + beacons("Publication", PUBLICATION[publication]),
    }


def _question(number: int, category: int) -> dict[str, Any]:
    return {
        "question": f"Question {number}?",
        "answer": f"Answer {number}",
        "category": ("SCIENCE", "HISTORY")[category],
        "round": ("Jeopardy!", "Double Jeopardy!")[number % 2],
        "points": 100 * number,
        "air_date": f"2005-0{number}-15T00:00:00Z",
        "hasCategory": beacons("JeopardyCategory", CATEGORY[category]),
    }


OBJECTS: list[tuple[str, str, dict[str, Any]]] = [
    *(
        (
            "Author", AUTHOR[number],
            {
                "name": name, "age": 30 + 10 * number, "email": f"{name.split()[0].lower()}@example.com",
                "born": f"19{80 - 10 * number}-03-04T00:00:00Z", "address": {"street": f"{number + 1} Main St", "city": city},
                "wroteArticles": beacons("Article", ARTICLE[number], ARTICLE[number + 3]),
                "writesFor": beacons("Publication", PUBLICATION[number % 2]),
            },
        )
        for number, (name, city) in enumerate([("Ada Jones", "Paris"), ("Bob Smith", "Rome"), ("Cleo Brown", "Oslo")])
    ),
    *(
        (
            "Publication", PUBLICATION[number],
            {
                "name": name, "location": {"latitude": 52.5 - number, "longitude": 13.25 + number},
                "hasArticles": beacons("Article", *ARTICLE[number::2]),
            },
        )
        for number, name in enumerate(["The Daily", "Wired World"])
    ),
    *(
        ("Article", ARTICLE[number], _article(number + 1, title, category, author, publication))
        for number, (title, category, author, publication) in enumerate(
            [
                ("Cats and dogs", "animals", 0, 0),
                ("Quantum leaps", "science", 1, 1),
                ("Birds of Europe", "animals", 2, 0),
                ("Rockets today", "science", 0, 1),
                ("Slow food", "cooking", 1, 0),
                ("Deep sea fish", "animals", 2, 1),
            ]
        )
    ),
    *(("JeopardyQuestion", QUESTION[number], _question(number + 1, number % 2)) for number in range(4)),
    *(
        ("JeopardyCategory", CATEGORY[number], {"title": title, "description": f"All of {title.lower()}"})
        for number, title in enumerate(["SCIENCE", "HISTORY"])
    ),
    ("Photo", PHOTO[0], {"caption": "A cat", "image": "aGVsbG8="}),
]  # fmt: skip

TENANT_OBJECTS: list[tuple[str, str, str, dict[str, Any]]] = [
    ("Note", "tenantA", NOTE[0], {"title": "First", "text": "of A", "about": beacons("Author", AUTHOR[0])}),
    ("Note", "tenantA", NOTE[1], {"title": "Second", "text": "of A", "about": beacons("Author", AUTHOR[1])}),
    ("Note", "tenantB", NOTE[2], {"title": "Third", "text": "of B", "about": beacons("Author", AUTHOR[2])}),
]
