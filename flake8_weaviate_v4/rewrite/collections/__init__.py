"""Collections: ``client.schema``, class dictionaries, tenants."""
