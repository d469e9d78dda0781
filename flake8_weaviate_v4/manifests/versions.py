"""Which versions go together."""

from __future__ import annotations

import re
from functools import lru_cache

from ..options import NEWEST
from ..patterns import pattern

# The server that a client needs at least, by the first client that says so: read from the check in `weaviate/connect/v4.py`
# of 4.4.4, 4.5 to 4.15, 4.16.10, 4.17.0, 4.18.3, 4.20.5 and 4.23.1 ("Please use Weaviate version ... or higher").
SERVERS = (((4, 17), (1, 27, 0)), ((4, 4), (1, 23, 7)))
GRPC_PORT = 50051  # the default of `weaviate.connect_to_local(grpc_port=...)` and of the server
REST_PORT = 8080
WITH_USE = (4, 16)  # all that fixes write is in this release (surface/v4.json)

_NAME = pattern(r"weaviate[-_.]+client", re.IGNORECASE)
_RELEASE = pattern(r"v?(\d+)\.(\d+)(?:\.(\d+))?")


def server_for(client: tuple[int, int]) -> tuple[int, int, int]:
    """The oldest server that this client works with."""
    return next((server for since, server in SERVERS if client >= since), SERVERS[-1][1])


def requirement_for(client: tuple[int, int]) -> str:
    """The specifier of the clients that code for this target needs: ``>=4.16,<5``."""
    major, minor = WITH_USE if client == NEWEST else client
    return f">={major}.{minor},<{major + 1}"


def is_client(name: str) -> bool:
    """Whether a distribution's name, however it is written, is that of the client."""
    return _NAME.fullmatch(name) is not None


def allows_v4(specifiers: str) -> bool:
    """Whether a PEP 440 specifier set allows any version from 4 on. Raises ValueError where it is none."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # late: few runs meet a requirement of the client
    from packaging.version import InvalidVersion, Version

    try:
        allowed = SpecifierSet(specifiers)
    except InvalidSpecifier as error:
        raise ValueError(str(error)) from error
    pinned = []
    for spec in allowed:  # a version that is not in our list, such as a beta
        try:
            if spec.operator in ("==", "===") and (version := Version(spec.version.removesuffix(".*"))).major >= 4:
                pinned.append(str(version))
        except InvalidVersion:
            return True
    return any(True for _ in allowed.filter([*_from_four(), *pinned], prereleases=True))


@lru_cache(maxsize=1)
def _from_four() -> tuple[str, ...]:
    """Versions of v4 (of which 4.4.0 was the first that was no beta) and later, dense enough that no range is missed."""
    four = [f"4.{minor}.{patch}" for minor in range(4, 60) for patch in range(30)]
    return (*four, "5.0.0", "6.0.0")


def release(tag: str) -> tuple[int, int, int] | None:
    """The release that an image's tag names: ``1.19.6``, ``1.19``, ``v1.19.6-rc.1``; None for ``latest`` and the like."""
    match = _RELEASE.match(tag)
    if match is None:
        return None
    return int(match[1]), int(match[2]), int(match[3]) if match[3] else 99  # a short tag moves with its patches
