# fix: --unsafe-fixes
import functools

import weaviate

client = weaviate.Client("http://localhost:8080")


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


with client.batch(batch_size=10, callback=check) as batch:
    batch.add_data_object({"title": "Bad"}, "Note")
    batch.add_data_object({"title": "Good"}, "Note", tenant="tenantA")
print("done")
