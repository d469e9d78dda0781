# fix: --unsafe-fixes
import weaviate


def first(client: weaviate.Client, text: str):
    query = """
    {
      Get {
        Article(nearText: {concepts: ["%s"], certainty: 0.5}) { title }
      }
    }
    """ % text
    return client.query.raw(query)["data"]["Get"]["Article"][0]["title"]


print(first(weaviate.Client("http://localhost:8080"), "animals"))
