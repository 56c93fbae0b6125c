"""Whoever is refused something reads why, and where it is done instead."""
