import weaviate
from weaviate.exceptions import WeaviateBaseError, WeaviateEmbeddedInvalidVersion

client = weaviate.Client("http://localhost:8080")
try:
    client.backup.get_create_status("missing", "s3")
except weaviate.exceptions.WeaviateEmbeddedInvalidVersion:
    print("version")
except weaviate.UnexpectedStatusCodeException as error:
    print(error.status_code, isinstance(error, WeaviateBaseError), isinstance(error, WeaviateEmbeddedInvalidVersion))
except weaviate.WeaviateStartUpError:
    print("not started")
