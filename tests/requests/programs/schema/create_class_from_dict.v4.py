import weaviate
from weaviate.classes.config import Configure, DataType, Property, ReferenceProperty

client = weaviate.connect_to_local()

client.collections.create(
    "Book",
    vectorizer_config=Configure.Vectorizer.none(),
    properties=[
        Property(name="title", data_type=DataType.TEXT),
        Property(name="pages", data_type=DataType.INT, index_filterable=True),
    ],
    references=[ReferenceProperty(name="writtenBy", target_collection="Author")],
)
print(client.collections.exists("Book"))
