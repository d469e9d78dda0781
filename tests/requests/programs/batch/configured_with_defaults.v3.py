import weaviate
from weaviate.util import check_batch_result

client = weaviate.Client("http://localhost:8080")

# how the batch is sent
client.batch.configure(
    batch_size=100,  # at once
    dynamic=True,
    timeout_retries=3,
    callback=check_batch_result,
)
with client.batch as batch:
    batch.add_data_object({"title": "One"}, "Article")
