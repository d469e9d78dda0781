import weaviate
from weaviate.classes.config import Configure, DataType, Property

client = weaviate.connect_to_local()

# what is on the shelf
client.collections.create(
    "Book",  # singular
    description="A book",
    # who makes the vectors
    vectorizer_config=Configure.Vectorizer.text2vec_openai(),  # any would do
    properties=[
        # as printed
        Property(name="title", data_type=DataType.TEXT, vectorize_property_name=False),
        Property(name="pages", data_type=DataType.INT, vectorize_property_name=False),  # without the index
    ],
    # that is all
)
