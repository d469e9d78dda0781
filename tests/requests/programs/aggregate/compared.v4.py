import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.over_all(total_count=True)
expected = {"data": {"Aggregate": {"Article": [{"meta": {"count": 6}}]}}}
print({
    "data": {"Aggregate": {"Article": [{"meta": {"count": result.total_count}}]}}
} == expected)
assert result.total_count == 6
