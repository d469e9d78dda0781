import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Book",
        "vectorizer": "none",
        "replicationConfig": {"factor": 3, "asyncEnabled": True, "deletionStrategy": "TimeBasedResolution"},
        "shardingConfig": {"virtualPerPhysical": 64, "desiredCount": 2, "desiredVirtualCount": 128, "key": "_id"},
    }
)
