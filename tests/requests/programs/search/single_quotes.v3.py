import weaviate

client = weaviate.Client('http://localhost:8080')

result = client.query.get('Article', ['title']).with_near_text({'concepts': ['animals']}).with_additional(['id']).do()
for one in result['data']['Get']['Article']:
    print(one['title'], one['_additional']['id'])
