import weaviate
from weaviate.classes.config import Configure, DataType, Property, ReferenceProperty

client = weaviate.connect_to_local()

client.collections.create(
    "Book", vectorizer_config=Configure.Vectorizer.none(), properties=[Property(name="title", data_type=DataType.TEXT)]
)
client.collections.create(
    "Shelf", vectorizer_config=Configure.Vectorizer.none(), properties=[Property(name="label", data_type=DataType.TEXT)]
)
client.collections.use("Book").config.add_reference(ReferenceProperty(name="onShelf", target_collection="Shelf"))
