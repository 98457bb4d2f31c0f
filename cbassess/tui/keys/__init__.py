"""Keys that a person moves: the bindings by id, the presets, and the map that settings make of them."""

from cbassess.tui.keys.mapping import keymap_of
from cbassess.tui.keys.named import NamedKeys, named_keys

__all__ = ["NamedKeys", "keymap_of", "named_keys"]
