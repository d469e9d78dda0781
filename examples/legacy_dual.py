"""Works with either client: nothing is reported here unless --weaviate-report-guarded is given."""

import weaviate


def titles(client, limit: int = 5) -> list:
    if hasattr(client, "collections"):
        articles = client.collections.get("Article")
        return [found.properties["title"] for found in articles.query.fetch_objects(limit=limit).objects]
    result = client.query.get("Article", ["title"]).with_limit(limit).do()
    return [found["title"] for found in result["data"]["Get"]["Article"]]


def connect(host: str = "localhost"):
    if weaviate.__version__.startswith("4."):
        return weaviate.connect_to_local(host)
    return weaviate.Client(f"http://{host}:8080")
