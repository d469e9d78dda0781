from unittest.mock import patch

import weaviate


def ready() -> bool:
    return weaviate.connect_to_local().is_ready()


with patch("weaviate.connect_to_local") as made:
    made.return_value.is_ready.return_value = False
    print(ready())
print(ready())
