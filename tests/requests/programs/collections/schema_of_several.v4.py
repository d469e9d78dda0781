import weaviate
from weaviate.classes.config import Configure, DataType, Property, ReferenceProperty

client = weaviate.connect_to_local()

client.collections.create("Writer", vectorizer_config=Configure.Vectorizer.none())
client.collections.create(
    # the second
    "Book",
    vectorizer_config=Configure.Vectorizer.none(),
    properties=[
        Property(name="title", data_type=DataType.TEXT),  # as printed
    ],
    references=[
        ReferenceProperty(name="writtenBy", target_collection="Writer"),
        ReferenceProperty(name="sequel", target_collection="Book"),
    ],
)
client.collections.use("Writer").config.add_reference(ReferenceProperty(name="wrote", target_collection="Book"))
