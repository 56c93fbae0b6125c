"""The keys of the two cities: what they are bound to, how they are given, what they publish."""
