"""What was learned, as numbers, and the rules that stand in for it."""
