# fix: --unsafe-fixes
import weaviate
from weaviate.classes.data import ReferenceToMulti

client = weaviate.connect_to_local()


def link(to_class=None):
    client.collections.use("Article").data.reference_add(
        from_uuid="a0000000-0000-4000-8000-000000000001",
        from_property="hasAuthor",
        to=ReferenceToMulti(
            target_collection=to_class, uuids="b0000000-0000-4000-8000-000000000001"
        ),
    )


link("Author")
