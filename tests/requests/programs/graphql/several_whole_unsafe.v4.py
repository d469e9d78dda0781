# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

print({
    "data": {"Get": client.graphql_raw_query("{ Get { Article(limit: 1) { title } Author(limit: 1) { name } } }").get}
})
