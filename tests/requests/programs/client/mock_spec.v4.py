from unittest.mock import Mock

import weaviate

fake = Mock(spec=weaviate.WeaviateClient)
fake.is_ready.return_value = True
print(fake.is_ready(), isinstance(fake, weaviate.WeaviateClient))
