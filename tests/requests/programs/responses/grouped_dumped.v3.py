import json

import weaviate

client = weaviate.Client("http://localhost:8080")
near = {"concepts": ["cats"]}
response = client.query.get("Article", ["title"]).with_near_text(near).with_generate(grouped_task="Write a tweet").with_limit(2).do()
print(json.dumps(response, sort_keys=True))
response = (
    client.query.get("Article", ["title"])
    .with_near_text(near)
    .with_additional("distance")
    .with_generate(single_prompt="Sum up {title}", grouped_task="Write a tweet", grouped_properties=["title"])
    .with_limit(2)
    .do()
)
print(json.dumps(response, sort_keys=True))
response = client.query.get("Article", ["title"]).with_near_text(near).with_generate(grouped_task="Write a tweet").with_limit(2).do()
first = response["data"]["Get"]["Article"][0]
print(json.dumps(first, sort_keys=True))
