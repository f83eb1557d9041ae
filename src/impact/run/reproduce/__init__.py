"""Make a report again from its own folder, and say what differs."""
