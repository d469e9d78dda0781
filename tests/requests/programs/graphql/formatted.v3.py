# fix: --unsafe-fixes
import weaviate


def titles(client: weaviate.Client, text: str, number: int):
    query = f"""
    {{
      Get {{
        Article(nearText: {{concepts: ["{text}"]}}, limit: {number}) {{ title }}
      }}
    }}
    """
    response = client.query.raw(query)
    return [article["title"] for article in response["data"]["Get"]["Article"]]


print(titles(weaviate.Client("http://localhost:8080"), "animals", 2))
