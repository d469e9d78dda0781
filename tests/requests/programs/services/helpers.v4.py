from weaviate.str_enum import BaseEnum
from weaviate.types import NUMBER as NUMBERS


class Colour(BaseEnum):
    RED = "RED"


def double(n: NUMBERS) -> NUMBERS:
    return n * 2


print("RED" in Colour, double(2))
