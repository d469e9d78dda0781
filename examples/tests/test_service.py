from unittest import mock

import weaviate

from app import store
from app.service import ArticleService


@mock.patch("app.store.weaviate.Client")
def test_factory(client_class):
    store.get_client.cache_clear()
    assert store.get_client() is client_class.return_value


def test_search():
    client = mock.MagicMock(spec=weaviate.Client)
    client.query = mock.MagicMock()
    chain = client.query.get.return_value.with_near_text.return_value.with_additional.return_value
    chain.with_limit.return_value.do.return_value = {
        "data": {"Get": {"Article": [{"title": "Rain", "_additional": {"id": "1", "distance": 0.25}}]}}
    }
    assert ArticleService(client).search("weather") == [{"id": "1", "score": 0.75, "title": "Rain"}]


def test_delete(client):
    client.data_object = mock.MagicMock()
    client.data_object.exists.return_value = True
    ArticleService(client).delete("1")
    client.data_object.delete.assert_called_once_with("1", class_name="Article")


def test_round_trip(live_client):
    live_client.schema.create_class({"class": "Article", "vectorizer": "none"})
    uuid = live_client.data_object.create({"title": "Rain"}, "Article", vector=[0.1, 0.2])
    found = live_client.query.get("Article", ["title"]).with_near_vector({"vector": [0.1, 0.2]}).do()
    assert found["data"]["Get"]["Article"][0]["title"] == "Rain"
    assert ArticleService(live_client).read(uuid) == {"title": "Rain"}
