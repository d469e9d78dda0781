# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def strict(client):
    client.batch.configure(batch_size=5, consistency_level="ALL")


def add(client, title):
    with client.batch as batch:
        batch.add_data_object({"title": title}, "Article")


strict(client)
add(client, "a")
