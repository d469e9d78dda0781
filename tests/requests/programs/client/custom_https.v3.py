# fix: --unsafe-fixes
import weaviate

client = weaviate.Client(
    url="https://weaviate.example.com",  # ours
    auth_client_secret=weaviate.auth.AuthApiKey(api_key="secret-key"),  # from the vault
    additional_headers={"X-Team": "search"},
)
print(client.get_meta()["version"])
