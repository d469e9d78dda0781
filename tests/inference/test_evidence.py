"""Receivers whose origin can't be seen, but whose use can be nothing else; and what only looks like one."""

from __future__ import annotations

import pytest
from helpers import assert_marked, cases, found

SEEN = cases("""
    ## parameter that nobody passes
    def search(client, text):
        return client.query.get("A", ["b"]).with_near_text({"concepts": [text]}).with_limit(3).do()  # WV501

    ## any receiver in a file about weaviate
    # reads from weaviate
    def search(db):
        return db.query.get("A", ["b"]).do()  # WV501

    ## attribute that is set elsewhere
    class Store:
        def search(self, vector):
            return self.db.query.get("A", ["b"]).with_near_vector({"vector": vector}).do()  # WV501

    ## installed module of the company
    from company.weaviate_tools import get_client
    client = get_client()
    client.schema.delete_class("A")  # WV203
    client.data_object.create({}, "A")  # WV301

    ## kept in a mapping of another library
    import streamlit as st
    from company.tools import connect
    if "client" not in st.session_state:
        st.session_state["client"] = connect()
    client = st.session_state["client"]
    client.query.get("A", ["b"]).with_near_text({"concepts": ["c"]}).do()  # WV501

    ## builder alone
    def limit(builder, text):
        return builder.with_near_text({"concepts": [text]})  # WV510

    ## other links of a builder that one gives away
    def narrow(builder, text, where):
        builder = builder.with_near_text({"concepts": [text]})  # WV510
        return builder.with_where(where).with_limit(3).do()  # WV600

    ## batch alone
    def load(batch, rows):
        for row in rows:
            batch.add_data_object(row, "A")  # WV405
        batch.flush()  # WV410

    ## batch that a with statement gives
    def load(client, rows):
        with client.batch as batch:  # WV402
            batch.add_data_object(rows[0], "A")  # WV405
        client.schema.exists("A")  # WV205

    ## batch of settings that a with statement gives
    def load(self, rows):
        with self.db.batch(batch_size=len(rows)) as batch:  # WV403
            batch.add_data_object(rows[0], "A")  # WV405

    ## batch that something else gives
    def load(pool, rows):
        with pool.batches() as batch, pool.batch:
            batch.add_data_object(rows[0], "A")  # WV405
        with pool.batch() as batch:
            batch.add_data_object(rows[1], "A")  # WV405

    ## what one use tells holds for the others
    def load(client, where):
        client.query.aggregate("A").with_meta_count().do()  # WV700
        client.batch.flush()  # WV410

    ## what one use tells of an attribute
    class Store:
        def search(self):
            return self.client.query.get("A", ["b"]).with_bm25("x").do()  # WV501
        def reset(self):
            self.client.schema.delete_all()  # WV204
            self.other.schema.remove()

    ## schema in a file about weaviate
    def reset(weaviate_client):
        weaviate_client.schema.delete_all()  # WV204

    ## schema that is created
    def reset(weaviate_client):
        weaviate_client.schema.create_class({"class": "A", "vectorizer": "none"})  # WV202 WV250

    ## query without properties
    def count(weaviate_client, name):
        return weaviate_client.query.get(name).with_limit(1).do()  # WV501 WV504

    ## schema as a whole, and of a name
    def show(weaviate_client, name):
        return weaviate_client.schema.get(), weaviate_client.schema.get(name)  # WV206 WV207

    ## tenants
    def tenants(client):
        return client.schema.get_class_tenants("A")  # WV216

    ## shards
    def shards(client):
        return client.schema.get_class_shards("A")  # WV212

    ## response by its keys
    def read(answer):
        return [hit["_additional"]["distance"] for hit in answer["data"]["Get"]["A"]]  # WV730 WV733
    # weaviate
""")

LOOK_ALIKES = cases("""
    ## SQLAlchemy
    from app.models import User, db
    user = User.query.get(1)
    users = User.query.filter_by(name="a").with_entities(User.id).limit(3).all()
    db.session.query(User).get(1)

    ## SQLAlchemy in a project that uses weaviate v4
    import weaviate
    from flask_sqlalchemy import SQLAlchemy
    db = SQLAlchemy()
    class User(db.Model):
        id = db.Column(db.Integer)
    client = weaviate.connect_to_local()
    user = User.query.get(1)

    ## SQLAlchemy model of another file beside v4
    import weaviate
    from app.models import User
    client = weaviate.connect_to_local()
    user = User.query.get(1)
    user = User.query.get(user_id)

    ## SQLAlchemy model of another file beside v3
    import weaviate
    from app.models import User
    client = weaviate.Client("u")
    client.schema.delete_all()  # WV204
    user = User.query.get(1)
    user = User.query.get(user_id)
    user = User.query.get(int(user_id))

    ## SQLAlchemy where
    from sqlalchemy import select
    import weaviate
    select(User).where(User.id == 1).limit(3)
    session.query(User).get(5)

    ## Django
    from django.db import models
    from shop.models import Product
    Product.objects.get(pk=1)
    Product.objects.filter(a=1).aggregate(models.Count("id"))

    ## own fluent builder
    class Query:
        def with_limit(self, n):
            self.n = n
            return self
        def with_where(self, where):
            return self
        def do(self): ...
    Query().with_limit(3).with_where({}).do()
    # not weaviate

    ## own fluent builder beside v3
    import weaviate
    class Builder:
        def with_limit(self, n):
            return self
        def with_near_text(self, content):
            return self
    client = weaviate.Client("u")
    client.query.get("A", ["b"]).with_limit(3).do()  # WV501
    Builder().with_limit(3)
    Builder().with_near_text({})

    ## imported fluent builder
    from shop.queries import Query
    Query().with_limit(3).with_offset(3).with_where(x=1).with_sort("a").do()

    ## name of a variable that may be a dict
    # weaviate
    def read(query, schema):
        return query.get("A", ["b"]), schema.get("a"), schema.contains("a")

    ## dict with get
    import weaviate
    query = {"get": 1}
    config = load()
    config["query"].get("a")
    query.get("A", ["b"])
    schema = {"a": 1}
    schema.get("a")

    ## attribute of unknown kind with get
    import weaviate
    class Config:
        def __init__(self, schema, query):
            self.schema, self.query = schema, query
        def read(self, key):
            return self.schema.get("a"), self.query.get(key), self.schema.get(key, None)

    ## dict in an attribute
    import weaviate
    class Config:
        def __init__(self):
            self.schema = {}
            self.query = dict(a=1)
        def read(self):
            return self.schema.get("a"), self.query.get("b")

    ## requests and httpx
    import httpx, requests, weaviate
    session = requests.Session()
    session.query.get("A", ["b"])
    httpx.Client("u").batch.flush()
    httpx.Client("u").schema.get("A")

    ## pydantic
    import weaviate
    from pydantic import BaseModel
    class Item(BaseModel):
        name: str
    Item.schema()
    Item.schema().get("properties")
    Item.model_json_schema().get("properties")

    ## pandas
    import pandas as pd
    import weaviate
    frame = pd.read_csv("a")
    frame.query("a > 1").get("b")
    frame.groupby("a").aggregate("sum")

    ## kubernetes
    from kubernetes import client, config
    import weaviate
    batch = client.BatchV1Api()
    batch.create_namespaced_job("a", {})
    client.batch.create_objects([])

    ## elasticsearch
    from elasticsearch import Elasticsearch
    import weaviate
    es = Elasticsearch("u")
    es.cluster.get_nodes_status()
    es.schema.get("A")

    ## qdrant
    import weaviate
    from qdrant_client import QdrantClient
    q = QdrantClient("u")
    q.schema.create("A")

    ## pyarrow and spark
    import pyarrow as pa
    import weaviate
    table = pa.table({})
    table.schema.get_field_index("a")
    table.schema.names

    ## graphql
    import weaviate
    from graphene import Schema
    schema = Schema(query=Query)
    schema.execute("{ a }")
    schema.query.get("a")

    ## stripe and boto
    import boto3, weaviate
    batch = boto3.client("batch")
    batch.create_objects([])
    boto3.resource("dynamodb").Table("a").batch_writer()

    ## queue and cache
    import queue, weaviate
    q = queue.Queue()
    q.get(1)
    redis.query.run()

    ## v4 collections
    import weaviate
    with weaviate.connect_to_local() as client:
        articles = client.collections.use("A")
        articles.query.near_text("a", limit=3)
        articles.aggregate.over_all(total_count=True)
        articles.data.insert({})
        with articles.batch.dynamic() as batch:
            batch.add_object({})
        client.batch.dynamic()
        client.collections.get("A").query.fetch_objects()
        articles.query.bm25("a").objects[0].properties.get("b")

    ## own class that wraps v4
    import weaviate
    class Query:
        def get(self, name, fields): ...
    class Store:
        def __init__(self):
            self.client = weaviate.connect_to_local()
            self.query = Query()
        def run(self):
            return self.query.get("A", ["b"])
    Store().query.get("A", ["b"])

    ## object of another library beside v4
    import weaviate
    from shop import Shop
    client = weaviate.connect_to_local()
    Shop().query.get("A", ["b"])
    Shop().schema.delete_class("A")
    shop = Shop()
    shop.batch.create_objects([])

    ## keys of another answer
    import requests, weaviate
    answer = requests.get("u").json()
    answer["data"]["Get"]["A"]
    {"_additional": 1}["_additional"]

    ## words in text
    # client.query.get("A", ["b"]).with_near_text({}).do()
    '''client.schema.create_class({}) of weaviate'''
    text = "client.data_object.create with weaviate.Client"

    ## flask request
    from flask import request
    import weaviate
    request.args.get("query")
    request.json["query"].get("a")

    ## tensorflow and torch
    import torch, weaviate
    batch = torch.load("a")
    batch.shape
    batch.flush()
""")


@pytest.mark.parametrize("text", SEEN)
def test_seen(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike(text: str) -> None:
    assert_marked(text)


@pytest.mark.parametrize(
    "use",
    [
        'client.query.get("A", ["b"]).do()',
        "client.batch.flush()",
        'client.data_object.create({}, "A")',
        'builder.with_limit(3).with_where({}).do()',
    ],
)
def test_a_file_that_knows_nothing_of_weaviate(use: str) -> None:
    assert found(f"def run(client, builder, answer):\n    return {use}\n") == []
