import weaviate
from weaviate.classes.config import Configure, ReplicationDeletionStrategy

client = weaviate.connect_to_local()

client.collections.create(
    "Book",
    vectorizer_config=Configure.Vectorizer.none(),
    replication_config=Configure.replication(
        factor=3, async_enabled=True, deletion_strategy=ReplicationDeletionStrategy.TIME_BASED_RESOLUTION
    ),
    sharding_config=Configure.sharding(virtual_per_physical=64, desired_count=2, desired_virtual_count=128),
)
