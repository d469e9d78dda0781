import weaviate

client = weaviate.connect_to_local()

found = client.collections.use("Note").config.get()
print(found.name, found.to_dict()["vectorizer"], found.multi_tenancy_config.enabled)
