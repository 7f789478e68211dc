"""One sentence: its phrases, and cue, source and content put together."""
