import weaviate

client = weaviate.Client("http://localhost:8080")

for name in ["Article", "Author"]:
    response = client.query.aggregate(name).with_meta_count().do()
    print(name, response["data"]["Aggregate"][name][0]["meta"]["count"])
