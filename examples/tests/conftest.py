from unittest import mock

import pytest
import weaviate


@pytest.fixture
def client():
    return mock.MagicMock(spec=weaviate.Client)


@pytest.fixture(scope="session")
def live_client():
    client = weaviate.Client("http://localhost:8081", startup_period=30)
    client.schema.delete_all()
    yield client
    client.schema.delete_all()
