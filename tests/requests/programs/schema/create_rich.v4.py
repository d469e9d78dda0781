import weaviate
from weaviate.classes.config import Configure, DataType, Property, ReferenceProperty, VectorDistances

client = weaviate.connect_to_local()

client.collections.create(
    "Film",
    vectorizer_config=Configure.Vectorizer.text2vec_cohere(
        model="embed-multilingual-v3.0", vectorize_collection_name=False
    ),
    generative_config=Configure.Generative.openai(model="gpt-4"),
    reranker_config=Configure.Reranker.cohere(),
    vector_index_config=Configure.VectorIndex.hnsw(
        distance_metric=VectorDistances.DOT, ef_construction=256, max_connections=64
    ),
    inverted_index_config=Configure.inverted_index(index_timestamps=True, bm25_b=0.7, bm25_k1=1.1),
    replication_config=Configure.replication(factor=3),
    sharding_config=Configure.sharding(desired_count=2),
    properties=[
        Property(
            name="title",
            data_type=DataType.TEXT,
            description="The title",
            skip_vectorization=True,
            vectorize_property_name=True,
            index_searchable=False,
        ),
        Property(name="year", data_type=DataType.INT, index_filterable=False, vectorize_property_name=False),
        Property(
            name="studio",
            data_type=DataType.OBJECT,
            nested_properties=[Property(name="city", data_type=DataType.TEXT)],
            vectorize_property_name=False,
        ),
    ],
    references=[ReferenceProperty.MultiTarget(name="cast", target_collections=["Author", "Publication"])],
)
