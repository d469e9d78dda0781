import weaviate


def connect():
    return weaviate.connect_to_local()


print(connect().is_ready())
