# fix: --unsafe-fixes
import json
import os
import tempfile

import weaviate

PATH = "class.json"

os.chdir(tempfile.mkdtemp())
with open(PATH, "w") as out:
    json.dump({"class": "Chapter", "vectorizer": "none", "properties": [{"name": "heading", "dataType": ["text"]}]}, out)

client = weaviate.connect_to_local()
with open(PATH) as file:
    client.collections.create_from_dict(json.load(file))  # as it is
print(client.collections.exists("Chapter"))
