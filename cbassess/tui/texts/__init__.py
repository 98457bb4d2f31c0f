"""Nouns to styled text, as pure functions: what the lists and details of the screens say.

All of it is `Content`, never `str`: a plain string would be read as markup by Textual.
"""
