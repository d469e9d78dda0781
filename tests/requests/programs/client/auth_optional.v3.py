import os

import weaviate

key = os.environ.get("WEAVIATE_API_KEY", "")
client = weaviate.Client("http://localhost:8080", auth_client_secret=weaviate.AuthApiKey(key) if key else None)
print(client.is_ready())
