"""What the portal has none of yet, and must guard all the same: an app of the tests only."""
