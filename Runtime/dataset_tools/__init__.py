"""Reads and rewrites the dataset's Python on the trusted side. Nothing here runs a solution."""
