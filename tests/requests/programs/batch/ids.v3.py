import weaviate

client = weaviate.Client("http://localhost:8080")

made = []
with client.batch as batch:
    made.append(batch.add_data_object({"title": "One"}, "Article"))
    made.append(batch.add_data_object({"title": "Two"}, "Article", "12345678-1234-4234-8234-123456789abc"))
print(len(made[0]), made[1])
