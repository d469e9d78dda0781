# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def report(results):  # called for each request
    # one result an object
    for result in results:
        if "errors" in result["result"]:
            print(result["result"]["errors"])  # to the log some day
    # nothing is raised


client.batch.configure(batch_size=10, callback=report)
with client.batch as batch:
    batch.add_data_object({"title": "One"}, "Article")
