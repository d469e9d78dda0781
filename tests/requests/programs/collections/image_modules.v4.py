import weaviate
from weaviate.classes.config import Configure, DataType, Property

client = weaviate.connect_to_local()

client.collections.create(
    "Shot",
    vectorizer_config=Configure.Vectorizer.multi2vec_clip(image_fields=["image"], text_fields=["caption"]),
    properties=[
        Property(name="image", data_type=DataType.BLOB, vectorize_property_name=False),
        Property(name="caption", data_type=DataType.TEXT, vectorize_property_name=False),
    ],
)
client.collections.create(
    "Sketch",
    vectorizer_config=Configure.Vectorizer.img2vec_neural(image_fields=["image"]),
    properties=[Property(name="image", data_type=DataType.BLOB, vectorize_property_name=False)],
)
