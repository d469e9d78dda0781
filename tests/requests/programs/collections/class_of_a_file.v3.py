# fix: --unsafe-fixes
import json
import os
import tempfile

import weaviate

PATH = "class.json"

os.chdir(tempfile.mkdtemp())
with open(PATH, "w") as out:
    json.dump({"class": "Chapter", "vectorizer": "none", "properties": [{"name": "heading", "dataType": ["text"]}]}, out)

client = weaviate.Client("http://localhost:8080")
client.schema.create_class(PATH)  # as it is
print(client.schema.exists("Chapter"))
