import weaviate

client = weaviate.Client("http://localhost:8080")

from weaviate import LinkTo

result = (
    client.query.get("Article", ["title", LinkTo("publishedIn", "Publication", ["name"])])
    .with_limit(2)
    .do()
)
for one in result["data"]["Get"]["Article"]:
    print([publication["name"] for publication in one["publishedIn"]])
