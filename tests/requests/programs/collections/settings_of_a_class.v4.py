import weaviate

client = weaviate.connect_to_local()

found = client.collections.use("Article").config.get()
print(found.name, found.description, found.to_dict()["vectorizer"], found.vector_index_type.value)
print(found.inverted_index_config.bm25.b, found.inverted_index_config.stopwords.preset.value)
print(found.sharding_config.desired_count, found.vector_index_config.ef_construction)
assert found.vectorizer == "text2vec-openai" or found.vectorizer == "none"
print(len(found.properties + found.references))
