# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

try:
    client.data_object.delete("a0000000-0000-4000-8000-000000000001", "Article")
except weaviate.UnexpectedStatusCodeException as error:
    print(error)
