"""Which Weaviate thing can an expression be? Knows no rule and no face."""
