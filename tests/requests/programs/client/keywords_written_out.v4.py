import weaviate
from weaviate.classes.init import Auth

client = weaviate.connect_to_local(headers={"X-Cohere-Api-Key": "secret"})
print(client.collections.exists("Article"))


def cloud():
    return weaviate.connect_to_weaviate_cloud(
        cluster_url="https://some.weaviate.network",  # the sandbox
        auth_credentials=Auth.api_key("secret"),
    )


print(cloud().collections.exists("Author"))
