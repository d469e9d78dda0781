# fix: --unsafe-fixes
import weaviate

if __name__ == "__main__":
    name = "weaviate"
    client = weaviate.Client(f"http://{name}:8080")
    if client.is_ready():
        print(client.get_meta()["version"])
