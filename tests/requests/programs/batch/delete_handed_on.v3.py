# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def clean(word: str) -> dict:
    return client.batch.delete_objects(
        class_name="Article", where={"path": ["title"], "operator": "Like", "valueText": word}, output="verbose"
    )


print(clean("S*")["results"]["objects"])
