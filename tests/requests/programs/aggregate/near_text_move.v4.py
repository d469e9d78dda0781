import weaviate
from weaviate.classes.query import Move

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.near_text(
    query=["animals"], certainty=0.5, move_to=Move(force=0.5, concepts=["pets"]), total_count=True
)
print(result.total_count)
