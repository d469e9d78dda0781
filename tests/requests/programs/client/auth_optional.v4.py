import os

import weaviate
from weaviate.classes.init import Auth

key = os.environ.get("WEAVIATE_API_KEY", "")
client = weaviate.connect_to_local(auth_credentials=Auth.api_key(key) if key else None)
print(client.is_ready())
