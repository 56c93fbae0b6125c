"""Open data: what the portal publishes, as tables, with a licence for each city and a dictionary."""
