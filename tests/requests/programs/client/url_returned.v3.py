# fix: --unsafe-fixes
import weaviate


def connect(url: str) -> weaviate.Client:
    return weaviate.Client(url, additional_headers={"X-Team": "search"})


print(connect("http://weaviate:8080").is_ready())
