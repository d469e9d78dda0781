"""What stands behind the command line: files found and read, a run over them, and what is told of it."""
