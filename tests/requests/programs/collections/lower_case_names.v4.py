import weaviate
from weaviate.classes.config import Configure, DataType, Property, ReferenceProperty

client = weaviate.connect_to_local()

client.collections.create(
    "book",
    vectorizer_config=Configure.Vectorizer.none(),
    properties=[Property(name="title", data_type=DataType.TEXT)],
    references=[
        ReferenceProperty(name="writtenBy", target_collection="author"),
        ReferenceProperty.MultiTarget(
            name="seenIn", target_collections=["article", "publication"]
        ),
    ],
)
