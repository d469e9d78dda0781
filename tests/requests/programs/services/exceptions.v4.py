import weaviate
from weaviate.exceptions import (
    UnexpectedStatusCodeError,
    WeaviateBaseError,
    WeaviateEmbeddedInvalidVersionError,
    WeaviateStartUpError,
)
from weaviate.classes.backup import BackupStorage

client = weaviate.connect_to_local()
try:
    client.backup.get_create_status(backup_id="missing", backend=BackupStorage.S3)
except weaviate.exceptions.WeaviateEmbeddedInvalidVersionError:
    print("version")
except UnexpectedStatusCodeError as error:
    print(error.status_code, isinstance(error, WeaviateBaseError), isinstance(error, WeaviateEmbeddedInvalidVersionError))
except WeaviateStartUpError:
    print("not started")
