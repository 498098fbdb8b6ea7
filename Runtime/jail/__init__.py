"""Trusted side of the sandbox: supervisor, zygote and the jail that the zygote builds around every run."""
