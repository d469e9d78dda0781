import weaviate
from weaviate.util import generate_uuid5
from weaviate.classes.data import ReferenceToMulti

client = weaviate.connect_to_local()


def load(titles):
    count = 0
    with client.batch.dynamic() as batch:
        for title in titles:
            article = generate_uuid5(title)
            batch.add_object(
                properties={"title": title}, collection="Article", uuid=article
            )
            batch.add_reference(
                from_uuid=article,
                from_collection="Article",
                from_property="hasAuthor",
                to=ReferenceToMulti(
                    target_collection="Author",
                    uuids="b0000000-0000-4000-8000-000000000001",
                ),
            )
            count += 1
            if count == 2:
                # every now and then
                batch.flush()
                count = 0


load(["a", "b", "c"])
