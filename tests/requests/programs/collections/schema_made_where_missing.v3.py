# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def prepare():
    schema = {
        "classes": [
            {
                "class": "Chapter",
                "vectorizer": "none",
                "properties": [{"name": "heading", "dataType": ["text"]}, {"name": "verses", "dataType": ["Verse"]}],
            },
            {"class": "Verse", "vectorizer": "none", "properties": [{"name": "content", "dataType": ["text"]}]},
        ]
    }
    if not client.schema.contains(schema):
        client.schema.create(schema)


prepare()
print(client.schema.exists("Chapter"))
