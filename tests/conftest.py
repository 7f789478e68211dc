"""What holds for all tests: a busy machine is no failure, so no property has a deadline; each run draws other examples."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("patient", deadline=None, max_examples=50)
settings.load_profile("patient")
