import weaviate

client = weaviate.connect_to_local()

with client.batch.fixed_size(batch_size=100) as batch:
    author = batch.add_object(properties={"name": "Dan"}, collection="Author")
    article = batch.add_object(properties={"title": "Dan's own"}, collection="Article")
    batch.add_reference(from_uuid=article, from_collection="Article", from_property="hasAuthor", to=author)
