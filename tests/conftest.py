"""What holds for all tests: a busy machine is no failure, so no property has a deadline.

Each run draws other examples, so that the search goes on; where CI is set the examples are drawn from the test alone, so
that the same code is judged the same twice.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("patient", deadline=None, max_examples=50)
settings.register_profile("same", settings.get_profile("patient"), derandomize=True)
settings.load_profile("same" if os.environ.get("CI") else "patient")
