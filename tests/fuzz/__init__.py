"""Fuzzing: programs that nobody wrote, and what has to hold for every one of them."""
