"""What was once published is not deleted: it is archived, and can be restored."""
