import weaviate

client = weaviate.connect_to_local()
response = client.collections.use("Article").generate.near_text(
    query=["cats"], grouped_task="One", return_properties=["title"]
)
first = {
    **response.objects[0].properties,
    "_additional": {"generate": {"error": None, "groupedResult": response.generative.text}},
}
response = client.collections.use("Article").generate.near_text(
    query=["cats"], grouped_task="Two", return_properties=["title"]
)
print(first)
articles = {
    "Article": [
        {
            **obj.properties,
            "_additional": {
                "generate": {"error": None, "groupedResult": response.generative.text if number == 0 else None}
            },
        }
        for number, obj in enumerate(response.objects)
    ],
}["Article"]
response = None
print(articles)
