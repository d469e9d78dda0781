"""What inference sees: v3 objects by every way that leads to them, and what only looks like one."""
