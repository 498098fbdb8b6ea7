"""secucogen inside other harnesses. Nothing here is imported before it is asked for."""
