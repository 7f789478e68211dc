"""Who said what. What it is made of is here; `analyse.analyse` works it out, and is imported where it is called.

Whoever only shows an analysis need not wait for all that it takes to make one.
"""

from reader.analysis.model import Analysis, Speaker, Statement

__all__ = ["Analysis", "Speaker", "Statement"]
