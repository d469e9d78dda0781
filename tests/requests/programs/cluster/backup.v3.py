import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.backup.create("first", "filesystem", include_classes=["Article"], wait_for_completion=True)
print(result["status"])
print(client.backup.get_create_status("first", "filesystem")["status"])
