import weaviate

client = weaviate.Client("http://localhost:8080")


def _counted(name, longer_than=None):
    query = client.query.aggregate(name).with_meta_count()
    if longer_than is not None:
        query = query.with_where({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": longer_than})
    return query


def count(words):
    result = _counted("Article", words).do()
    return result["data"]["Aggregate"]["Article"][0]["meta"]["count"]


print(count(100), count(None))
mean = _counted("Article").with_fields("wordCount { mean maximum }").do()["data"]["Aggregate"]["Article"][0]
print(mean["wordCount"]["mean"], mean["meta"]["count"])
