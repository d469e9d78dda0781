import weaviate

client = weaviate.Client("http://localhost:8080")

client.backup.create("second", "s3", exclude_classes=["Photo"])
client.backup.restore("second", "s3", include_classes="Article", wait_for_completion=True)
print(client.backup.get_restore_status("second", "s3")["status"])
