"""What citizens find: an index of public pages, French that may be mistyped, and the page of results."""
