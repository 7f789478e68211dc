"""Words: cut, tagged and looked up."""
