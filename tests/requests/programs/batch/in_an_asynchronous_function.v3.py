import asyncio

import weaviate


async def fill(client):
    with client.batch as batch:
        batch.add_data_object({"title": "a"}, "Article")


async def later():
    client = weaviate.Client("http://localhost:8080")
    return fill(client)


async def now():
    client = weaviate.Client("http://localhost:8080")
    await fill(client)


async def main():
    await (await later())
    await now()


asyncio.run(main())
