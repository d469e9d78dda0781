import weaviate

client = weaviate.Client("http://localhost:8080")

ARTICLE = {"class": "Article", "properties": [{"name": "price", "dataType": ["number"]}]}
print(ARTICLE["class"])

result = (
    client.query.aggregate("Article")
    .with_fields("price { count minimum maximum mean median mode sum }")
    .with_fields("publicationDate { count minimum maximum median mode }")
    .with_fields("published { count totalTrue totalFalse percentageTrue percentageFalse }")
    .with_fields("hasAuthor { pointingTo }")
    .with_fields("title { count topOccurrences { value occurs } }")
    .do()
)
found = result["data"]["Aggregate"]["Article"][0]
print(found["price"]["sum"], found["price"]["median"], found["published"]["percentageTrue"])
print(found["hasAuthor"]["pointingTo"], found["title"]["topOccurrences"][0]["value"])
