import weaviate

client = weaviate.Client("http://localhost:8080")

print(client.query.raw("{ Aggregate { Article { meta { count } category { topOccurrences(limit: 2) { value occurs } } } } }"))
