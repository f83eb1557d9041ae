"""Files of composite indices: what they may say, and what is wrong with one."""
