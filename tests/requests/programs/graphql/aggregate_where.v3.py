import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{ Aggregate { Article(where: {path: ["category"], operator: Equal, valueText: "animals"}) { meta { count } } } }
"""
print(client.query.raw(query)["data"]["Aggregate"]["Article"][0]["meta"]["count"])
