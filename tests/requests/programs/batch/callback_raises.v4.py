# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


try:
    with client.batch.dynamic() as batch:
        batch.add_object(properties={"title": "Bad"}, collection="Note")
        batch.add_object(
            properties={"title": "Good"}, collection="Note", tenant="tenantA"
        )
    for failed in client.batch.failed_objects:
        raise ValueError(failed.message)
except ValueError as error:
    print("failed:", error)
