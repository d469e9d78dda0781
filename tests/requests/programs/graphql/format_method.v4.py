# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

category = "science"
query = '{{ Get {{ Article(where: {{path: ["category"], operator: Equal, valueText: "{}"}}) {{ title }} }} }}'.format(category)
for article in client.graphql_raw_query(query).get["Article"]:
    print(article["title"])
