"""Views: for each kind of page, exactly what its template shows."""
