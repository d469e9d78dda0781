"""Read what every weaviate-client version offers, and write it down as `surface/v3.json` and `surface/v4.json`."""
