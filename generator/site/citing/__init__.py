"""How our pages and statements are cited: what there is to cite, and a module for each style."""
