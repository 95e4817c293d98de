"""The panes and bars of the main screen, and the lists of all screens."""
