import weaviate
from weaviate.classes.config import Reconfigure, ReplicationDeletionStrategy

client = weaviate.connect_to_local()

name = "Article"
client.collections.use(name).config.update(
    description="New words",
    inverted_index_config=Reconfigure.inverted_index(bm25_k1=1.5, cleanup_interval_seconds=20),
    replication_config=Reconfigure.replication(
        factor=2, deletion_strategy=ReplicationDeletionStrategy.DELETE_ON_CONFLICT
    ),
)
client.collections.use("Note").config.update(multi_tenancy_config=Reconfigure.multi_tenancy(auto_tenant_creation=True))
