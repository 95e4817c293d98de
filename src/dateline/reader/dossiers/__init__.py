"""What dossiers are made of: entries for their lists, from the index's rows."""
