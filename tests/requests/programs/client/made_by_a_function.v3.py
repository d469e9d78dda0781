# fix: --unsafe-fixes
import asyncio

import weaviate


def step(action, text):
    print(text)
    return action()


class Store:
    def __init__(self, url):
        self.url = url
        self.client = None

    async def connect(self):
        key = weaviate.AuthApiKey("secret")
        self.client = await asyncio.get_running_loop().run_in_executor(
            None,
            lambda: weaviate.Client(
                url=self.url,
                auth_client_secret=key,
                timeout_config=(5, 60),  # seconds
            ),
        )
        return self.client.schema.exists("Article")


def build(url):
    client = step(lambda: weaviate.Client(url), "Connecting ...")
    return client.schema.exists("Author")


print(asyncio.run(Store("http://localhost:8080").connect()))
print(build("http://localhost:8080"))

make = lambda: weaviate.Client(URL)  # noqa: E731
URL = "http://localhost:8080"
print(make().is_ready())
