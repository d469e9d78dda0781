import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{ Aggregate { Article(groupBy: ["category"], limit: 2) { meta { count } groupedBy { path } wordCount { mean } } } }
"""
for group in client.query.raw(query)["data"]["Aggregate"]["Article"]:
    print(group["meta"]["count"], group["wordCount"]["mean"])
