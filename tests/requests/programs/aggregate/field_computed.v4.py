import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

prop = "wordCount"
result = client.collections.use("Article").aggregate.over_all(
    total_count=False, return_metrics=Metrics(prop).integer(mean=True)
)
print({
    "data": {"Aggregate": {"Article": [{prop: {"mean": result.properties[prop].mean}}]}}
})
