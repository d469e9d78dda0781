"""Get queries: builder chains, filters, and their results."""
