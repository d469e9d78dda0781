import weaviate

client = weaviate.Client("http://localhost:8080")

with client.batch as batch:
    for number in range(3):
        batch.add_data_object({"title": f"Article {number}", "wordCount": number}, "Article")
