import weaviate

client = weaviate.connect_to_local()

result = client.collections.use('Article').query.near_text(query=['animals'], return_properties=['title'])
for one in result.objects:
    print(one.properties['title'], str(one.uuid))
