"""Files beside the code that decide whether v4 can work: requirements that keep v3, servers that v4 can't talk to."""
