"""Which files are worth a look: what every file costs, so hardly anything is imported here."""

from __future__ import annotations

import re

from .patterns import pattern

# A file without any of these can't hold v3 code. This search is all that other files cost: a few plain ones first, then those
# that tell apart what a sign for several has found.
_SIGNS = ("eaviate", ".with_", "data_object", "_additional", '"Get"', "'Get'")
_CLASS_SIGNS = {"_class_": ("_class_tenants", "_class_shard"), "e_class(": (".create_class(", ".delete_class(")}
_MARKS = re.compile(
    r"""eaviate | (?:\.|add_)data_object
      | \.with_(?:near_|additional|bm25|hybrid|where|meta_count|fields|autocut|group_by|object_limit|consistency_level
                |(?:limit|sort|offset|after|tenant|alias|ask|generate)\()
      | _additional[\"'\s{] | _class_(?:tenants|shard) | schema[)\s\\]*\.(?:create|delete)_class\( | "Get" | 'Get'""",
    re.VERBOSE,
)
# A client that comes from another file of the checkout shows itself by one of these.
_MEMBERS = pattern(
    r"""\.(?=[abcdqs])(?:activity_status\b | (?:cluster|backup|classification|contextionary)[\s\\]*\.
          | schema[\s\\]*\.[\s\\]*(?:get|create|delete|contains|exists|update|add|property)
          | query[\s\\]*\.[\s\\]*(?:get|aggregate|raw|multi_get)[\s\\]*\(
          | batch\s*(?:[.(:]|\sas\s)
          | (?:create|delete)_class\(
          | (?<=client\.)(?:schema|query)\b(?!\s*\() | (?<=client\.)batch\b)""",
    re.VERBOSE,
)


def can_hold_v3(text: str) -> bool:
    """Whether a file with this text is worth a look."""
    for sign in _SIGNS:  # a loop costs a third of what any() does
        if sign in text:
            return _MARKS.search(text) is not None
    for sign, finer in _CLASS_SIGNS.items():
        if sign in text and any(each in text for each in finer):
            return _MARKS.search(text) is not None
    return False


def can_use_imported(text: str) -> bool:
    """Whether a file that does not speak of Weaviate might use a client that it imports."""
    return _MEMBERS.search(text) is not None
