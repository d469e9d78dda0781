import weaviate

client = weaviate.connect_to_local()

vector = [0.5, 0.25, 0.125]
result = client.collections.use("Article").aggregate.near_vector(near_vector=vector, certainty=0.5, total_count=True)
print(result.total_count)
