import weaviate
from weaviate.classes.config import Configure

client = weaviate.connect_to_local()

client.collections.create(
    "Book",
    vectorizer_config=Configure.Vectorizer.text2vec_azure_openai(resource_name="here", deployment_id="ada"),
    generative_config=Configure.Generative.azure_openai(resource_name="here", deployment_id="gpt", max_tokens=100),
)
