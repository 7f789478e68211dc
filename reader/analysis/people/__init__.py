"""The people of an article: their names, their roles, and who is meant by "she" or "the minister"."""
