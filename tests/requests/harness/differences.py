"""What the comparison ignores: every way in which the two clients spell one request, named and justified.

The code that smooths a difference asks ``smooth("name")`` first, so this table is complete: a name that is not here
can't be smoothed, and a test checks that each name here is used.
"""

from __future__ import annotations

DIFFERENCES: dict[str, str] = {
    # connecting
    "chatter": "requests a client makes of itself (meta, ready, OpenID, health, PyPI, look-ups of a batch) change nothing",
    "client_headers": "headers that name the client, its cluster or the body's type carry nothing that the program said",
    "empty_header": "a module takes an empty key (X-OpenAI-Api-Key) for none: v3 leaves out a header that is None, v4 takes none such",
    "default_timeouts": "a timeout the program did not state is the client's affair; a stated one is compared",
    "connect_timeout": "v4 has no connect timeout to set: the read timeout of v3 is what query and insert wait for",
    "embedded_defaults": "embedded options that a program leaves out are the client's affair; stated ones are compared",
    "default_port": "https without a port is 443, http 80",
    # spelling of values
    "float32": "the server keeps vectors, forces and weights in 32 bits, so 0.1 as a double and as a float are one value",
    "property_order": "the server returns a set of properties: the order in which they are asked for changes nothing",
    "object_id": "v4 asks for the id always: the reply grows, the search is the same",
    "zero_offset": "offset 0 is the server's default, and protobuf can't tell it from none",
    "text_filter": "valueText, valueString and valueDate share a field in gRPC; the server goes by the property's type",
    "date_spelling": "one instant, spelt with Z or +00:00, with or without microseconds, or in milliseconds for time stamps",
    "filter_nesting": "And inside And, Or inside Or, and an And or Or of one filter mean the same without the nesting",
    "id_path": "the id is called `id` in a GraphQL path and `_id` in gRPC",
    "reference_count": "GraphQL counts a reference when its path ends there; gRPC says `count`",
    "single_target": "the class at the end of a reference follows from the schema where the property allows but one",
    "geo_fields": "gRPC returns geo coordinates and phone numbers whole; GraphQL lists the fields",
    "beacon": "a beacon weaviate://localhost/Class/id names the same object as its id",
    "hybrid_alpha": "GraphQL without alpha: the server takes 0.75 (v4 sends 0.7, which stays a difference)",
    "group_hits": "GraphQL lists what to return of a group's members; gRPC returns the query's own properties",
    "reply_fields": "parts of a reply without a switch in gRPC: error and result of generate, count and path of a group",
    # objects
    "get_by_id": "GET /objects/Class/id and a search filtered by that id read the same object",
    "rest_reply": "GET /objects returns times, references and consistency unasked: not asking for them in v4 loses nothing",
    "made_up_id": "an id that the program leaves open is made up by the server (v3) or by the client (v4)",
    "path_id": "PATCH and PUT name the object in the path; repeating id or class in the body changes nothing",
    "batch_pieces": "a client cuts a batch into requests as it sees fit: what counts are the objects",
    "batch_order": "both clients send pieces of a batch at once, so only writes to one id keep their order",
    "batch_references": "references of a batch are sent after its objects, or between pieces of them",
    "batch_fields": "`fields: [ALL]` of a v3 batch asks for what is the default",
    "batch_quorum": "QUORUM is the server's default for writes",
    "null_property": "in a new object, a property that is null is a property that is not there (in a merge it is not)",
    "whole_number": "gRPC sends numbers in JSON as doubles: 5 and 5.0 are one value to the server, which knows the type",
    # collections
    "schema_defaults": "a setting that is written out as the server's own default is the setting left out",
    "schema_order": "the order of the settings and of the properties of a class changes nothing but a listing",
    "late_references": "v3 makes a class and then adds its cross-references; v4 sends both at once",
    "string_type": "the server turns data type `string` into `text` with tokenization whitespace (word) or field",
    "index_inverted": "the server turns `indexInverted` into indexFilterable and indexSearchable",
    "tenant_status": "HOT is ACTIVE, COLD is INACTIVE, FROZEN is OFFLOADED, and a new tenant is active",
    "tenants_get": "GET /schema/Class/tenants and gRPC TenantsGet without names list the same tenants",
    "unknown_keys": "the server drops keys it does not know: skip_vectorization, vectorize_property_name as v4 writes them",
    # aggregation
    "metric_kind": "v4 states the type of an aggregated property; where it is the schema's own type it adds nothing",
    "metric_type": "gRPC returns the type of an aggregated property unasked",
    "grouped_by": "gRPC returns path and value of a group unasked",
    "top_occurrences": "gRPC returns value and count of top occurrences together",
    # other requests
    "backup_defaults": "overwriteAlias false, which v4 writes out on restore, is the server's default",
    "empty_field": "an empty list, an empty object or null in the body of a request is the same as leaving it out",
}

_smoothed: set[str] = set()


def smooth(name: str) -> bool:
    """Whether to ignore the difference ``name``; always true, but only for what the table justifies."""
    if name not in DIFFERENCES:
        raise KeyError(f"{name!r} is not in DIFFERENCES: name and justify it there")
    _smoothed.add(name)
    return True


def smoothed() -> list[str]:
    """The names that were asked for since the last call."""
    names = [name for name in DIFFERENCES if name in _smoothed]
    _smoothed.clear()
    return names
