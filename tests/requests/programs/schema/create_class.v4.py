import weaviate
from weaviate.classes.config import (
    Configure,
    DataType,
    Property,
    ReferenceProperty,
    Tokenization,
)

client = weaviate.connect_to_local()

client.collections.create(
    "Book",
    description="What is on the shelf",
    vectorizer_config=Configure.Vectorizer.text2vec_openai(),
    properties=[
        Property(
            name="title",
            data_type=DataType.TEXT,
            tokenization=Tokenization.LOWERCASE,
            vectorize_property_name=False,
        ),
        Property(
            name="isbn",
            data_type=DataType.TEXT,
            tokenization=Tokenization.FIELD,
            vectorize_property_name=False,
        ),
    ],
    references=[ReferenceProperty(name="writtenBy", target_collection="Author")],
)
