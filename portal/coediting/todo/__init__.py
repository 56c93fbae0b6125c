"""« À faire pour ma ville »: what waits for a person, on the home of the admin. Upper layers add their own sections."""
