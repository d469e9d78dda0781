# fix: --unsafe-fixes
import functools

import weaviate

client = weaviate.connect_to_local()


class Failed(Exception):
    pass


def told(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Failed as error:
            print("told", error)

    return inner


@told
def check(results):
    if results is None:
        return
    by_title = {}
    for result in results:
        if "errors" in result["result"]:
            by_title[result["properties"]["title"]] = result["result"]["errors"]["error"][0]["message"]
    if by_title:
        raise Failed(by_title)


with client.batch.dynamic() as batch:
    batch.add_object(properties={"title": "Bad"}, collection="Note")
    batch.add_object(properties={"title": "Good"}, collection="Note", tenant="tenantA")
check([
    {
        "class": failed.object_.collection,
        "id": str(failed.object_.uuid),
        "properties": failed.object_.properties,
        "result": {"errors": {"error": [{"message": failed.message}]}, "status": "FAILED"},
    }
    for failed in client.batch.failed_objects
])
print("done")
