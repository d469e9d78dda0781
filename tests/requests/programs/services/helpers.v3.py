import weaviate.util
from weaviate.types import NUMBERS


class Colour(weaviate.util.BaseEnum):
    RED = "RED"


def double(n: NUMBERS) -> NUMBERS:
    return n * 2


print("RED" in Colour, double(2))
