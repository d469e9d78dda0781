"""Aggregations, raw GraphQL and several queries in one."""
