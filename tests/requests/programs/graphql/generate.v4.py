import weaviate

client = weaviate.connect_to_local()

for article in client.collections.use("Article").generate.near_text(
    query=["animals"],
    single_prompt="Sum up {title}",
    limit=2,
    return_properties=["title"],
).objects:
    print(article.properties["title"], article.generative.text)
