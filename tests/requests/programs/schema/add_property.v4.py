import weaviate
from weaviate.classes.config import DataType, Property

client = weaviate.connect_to_local()
client.collections.use("Article").config.add_property(
    Property(name="subtitle", data_type=DataType.TEXT, vectorize_property_name=False)
)
