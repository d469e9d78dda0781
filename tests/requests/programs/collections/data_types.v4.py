import weaviate
from weaviate.classes.config import Configure, DataType, Property

client = weaviate.connect_to_local()

client.collections.create(
    "Everything",
    vectorizer_config=Configure.Vectorizer.none(),
    properties=[
        Property(name="a", data_type=DataType.INT_ARRAY),
        Property(name="b", data_type=DataType.BOOL),
        Property(name="c", data_type=DataType.BOOL_ARRAY),
        Property(name="d", data_type=DataType.NUMBER),
        Property(name="e", data_type=DataType.NUMBER_ARRAY),
        Property(name="f", data_type=DataType.DATE),
        Property(name="g", data_type=DataType.DATE_ARRAY),
        Property(name="h", data_type=DataType.UUID),
        Property(name="i", data_type=DataType.UUID_ARRAY),
        Property(name="j", data_type=DataType.GEO_COORDINATES),
        Property(name="k", data_type=DataType.PHONE_NUMBER),
        Property(name="l", data_type=DataType.BLOB),
    ],
)
