import weaviate
from weaviate.classes.query import QueryReference

client = weaviate.connect_to_local()
client.collections.use("Publication").data.insert(
    properties={"name": "Nowhere"}, uuid="c0000000-0000-4000-8000-000000000099"
)
response = client.collections.use("Publication").query.fetch_objects(return_properties=["name", "location"])
for place in response.objects:
    print(place.properties["name"], ({
        "latitude": place.properties["location"].latitude,
        "longitude": place.properties["location"].longitude,
    } if place.properties["location"] else None))
    if place.properties["location"]:
        print(place.properties["location"].latitude)
    longitude = place.properties["location"].longitude if place.properties["location"] is not None else 0
    print(longitude)
response = client.collections.use("Article").query.fetch_objects(
    return_properties=["title"],
    return_references=QueryReference.MultiTarget(
        link_on="hasAuthor",
        target_collection="Author",
        return_properties=["name"],
        return_references=QueryReference.MultiTarget(
            link_on="wroteArticles", target_collection="Article", return_properties=["title"]
        ),
    ),
)
for article in response.objects:
    for author in article.references["hasAuthor"].objects if "hasAuthor" in article.references else []:
        titles = [other.properties["title"] for other in (author.references["wroteArticles"].objects if "wroteArticles" in author.references else [])]
        print(article.properties["title"], author.properties["name"], titles, len(author.references["wroteArticles"].objects if "wroteArticles" in author.references else []))
