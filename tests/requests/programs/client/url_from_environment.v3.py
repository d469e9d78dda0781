# fix: --unsafe-fixes
import os

import weaviate

os.environ["WEAVIATE_URL"] = "https://weaviate.example.com"
client = weaviate.Client(url=os.getenv("WEAVIATE_URL"), auth_client_secret=weaviate.AuthApiKey("secret-key"))
print(client.is_ready())
