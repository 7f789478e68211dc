"""Annotations over texts: anchors, the store, exchange formats. Stands alone, without the reader."""
