import weaviate
from weaviate.classes.config import Configure, DataType, Property

client = weaviate.connect_to_local()

client.collections.create(
    "Book",
    vectorizer_config=Configure.Vectorizer.text2vec_cohere(),
    properties=[
        Property(name="title", data_type=DataType.TEXT, vectorize_property_name=True),
        Property(name="isbn", data_type=DataType.TEXT, skip_vectorization=True, vectorize_property_name=False),
        Property(name="pages", data_type=DataType.INT, vectorize_property_name=False),
    ],
)
