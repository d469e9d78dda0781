# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

found = (
    client.data_object.get_by_id(
        "f0000000-0000-4000-8000-000000000001", class_name="Photo"
    )
    or {}
)
print(found.get("properties", {}).get("caption"))
