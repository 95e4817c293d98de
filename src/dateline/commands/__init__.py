"""What the command line offers beside the reader, a module for each group; light until a command runs."""
