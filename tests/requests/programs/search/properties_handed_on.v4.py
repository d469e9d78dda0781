# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()
props = ["title"]
def more(p):
    p.append("summary")
more(props)
print(sorted(client.collections.use("Article").query.fetch_objects(
    limit=1, return_properties=props
).objects[0].properties))
