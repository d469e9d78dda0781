import weaviate

client = weaviate.Client("http://localhost:8080")
client.backup.create("three", "gcs", wait_for_completion=True)
restored = client.backup.restore(backup_id="three", backend="gcs", exclude_classes=["Author"])
print(restored["status"], client.backup.get_restore_status("three", "gcs").get("status"))
