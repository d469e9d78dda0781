import weaviate
from weaviate.classes.config import Configure, ReferenceProperty

client = weaviate.connect_to_local()

client.collections.create(
    "Reader",
    vectorizer_config=Configure.Vectorizer.ref2vec_centroid(
        reference_properties=["likes"]
    ),
    references=[ReferenceProperty(name="likes", target_collection="Article")],
)
