# fix: --unsafe-fixes
import asyncio

import weaviate
from weaviate.classes.init import AdditionalConfig, Auth, Timeout
from weaviate.connect import ConnectionParams


def step(action, text):
    print(text)
    return action()


class Store:
    def __init__(self, url):
        self.url = url
        self.client = None

    async def connect(self):
        key = Auth.api_key("secret")
        def connect():
            client = weaviate.WeaviateClient(
                connection_params=ConnectionParams.from_url(self.url, grpc_port=50051),
                auth_client_secret=key,
                additional_config=AdditionalConfig(
                    timeout=Timeout(init=60, query=60, insert=60),  # seconds
                ),
            )
            client.connect()
            return client

        self.client = await asyncio.get_running_loop().run_in_executor(
            None,
            connect,
        )
        return self.client.collections.exists("Article")


def build(url):
    def connect():
        client = weaviate.WeaviateClient(
            connection_params=ConnectionParams.from_url(url, grpc_port=50051)
        )
        client.connect()
        return client

    client = step(connect, "Connecting ...")
    return client.collections.exists("Author")


print(asyncio.run(Store("http://localhost:8080").connect()))
print(build("http://localhost:8080"))

make = lambda: weaviate.connect_to_local()  # noqa: E731
print(make().is_ready())
