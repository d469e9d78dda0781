import weaviate

client = weaviate.Client("http://localhost:8080")

with client.batch(batch_size=100) as batch:
    author = batch.add_data_object({"name": "Dan"}, "Author")
    article = batch.add_data_object({"title": "Dan's own"}, "Article")
    batch.add_reference(article, "Article", "hasAuthor", author, "Author")
