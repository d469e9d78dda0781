from unittest.mock import patch

import weaviate


def ready() -> bool:
    return weaviate.Client("http://localhost:8080").is_ready()


with patch("weaviate.Client") as made:
    made.return_value.is_ready.return_value = False
    print(ready())
print(ready())
