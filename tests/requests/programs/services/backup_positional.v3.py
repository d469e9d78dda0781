import weaviate

client = weaviate.Client("http://localhost:8080")
client.backup.create("two", "s3", None, "Article", True)
print(client.backup.get_create_status("two", "s3")["status"] == "SUCCESS")
