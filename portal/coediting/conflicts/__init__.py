"""Nobody overwrites a newer version without having seen it: pages, snippets and settings alike."""
