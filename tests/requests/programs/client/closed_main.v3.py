import weaviate


def show(client, name):
    print(name, client.is_ready())


def main():
    """Entry point."""
    client = weaviate.Client("http://localhost:8080")

    text = """
  not indented
"""
    print(client.is_ready(), text)
    show(client, "Article")


if __name__ == "__main__":
    main()
