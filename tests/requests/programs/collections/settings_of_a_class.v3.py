# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

found = client.schema.get("Article")
print(found["class"], found["description"], found["vectorizer"], found["vectorIndexType"])
print(found["invertedIndexConfig"]["bm25"]["b"], found["invertedIndexConfig"]["stopwords"]["preset"])
print(found["shardingConfig"]["desiredCount"], found["vectorIndexConfig"]["efConstruction"])
assert found["vectorizer"] == "text2vec-openai" or found["vectorizer"] == "none"
print(len(found["properties"]))
