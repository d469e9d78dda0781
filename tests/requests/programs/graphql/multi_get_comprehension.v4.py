import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()
words = ["food", "cats"]
queries = {
    word: client.collections.use("Article").query.fetch_objects(
        filters=Filter.by_property("title").like(f"*{word}*"),
        return_properties=["title", "wordCount"],
    ).objects
    for word in words if word
}
for word in words:
    for article in queries[word]:
        print(word, article.properties["title"], article.properties["wordCount"])
counts = {
    f"first_{n}": client.collections.use("Author").query.fetch_objects(
        limit=n, return_properties=["name"]
    ).objects
    for n in (1, 2)
}
print(len(counts["first_1"]), len(counts["first_2"]))
