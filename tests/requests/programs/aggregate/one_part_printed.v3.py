import weaviate

client = weaviate.Client("http://localhost:8080")

ARTICLE = {"class": "Article", "properties": [{"name": "price", "dataType": ["number"]}]}
print(ARTICLE["class"])

print(len(client.query.aggregate("Article").with_meta_count().do()["data"]["Aggregate"]["Article"]))
print(client.query.aggregate("Article").with_fields("price { mean sum }").do()["data"]["Aggregate"]["Article"][0]["price"])
print(
    client.query.aggregate("Article")
    .with_fields("title { topOccurrences { value occurs } }")
    .do()["data"]["Aggregate"]["Article"][0]["title"]["topOccurrences"][0]
)
