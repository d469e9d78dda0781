import weaviate
from weaviate.classes.config import Configure, ReferenceProperty

client = weaviate.connect_to_local()

client.collections.create_from_dict({"class": "Writer", "properties": [{"name": "name", "dataType": ["text"]}]})
client.collections.create_from_dict({"class": "Book", "properties": [{"name": "writtenBy", "dataType": ["Writer"]}]})
client.collections.create("Film", vectorizer_config=Configure.Vectorizer.none())
client.collections.use("Writer").config.add_reference(
    ReferenceProperty.MultiTarget(name="wrote", target_collections=["Book", "Film"])
)
