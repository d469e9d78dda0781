# fix: --unsafe-fixes
import weaviate
from weaviate.classes.config import Configure, DataType, Property

client = weaviate.connect_to_local()

client.collections.create("Book", vectorizer_config=Configure.Vectorizer.text2vec_openai(model="ada"))
client.collections.use("Book").config.add_property(
    Property(name="tone", data_type=DataType.TEXT, skip_vectorization=True, vectorize_property_name=False)
)
client.collections.use("Book").config.add_property(
    Property(name="title", data_type=DataType.TEXT, vectorize_property_name=False)
)
