import weaviate

client = weaviate.connect_to_local()

data = client.collections.use("Article").aggregate.over_all(total_count=True)
if not data:
    print("nothing")
else:
    print(data.total_count)
