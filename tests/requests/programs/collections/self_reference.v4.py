import weaviate
from weaviate.classes.config import Configure, DataType, Property, ReferenceProperty

client = weaviate.connect_to_local()

client.collections.create(
    "Page",
    vectorizer_config=Configure.Vectorizer.none(),
    properties=[Property(name="number", data_type=DataType.INT)],
    references=[
        ReferenceProperty(
            name="next", target_collection="Page", description="The page behind"
        ),
    ],
)
