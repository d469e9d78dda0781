"""Batches: ``client.batch``."""
