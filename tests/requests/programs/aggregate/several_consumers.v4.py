import weaviate

client = weaviate.connect_to_local()

response = client.collections.use("Article").aggregate.over_all(total_count=True)
result = {
    "data": {"Aggregate": {"Article": [{"meta": {"count": response.total_count}}]}}
}
print("Article" in result["data"]["Aggregate"])
print(result["data"]["Aggregate"]["Article"][0].keys())
