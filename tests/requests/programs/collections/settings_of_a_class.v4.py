# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

found = client.collections.use("Article").config.get()
print(found.name, found.description, found.to_dict()["vectorizer"], found.to_dict()["vectorIndexType"])
print(found.inverted_index_config.bm25.b, found.inverted_index_config.stopwords.preset.value)
print(found.to_dict()["shardingConfig"]["desiredCount"], found.to_dict()["vectorIndexConfig"]["efConstruction"])
assert found.vectorizer == "text2vec-openai" or found.vectorizer == "none"
print(len(found.properties + found.references))
