# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

photo = client.data_object.get_by_id(
    "f0000000-0000-4000-8000-0000000000ff", class_name="Photo"
)
print(photo == {"class": "Photo"}, photo or "missing")
