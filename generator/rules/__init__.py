"""The norms of regulations against the facts of a year: what is done, due and missing."""
