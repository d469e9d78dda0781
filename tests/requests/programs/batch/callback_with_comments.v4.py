# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


# called for each request
# one result an object
# to the log some day
# nothing is raised


with client.batch.dynamic() as batch:
    batch.add_object(properties={"title": "One"}, collection="Article")
for failed in client.batch.failed_objects:
    print(failed.message)
