# fix: --unsafe-fixes
import weaviate
from weaviate.classes.config import Configure, DataType, Property, ReferenceProperty

client = weaviate.connect_to_local()


def prepare():
    if not {"Chapter", "Verse"}.issubset(client.collections.list_all()):
        client.collections.create(
            "Chapter",
            vectorizer_config=Configure.Vectorizer.none(),
            properties=[Property(name="heading", data_type=DataType.TEXT)],
        )
        client.collections.create(
            "Verse",
            vectorizer_config=Configure.Vectorizer.none(),
            properties=[Property(name="content", data_type=DataType.TEXT)],
        )
        client.collections.use("Chapter").config.add_reference(
            ReferenceProperty(name="verses", target_collection="Verse")
        )


prepare()
print(client.collections.exists("Chapter"))
