"""Grammars of payloads: each module enumerates, likely ones first, what an attacker would try at one kind of sink."""
