import weaviate

client = weaviate.Client("http://localhost:8080")
words = ["food", "cats"]
queries = [
    client.query.get("Article", ["title", "wordCount"])
    .with_where({"path": ["title"], "operator": "Like", "valueText": f"*{word}*"})
    .with_alias(word)
    for word in words
    if word
]
response = client.query.multi_get(queries).do()
for word in words:
    for article in response["data"]["Get"][word]:
        print(word, article["title"], article["wordCount"])
counts = client.query.multi_get([client.query.get("Author", ["name"]).with_limit(n).with_alias(f"first_{n}") for n in (1, 2)]).do()
print(len(counts["data"]["Get"]["first_1"]), len(counts["data"]["Get"]["first_2"]))
