"""Ages, and whose they are: "Kishor, 45,", "45-year-old", "aged 45", "at 45", "in his 40s", "people under 30"."""

from __future__ import annotations

from claims.values.ages.decades import DECADE_WORDS, decade
from claims.values.ages.reading import read

__all__ = ["DECADE_WORDS", "decade", "read"]
