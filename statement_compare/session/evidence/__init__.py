"""Evidence bundles: a session as a zip that a colleague can check and replay, with this program or without it."""
