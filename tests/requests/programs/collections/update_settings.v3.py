import weaviate

client = weaviate.Client("http://localhost:8080")

name = "Article"
changes = {
    "class": "Article",
    "description": "New words",
    "invertedIndexConfig": {"bm25": {"k1": 1.5}, "cleanupIntervalSeconds": 20},
    "replicationConfig": {"factor": 2, "deletionStrategy": "DeleteOnConflict"},
}
client.schema.update_config(name, changes)
client.schema.update_config("Note", {"multiTenancyConfig": {"autoTenantCreation": True}})
