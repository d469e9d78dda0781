import weaviate

client = weaviate.connect_to_local()
near: dict = {"concepts": ["x"]}
concepts = near["concepts"]
concepts.append("y")
print(client.collections.use("Article").query.near_text(
    query=near["concepts"], limit=1, return_properties=["title"]
).objects[0].properties["title"])
