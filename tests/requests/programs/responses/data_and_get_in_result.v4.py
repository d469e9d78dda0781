# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

titles = []
result = client.collections.use("Article").query.fetch_objects(limit=2, return_properties=["title", "wordCount"])
# the titles alone
articles = result.objects
for article in articles:
    titles.append(article.properties["title"])

print(titles)
