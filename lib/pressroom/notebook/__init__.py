"""What the notebooks are written with: the desk, listings, findings, caveats, checks."""
