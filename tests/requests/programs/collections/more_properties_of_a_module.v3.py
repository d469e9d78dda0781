# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {"class": "Book", "vectorizer": "text2vec-openai", "moduleConfig": {"text2vec-openai": {"model": "ada"}}}
)
client.schema.property.create(
    "Book", {"name": "tone", "dataType": ["text"], "moduleConfig": {"text2vec-openai": {"skip": True}}}
)
client.schema.property.create("Book", {"name": "title", "dataType": ["text"]})
