"""The same jobs on a Dask cluster."""
