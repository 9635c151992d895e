"""The values of each form: what its template may name, and how a record comes to them."""
