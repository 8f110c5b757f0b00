"""The evidence of one case as a folder that can be read without the site."""
