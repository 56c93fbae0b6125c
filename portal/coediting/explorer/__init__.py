"""What co-editing adds to Wagtail's page explorer: columns and filters."""
