# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.aggregate("Article").with_meta_count().do()
if "errors" in result:
    raise SystemExit(str(result["errors"]))
print(result["data"]["Aggregate"]["Article"][0]["meta"]["count"])
