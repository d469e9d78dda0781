import weaviate
from weaviate.classes.config import Configure, StopwordsPreset

client = weaviate.connect_to_local()

client.collections.create(
    "Book",
    vectorizer_config=Configure.Vectorizer.none(),
    inverted_index_config=Configure.inverted_index(
        bm25_b=0.5,
        bm25_k1=1,
        cleanup_interval_seconds=30,
        stopwords_preset=StopwordsPreset.NONE,
        stopwords_additions=["foo"],
        stopwords_removals=["bar"],
        index_null_state=True,
        index_property_length=True,
        index_timestamps=True,
    ),
)
