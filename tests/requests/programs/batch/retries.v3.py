# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

client.batch.configure(
    batch_size=100,
    creation_time=5,
    timeout_retries=5,
    connection_error_retries=10,
    weaviate_error_retries=weaviate.WeaviateErrorRetryConf(number_retries=3),
    callback=None,
)
with client.batch as batch:
    batch.add_data_object({"title": "One"}, "Article")
