import weaviate

client = weaviate.connect_to_local()

schema = {"classes": [{"class": "Book", "vectorizer": "none"}, {"class": "Film", "vectorizer": "none"}]}
for class_dict in schema["classes"]:
    client.collections.create_from_dict(class_dict)
print(len(schema["classes"]))
