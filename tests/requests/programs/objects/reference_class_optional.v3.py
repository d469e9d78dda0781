# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def link(to_class=None):
    client.data_object.reference.add(
        "a0000000-0000-4000-8000-000000000001",
        "hasAuthor",
        "b0000000-0000-4000-8000-000000000001",
        from_class_name="Article",
        to_class_name=to_class,
    )


link("Author")
