import weaviate
from weaviate.classes.config import Configure, DataType, Property

client = weaviate.connect_to_local()

client.collections.create(
    "Book",
    vectorizer_config=Configure.Vectorizer.text2vec_huggingface(
        model="sentence-transformers/all-MiniLM-L6-v2",
        wait_for_model=True,
        use_gpu=False,
        vectorize_collection_name=False,
    ),
    properties=[
        Property(name="title", data_type=DataType.TEXT, vectorize_property_name=False)
    ],
)
