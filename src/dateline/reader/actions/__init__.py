"""What the keys of the main screen do, by topic."""
