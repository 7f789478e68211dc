"""Who says a quotation: what may, what speaks for each, and the choice."""
