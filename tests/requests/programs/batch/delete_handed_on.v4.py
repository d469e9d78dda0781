# fix: --unsafe-fixes
import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def clean(word: str) -> dict:
    deleted = client.collections.use("Article").data.delete_many(
        where=Filter.by_property("title").like(word), verbose=True
    )
    return {
        "output": "verbose",
        "dryRun": False,
        "results": {
            "matches": deleted.matches,
            "successful": deleted.successful,
            "failed": deleted.failed,
            "objects": [
                {"id": str(obj.uuid), "status": ("SUCCESS" if obj.successful else "FAILED")} for obj in deleted.objects
            ],
        },
    }


print(clean("S*")["results"]["objects"])
