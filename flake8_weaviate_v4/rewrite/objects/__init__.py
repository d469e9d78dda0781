"""Objects and references: ``client.data_object``."""
