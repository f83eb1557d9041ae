"""A comparison made of weighted units: synthetic controls, their placebos and what they rest on."""
