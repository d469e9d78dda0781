from functools import partial

import weaviate

connect = partial(weaviate.Client, "http://localhost:8080", additional_headers={"X-OpenAI-Api-Key": "secret"})
client = connect()
print(client.schema.exists("Article"))
