# fix: --unsafe-fixes
import weaviate
from weaviate.exceptions import WeaviateQueryError

client = weaviate.connect_to_local()

try:
    result = client.collections.use("Article").aggregate.over_all(total_count=True)
except WeaviateQueryError as error:
    raise SystemExit(str(error.message))
print(result.total_count)
