import weaviate


def later(function):
    return lambda *given: lambda: function(*given)


@later
def is_ready(client):
    return client.is_ready()


def connected():
    client = weaviate.Client("http://localhost:8080")
    return is_ready(client)


print(connected()())
