import weaviate
from weaviate.classes.config import Configure

client = weaviate.connect_to_local()

client.collections.create(
    "Room", vectorizer_config=Configure.Vectorizer.none(), multi_tenancy_config=Configure.multi_tenancy(enabled=True)
)
