"""What citizens write to the cities: messages, and errors that they point out on a page."""
