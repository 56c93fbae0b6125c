"""What a published page uses is not deleted."""
