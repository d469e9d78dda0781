# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

category = "science"
query = '{{ Get {{ Article(where: {{path: ["category"], operator: Equal, valueText: "{}"}}) {{ title }} }} }}'.format(category)
for article in client.query.raw(query)["data"]["Get"]["Article"]:
    print(article["title"])
