import weaviate

client = weaviate.Client("http://localhost:8080")

article = client.data_object.get_by_id("a0000000-0000-4000-8000-000000000001", class_name="Article")
properties = article["properties"]["tags"]
print(article["properties"].get("summary"), article["properties"].get("url", "none"), properties)
