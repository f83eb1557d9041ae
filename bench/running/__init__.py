"""What `bench/running.py` measures and how."""
