import functools
from functools import partial

import weaviate

client = weaviate.Client("http://localhost:8080")
failures = []


def check(results, prefix):
    for result in results or []:
        if result["result"].get("errors"):
            print(f"{prefix}: {result['result']['errors']['error'][0]['message']}")


def collect(into, results):
    for result in results:
        if "errors" in result["result"]:
            into.append(result["id"])


client.batch.configure(batch_size=10, callback=partial(check, prefix="failed"))
with client.batch as batch:
    batch.add_data_object({"title": "Bad"}, "Note")
    batch.add_data_object({"title": "Good"}, "Note", tenant="tenantA")

with client.batch(callback=functools.partial(collect, failures)) as batch:
    batch.add_data_object({"title": "Bad"}, "Note", "f0000000-0000-4000-8000-000000000001")
    batch.add_data_object({"title": "Good"}, "Note", tenant="tenantB")
print(failures)
