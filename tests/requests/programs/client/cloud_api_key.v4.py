import weaviate
from weaviate.classes.init import Auth

client = weaviate.connect_to_weaviate_cloud(
    cluster_url="https://some-cluster.weaviate.network",
    auth_credentials=Auth.api_key("secret-key"),
    headers={"X-OpenAI-Api-Key": "sk-123"},
)
answer = client.collections.use("Article").query.fetch_objects(
    limit=1, return_properties=["title"]
)
print(answer.objects[0].properties["title"])
