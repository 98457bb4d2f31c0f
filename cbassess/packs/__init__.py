"""Text to nouns: the only reader of packs and answers files, with all problems in one go."""
