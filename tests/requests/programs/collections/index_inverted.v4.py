import weaviate
from weaviate.classes.config import Configure, DataType, Property

client = weaviate.connect_to_local()

client.collections.create(
    "Book",
    vectorizer_config=Configure.Vectorizer.none(),
    properties=[
        Property(name="title", data_type=DataType.TEXT),
        Property(name="body", data_type=DataType.TEXT, index_filterable=False, index_searchable=False),
        Property(name="pages", data_type=DataType.INT, index_filterable=False),
        Property(name="note", data_type=DataType.TEXT, index_filterable=True),
        Property(name="price", data_type=DataType.NUMBER, index_filterable=False, index_range_filters=True),
    ],
)
