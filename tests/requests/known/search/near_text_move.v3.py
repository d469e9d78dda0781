import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", ["title", "url"])
    .with_near_text(
        {
            "concepts": ["fashion", "style"],
            "certainty": 0.7,
            "moveTo": {"concepts": ["haute couture"], "force": 0.85},
            "moveAwayFrom": {
                "concepts": "finance",
                "objects": [{"id": "a0000000-0000-4000-8000-000000000002"}],
                "force": 0.45,
            },
        }
    )
    .with_additional("certainty")
    .do()
)
for article in result["data"]["Get"]["Article"]:
    print(article["title"], article["url"], article["_additional"]["certainty"])
