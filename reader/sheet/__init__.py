"""An article before its reader, as plain data: what is on the page and around it, in lines of text with roles.

Knows no terminal and no widget: the first screen and the app draw the same lines.
"""
