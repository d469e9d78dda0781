import weaviate

client = weaviate.Client("http://localhost:8080")
n = 200
q = f'{{ Get {{ Article(where: {{path: ["wordCount"], operator: Equal, valueInt: {n}}}) {{ title }} }} }}'
print(client.query.raw(q)["data"]["Get"]["Article"])
q = f'{{ Get {{ Article(where: {{path: ["title"], operator: Equal, valueText: "{n}"}}) {{ title }} }} }}'
print(client.query.raw(q)["data"]["Get"]["Article"])
