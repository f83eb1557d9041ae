"""Params, the notebook engine, batches of reports and what is recorded of them."""
