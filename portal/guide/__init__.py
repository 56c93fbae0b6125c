"""« Guide »: how each task is done, for the people of both cities, under /admin/guide/."""
