"""Tools for checks: attacks and observations on top of `harness`. README.md has the whole interface."""
