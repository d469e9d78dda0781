# fix: --unsafe-fixes
import weaviate
from weaviate.classes.config import Reconfigure

client = weaviate.connect_to_local()

client.collections.use("Article").config.update(
    generative_config=Reconfigure.Generative.openai(model="gpt-4"),
    reranker_config=Reconfigure.Reranker.cohere(),
)
