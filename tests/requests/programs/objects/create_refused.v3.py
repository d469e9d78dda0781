# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

try:
    client.data_object.create(
        {"title": "New"}, "Article", "a0000000-0000-4000-8000-0000000000a7"
    )
except weaviate.UnexpectedStatusCodeException as error:
    print(error.status_code)
