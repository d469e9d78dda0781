import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{ Aggregate { Article(nearText: {concepts: ["animals"], distance: 0.5}, objectLimit: 3) { meta { count } } } }
"""
print(client.query.raw(query)["data"]["Aggregate"]["Article"][0]["meta"]["count"])
