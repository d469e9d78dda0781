# fix: --unsafe-fixes
import weaviate
from weaviate.classes.config import DataType, Property

client = weaviate.connect_to_local()


def add(name, field_type, description=None):
    client.collections.use("Article").config.add_property(
        Property(
            name=name,
            data_type=DataType(field_type),
            description=description,
            vectorize_property_name=False,
        ),
    )


add("pages", "int", "how many")
add(name="".join(["sub", "title"]), field_type="t" + "ext")

types = {"rating": "number", "tags": "text[]"}
for name, data_type in types.items():
    client.collections.use("Author").config.add_property(
        Property(
            name=name, data_type=DataType(data_type), vectorize_property_name=False
        ),
    )
