import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

where = Filter.any_of(
    [Filter.by_property("title").like("F*"), Filter.by_property("text").equal("of B")]
)
client.collections.use("Note").with_tenant("tenantA").data.delete_many(where=where)
