"""What each command of the command line does, apart from reading its words. None of them imports Textual."""
