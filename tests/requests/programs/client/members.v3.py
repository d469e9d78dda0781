import weaviate

client = weaviate.Client("http://localhost:8080")
print(client.is_live(), client.is_ready(), client.get_meta()["version"], client.get_open_id_configuration())
client._connection.close()
