# run: raises
import weaviate

client = weaviate.connect_to_local()
client.collections.create_from_dict({"class": "Article"})
