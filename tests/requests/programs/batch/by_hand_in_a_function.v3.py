import weaviate
from weaviate.util import generate_uuid5

client = weaviate.Client("http://localhost:8080")


def load(titles):
    count = 0
    for title in titles:
        article = generate_uuid5(title)
        client.batch.add_data_object({"title": title}, "Article", article)
        client.batch.add_reference(
            from_object_uuid=article,
            from_object_class_name="Article",
            from_property_name="hasAuthor",
            to_object_uuid="b0000000-0000-4000-8000-000000000001",
            to_object_class_name="Author",
        )
        count += 1
        if count == 2:
            # every now and then
            client.batch.create_objects()
            client.batch.create_references()
            count = 0
    client.batch.flush()


load(["a", "b", "c"])
