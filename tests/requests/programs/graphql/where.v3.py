import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{
  Get {
    Article(
      where: {
        operator: And
        operands: [
          {path: ["wordCount"], operator: GreaterThan, valueInt: 100}
          {operator: Or, operands: [
            {path: ["category"], operator: Equal, valueText: "animals"}
            {path: ["title"], operator: Like, valueText: "*food*"}
          ]}
        ]
      }
    ) { title }
  }
}
"""
for article in client.query.raw(query)["data"]["Get"]["Article"]:
    print(article["title"])
