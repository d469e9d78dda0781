"""What v4 has not: each use is left, with the reason."""

from __future__ import annotations

import ast

from ... import registry
from ..code import Code
from ..site import Rewrite, Site
from ..unit import Refusal

_CLASSIFICATION = "v4 has no classifications: the REST API has"
_CONTEXTIONARY = "v4 has nothing for the contextionary"
_CLOUD = "clusters are managed in the Weaviate Cloud console"
_CONNECTION = "v4 has no public place for requests of one's own, nor for what a connection holds"
_CREDENTIALS = "v4's credentials hold their plain fields alone"
_PACKAGE = "what this package has here takes a v3 client alone"

# Symbols that start so -> why there is nothing to rewrite them to. Links of a builder are left with its head.
_REASONS = {
    "weaviate.Client.classification": _CLASSIFICATION,
    "weaviate.classification.Classification": _CLASSIFICATION,
    "weaviate.Client.contextionary": _CONTEXTIONARY,
    "weaviate.contextionary.Contextionary": _CONTEXTIONARY,
    "weaviate.wcs.WCS": _CLOUD,
    "weaviate.connect.Connection": _CONNECTION,
    "weaviate.connect.connection.": _CONNECTION,
    "weaviate.connect.REST_": _CONNECTION,
    "weaviate.connect.WEAVIATE_": _CONNECTION,
    "weaviate.auth.AuthCredentials": _CREDENTIALS,
    "weaviate.AuthClientCredentials.": _CREDENTIALS,
    "weaviate.AuthClientPassword.": _CREDENTIALS,
    "weaviate.embedded.EmbeddedDB.data_bind_port": "v4 sets it by an environment variable of the embedded server",
    "weaviate.error_msgs.": "the text is gone from the client",
    "weaviate.cluster.Cluster": "v4's class is private: take the client itself",
    "weaviate.backup.Backup": "v4's class is private: take the client itself",
}


def _refusing(why: str) -> Rewrite:
    def refuse(site: Site) -> Code | None:
        node = site.usage.node
        if isinstance(parent := site.parent(node), ast.Attribute) and site.planner.usages.get(parent):
            return None  # the member that is asked of it speaks
        raise Refusal(why)

    return refuse


def refusal(symbol: str) -> Rewrite | None:
    """What refuses a symbol that v4 has nothing for, None for one that is not known to be such."""
    rules = registry.load()
    if symbol not in rules.by_symbol:
        return None
    why = next((reason for start, reason in _REASONS.items() if symbol.startswith(start)), "")
    if not why and symbol.split(".")[0] in rules.external:
        why = _PACKAGE
    return _refusing(why) if why else None
