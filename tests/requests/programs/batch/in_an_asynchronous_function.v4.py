import asyncio

import weaviate


async def fill(client):
    with client.batch.dynamic() as batch:
        batch.add_object(properties={"title": "a"}, collection="Article")


async def later():
    client = weaviate.connect_to_local()
    return fill(client)


async def now():
    with weaviate.connect_to_local() as client:
        await fill(client)


async def main():
    await (await later())
    await now()


asyncio.run(main())
