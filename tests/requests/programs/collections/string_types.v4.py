import weaviate
from weaviate.classes.config import Configure, DataType, Property, Tokenization

client = weaviate.connect_to_local()

client.collections.create(
    "Book",
    vectorizer_config=Configure.Vectorizer.none(),
    properties=[
        Property(
            name="title", data_type=DataType.TEXT, tokenization=Tokenization.WHITESPACE
        ),
        Property(name="isbn", data_type=DataType.TEXT, tokenization=Tokenization.FIELD),
        Property(
            name="keywords",
            data_type=DataType.TEXT_ARRAY,
            tokenization=Tokenization.WHITESPACE,
        ),
        Property(
            name="body", data_type=DataType.TEXT, tokenization=Tokenization.WHITESPACE
        ),
        Property(name="chapters", data_type=DataType.TEXT_ARRAY),
    ],
)
