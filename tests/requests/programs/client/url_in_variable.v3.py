# fix: --unsafe-fixes
import os

import weaviate

url = os.environ.get("WEAVIATE_URL", "http://weaviate:8080")
client = weaviate.Client(url)
print(client.is_ready())
