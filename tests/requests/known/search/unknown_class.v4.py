import weaviate
from weaviate.exceptions import WeaviateQueryError

client = weaviate.connect_to_local()

try:
    result = client.collections.use("Nothing").query.fetch_objects(return_properties=["title"])
except WeaviateQueryError:
    print("failed")
