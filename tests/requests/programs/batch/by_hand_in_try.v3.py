# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

try:
    client.batch.add_data_object({"title": "a"}, "Article")
    client.batch.create_objects()
except weaviate.exceptions.UnexpectedStatusCodeException:
    print("no server")
