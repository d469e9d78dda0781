import weaviate

client = weaviate.Client("http://localhost:8080")

query = """{ Get { Article(where: {operator: And, operands: [
  {path: ["price"], operator: GreaterThanEqual, valueNumber: 1}
  {path: ["published"], operator: Equal, valueBoolean: true}
  {path: ["tags"], operator: ContainsAny, valueText: ["animals", "science"]}
  {path: ["publicationDate"], operator: LessThan, valueDate: "2024-01-01T00:00:00Z"}
]}) { title } } }"""
result = client.query.raw(query)
print([article["title"] for article in result["data"]["Get"]["Article"]])
