import weaviate

client = weaviate.connect_to_local()


def count():
    result = client.collections.use("Article").aggregate.over_all(total_count=True)
    return result.total_count


print(count())
