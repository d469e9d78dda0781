import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").generate.near_text(
    query=["animals"],
    single_prompt="Translate {title}",
    grouped_task="Sum up",
    grouped_properties=["title", "body"],
    limit=2,
    return_properties=["title"],
)
articles = result.objects
print(result.generative.text)
for one in articles:
    print(one.properties["title"], one.generative.text)
