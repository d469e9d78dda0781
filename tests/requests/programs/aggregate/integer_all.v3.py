import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.aggregate("Article").with_fields("wordCount { count maximum mean median minimum mode sum }").do()
words = result["data"]["Aggregate"]["Article"][0]["wordCount"]
print(words["count"], words["maximum"], words["mean"], words["median"], words["minimum"], words["mode"], words["sum"])
