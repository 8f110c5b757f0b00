"""The site's search: what can be found, how words match, and the index that readers' browsers fetch in small parts."""
