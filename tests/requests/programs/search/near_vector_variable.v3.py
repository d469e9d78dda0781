import weaviate

client = weaviate.Client("http://localhost:8080")

def embed(text):
    return [0.1 * len(text), 0.2, 0.3]


vector = {"vector": embed("animals")}
result = (
    client.query.get("Article", ["title"])
    .with_near_vector(vector)
    .with_limit(2)
    .with_additional(["certainty"])
    .do()
)
for one in result["data"]["Get"]["Article"]:
    print(one["title"], one["_additional"]["certainty"])
