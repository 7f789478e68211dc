"""Offsets to screen rows: knows spans, widths and role names; neither terminal nor Textual."""
