"""Values that two clients write differently: floats, dates, vectors, beacons, references' targets."""

from __future__ import annotations

import base64
import re
import struct
from datetime import datetime, timezone
from typing import Any

from ..differences import smooth

Schema = dict[str, dict[str, list[str]]]
"""Class -> property -> its data types, as the server knew them at the request."""

MADE_UP = "9e9e9e9e-9e9e-49e9-89e9-"
"""How ids begin that are made up in a run: by the worker in place of uuid4, or by the recording server."""

_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$")
TIMESTAMPS = ("_creationTimeUnix", "_lastUpdateTimeUnix")


def float32(value: Any) -> float:
    """``value`` with the precision that the server keeps, written as shortly as that precision allows."""
    smooth("float32")
    single = struct.pack("f", float(value))
    for digits in range(1, 18):
        text = float(f"{float(value):.{digits}g}")
        if struct.pack("f", text) == single:
            return text
    return float(struct.unpack("f", single)[0])


def vector(values: list[Any]) -> list[float]:
    """A vector with 32-bit numbers."""
    return [float32(value) for value in values]


def vector_bytes(text: str) -> list[float]:
    """A vector as protobuf's JSON holds it: base64 of little-endian 32-bit floats."""
    raw = base64.b64decode(text)
    return vector(list(struct.unpack(f"<{len(raw) // 4}f", raw)))


def multi_vector_bytes(text: str) -> list[list[float]]:
    """A list of vectors: two bytes of dimension, then the floats."""
    raw = base64.b64decode(text)
    (size,) = struct.unpack("<H", raw[:2])
    flat = vector(list(struct.unpack(f"<{(len(raw) - 2) // 4}f", raw[2:])))
    return [flat[start : start + size] for start in range(0, len(flat), size)]


def date(text: str) -> str:
    """An RFC 3339 date in one spelling; any other text, and a date without a zone, is returned as it is."""
    if not _DATE.match(text):
        return text
    smooth("date_spelling")
    text = re.sub(r"(\.\d{6})\d+", r"\1", text).replace("Z", "+00:00")
    text = re.sub(r"\.(\d{1,5})(?=[+-]|$)", lambda match: "." + match[1].ljust(6, "0"), text)
    text = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text)
    moment = datetime.fromisoformat(text)
    return moment.astimezone(timezone.utc).isoformat(timespec="microseconds")


def timestamp(text: str) -> str:
    """A time stamp in one spelling: milliseconds since 1970 or a date."""
    if text.isdigit():
        smooth("date_spelling")
        return datetime.fromtimestamp(int(text) / 1000, tz=timezone.utc).isoformat(timespec="microseconds")
    return date(text)


def beacon_id(beacon: str) -> str:
    """The id at the end of a beacon."""
    smooth("beacon")
    return beacon.rstrip("/").rsplit("/", 1)[-1]


def target(schema: Schema, collection: str, on: str) -> str | None:
    """The one class to which the property ``on`` can point; None where several can be meant."""
    types = [name for name in schema.get(collection, {}).get(on, []) if name[:1].isupper()]
    return types[0] if len(types) == 1 and smooth("single_target") else None


def capital(name: str) -> str:
    """A class name as both clients send it."""
    return name[:1].upper() + name[1:]
