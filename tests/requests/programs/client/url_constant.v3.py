import weaviate

WEAVIATE_URL = "http://localhost:8080"


def connect():
    return weaviate.Client(WEAVIATE_URL)


print(connect().is_ready())
