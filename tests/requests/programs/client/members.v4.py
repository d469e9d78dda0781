import weaviate

client = weaviate.connect_to_local()
print(client.is_live(), client.is_ready(), client.get_meta()["version"], client.get_open_id_configuration())
client.close()
