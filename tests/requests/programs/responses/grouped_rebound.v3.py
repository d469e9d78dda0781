import weaviate

client = weaviate.Client("http://localhost:8080")
near = {"concepts": ["cats"]}
response = client.query.get("Article", ["title"]).with_near_text(near).with_generate(grouped_task="One").do()
first = response["data"]["Get"]["Article"][0]
response = client.query.get("Article", ["title"]).with_near_text(near).with_generate(grouped_task="Two").do()
print(first)
articles = response["data"]["Get"]["Article"]
response = None
print(articles)
