"""Load articles from a JSON lines file: python ingest.py articles.jsonl"""

import json
import sys
from typing import List, Optional

import weaviate
from weaviate.util import generate_uuid5

from app import CLASS_NAME, get_client

AUTHOR = {
    "class": "Author",
    "vectorizer": "none",
    "properties": [{"name": "name", "dataType": ["string"]}],
}
ARTICLE = {
    "class": CLASS_NAME,
    "description": "A news article",
    "vectorizer": "text2vec-openai",
    "moduleConfig": {"generative-openai": {"model": "gpt-4"}},
    "vectorIndexConfig": {"distance": "cosine", "efConstruction": 128},
    "properties": [
        {"name": "title", "dataType": ["text"], "tokenization": "word"},
        {"name": "summary", "dataType": ["text"]},
        {"name": "section", "dataType": ["string"], "indexFilterable": True},
        {"name": "publishedAt", "dataType": ["date"]},
        {"name": "hasAuthor", "dataType": ["Author"]},
    ],
}


def create_schema(client: weaviate.Client) -> None:
    known = {c["class"] for c in client.schema.get()["classes"]}
    for definition in (AUTHOR, ARTICLE):
        if definition["class"] not in known:
            client.schema.create_class(definition)


def report(results: Optional[List[dict]]) -> None:
    for result in results or []:
        for error in (result.get("result", {}).get("errors") or {}).get("error", []):
            print(result["id"], error["message"], file=sys.stderr)


def load(client: weaviate.Client, path: str) -> int:
    count = 0
    client.batch.configure(batch_size=100, dynamic=True, timeout_retries=3, callback=report)
    with client.batch as batch, open(path, encoding="utf-8") as lines:
        for count, line in enumerate(lines, 1):
            article = json.loads(line)
            author = article.pop("author")
            author_id, article_id = generate_uuid5(author, "Author"), generate_uuid5(article["url"], CLASS_NAME)
            batch.add_data_object({"name": author}, "Author", uuid=author_id)
            batch.add_data_object(article, CLASS_NAME, uuid=article_id)
            batch.add_reference(article_id, CLASS_NAME, "hasAuthor", author_id, "Author")
    return count


def main() -> None:
    client = get_client()
    try:
        create_schema(client)
        print(load(client, sys.argv[1]), "articles")
    except weaviate.UnexpectedStatusCodeException as error:
        sys.exit(f"Weaviate refused: {error}")


if __name__ == "__main__":
    main()
