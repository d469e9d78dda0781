import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.aggregate("Article")
    .with_fields("wordCount { mean maximum } category { topOccurrences(limit: 2) { value occurs } } published { totalTrue }")
    .with_where({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": 100})
    .do()
)
article = result["data"]["Aggregate"]["Article"][0]
print(article["wordCount"]["mean"], article["wordCount"]["maximum"], article["published"]["totalTrue"])
for top in article["category"]["topOccurrences"]:
    print(top["value"], top["occurs"])
