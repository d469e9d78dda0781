# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

client.data_object.reference.add("a0000000-0000-4000-8000-000000000001", "hasAuthor", "b0000000-0000-4000-8000-000000000001", from_class_name="Article", to_class_name="Author")
article = client.data_object.get_by_id("a0000000-0000-4000-8000-000000000001", class_name="Article")
print([author["href"] for author in article["properties"]["hasAuthor"]])
for author in article["properties"]["hasAuthors"]:
    print(author)
print(article["properties"]["hasAuthors"][0]["beacon"])
