"""Coachkollen: curated YAML records about providers, built into a public site through Pelican."""

__version__ = "0.1.0"
