import weaviate
from weaviate.classes.query import HybridFusion

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.hybrid(
    query="fish", alpha=0.5, fusion_type=HybridFusion.RANKED, limit=1, return_properties=["title"]
)
for one in result.objects:
    print(one.properties["title"])
