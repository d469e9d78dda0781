# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

print(client.query.raw("{ Get { Article(limit: 1) { title } Author(limit: 1) { name } } }"))
