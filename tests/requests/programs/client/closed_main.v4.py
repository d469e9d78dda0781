import weaviate


def show(client, name):
    print(name, client.is_ready())


def main():
    """Entry point."""
    with weaviate.connect_to_local() as client:
        text = """
  not indented
"""
        print(client.is_ready(), text)
        show(client, "Article")


if __name__ == "__main__":
    main()
