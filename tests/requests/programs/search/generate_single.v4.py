import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").generate.fetch_objects(
    single_prompt="Say {title}", limit=2, return_properties=["title"]
)
for one in result.objects:
    print(one.generative.text)
