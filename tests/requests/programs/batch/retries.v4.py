# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

with client.batch.dynamic() as batch:
    batch.add_object(properties={"title": "One"}, collection="Article")
