"""The store's files and what keeps them right: the TinyDB file, the journal, the kept copies; transactions and undo."""
