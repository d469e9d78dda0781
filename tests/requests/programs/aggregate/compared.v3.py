import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.aggregate("Article").with_meta_count().do()
expected = {"data": {"Aggregate": {"Article": [{"meta": {"count": 6}}]}}}
print(result == expected)
assert result["data"]["Aggregate"]["Article"][0]["meta"]["count"] == 6
