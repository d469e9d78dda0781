# fix: --unsafe-fixes
import weaviate
from weaviate.classes.query import QueryReference

client = weaviate.connect_to_local()

for article in client.collections.use("Article").query.fetch_objects(
    limit=2, return_references=QueryReference(link_on="hasAuthor")
).objects:
    print(str(article.uuid), f'/v1/objects/{article.references["hasAuthor"].objects[0].collection}/{article.references["hasAuthor"].objects[0].uuid}')
