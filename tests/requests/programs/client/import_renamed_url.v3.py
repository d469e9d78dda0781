# fix: --unsafe-fixes
import os

from weaviate import Client as C

os.environ["WEAVIATE_URL"] = "http://localhost:8080"
client = C(os.environ["WEAVIATE_URL"])
print(client.is_ready())
