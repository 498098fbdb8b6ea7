"""The outer sandbox of a worker, built once in its life. Runs on the host, before bubblewrap."""
