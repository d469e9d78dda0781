import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").generate.bm25(
    query="fish", single_prompt="Say {title}", limit=1, return_properties=["title"]
)
print(result.objects[0].generative.text)
