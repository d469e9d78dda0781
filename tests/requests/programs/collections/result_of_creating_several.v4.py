# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


def create(schema):
    for class_dict in schema["classes"]:
        client.collections.create_from_dict(class_dict)
    made = None
    return made


print(create({"classes": [{"class": "Book"}, {"class": "Film"}]}))
