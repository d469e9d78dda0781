import weaviate
from weaviate import LinkTo

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get(
        "Article",
        ["title", LinkTo(link_on="mentions", linked_class="Author", properties=["name", "age"])],
    )
    .with_limit(1)
    .do()
)
for one in result["data"]["Get"]["Article"]:
    for author in one["mentions"]:
        print(one["title"], author["name"], author["age"])
