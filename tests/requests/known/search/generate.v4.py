import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").generate.near_text(
    query="animals",
    single_prompt="Translate {title}",
    grouped_task="Sum up",
    grouped_properties=["title", "body"],
    limit=2,
    return_properties=["title"],
)
print(result.generated)
for one in result.objects:
    print(one.properties["title"], one.generated)
