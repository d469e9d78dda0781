import weaviate
from weaviate.classes.config import Configure, DataType, Property, Tokenization

client = weaviate.connect_to_local()

client.collections.create(
    "Person",
    vectorizer_config=Configure.Vectorizer.text2vec_openai(),
    properties=[
        Property(
            name="address",
            data_type=DataType.OBJECT,
            nested_properties=[
                Property(
                    name="street",
                    data_type=DataType.TEXT,
                    tokenization=Tokenization.FIELD,
                ),
                Property(
                    name="place",
                    data_type=DataType.OBJECT,
                    nested_properties=[Property(name="zip", data_type=DataType.INT)],
                ),
            ],
            vectorize_property_name=False,
        ),
    ],
)
