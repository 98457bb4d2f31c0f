"""Parts of screens: they take nouns and post messages, and know neither history nor pack folder."""
