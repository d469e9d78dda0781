# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

try:
    with client.batch.dynamic() as batch:
        batch.add_object(properties={"title": "a"}, collection="Article")
except weaviate.exceptions.UnexpectedStatusCodeException:
    print("no server")
