"""The nouns: instrument, rulebook, responses, results. Frozen values that everything else speaks in."""
