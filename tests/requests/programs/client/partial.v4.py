from functools import partial

import weaviate

connect = partial(weaviate.connect_to_local, headers={"X-OpenAI-Api-Key": "secret"})
client = connect()
print(client.collections.exists("Article"))
