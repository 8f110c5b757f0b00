"""What a reader sees: addresses, frozen views and rendering."""
