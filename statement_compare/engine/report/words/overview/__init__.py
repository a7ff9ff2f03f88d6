"""The words for a comparison as a whole, by language: its numbers, its facts, and why two sentences are no pair."""
