"""Compare a stated value with one found in a reference: exactly, with the rule in words.

The interval of a stated number comes from two things only: its hedge and its written precision.

- Written precision: half a unit of the last written digit, as statcheck does for reported statistics (Nuijten et al.
  2016, doi:10.3758/s13428-015-0664-2), but never more than 5 % of the number: significant figures alone would let
  "3 million" stand for 3.4 million. A count of things written out in full is exact.
- "about": pragmatic halo of a round number (Krifka 2009, "Approximate interpretations of number words"; Lasersohn
  1999): the rounder the numeral, the wider. One unit of the last non-zero digit, capped to 10 % and, for numbers of
  two digits or more, to one unit of the digit above the last: 370 reads as 360..380, 50,000 as 45,000..55,000.
- "nearly", "almost": the same width, below the number only; "just over" above only.
- One-sided words: the bound is open for "more than", closed for "at least". A finding more than twice as far is
  true but uninformative (Grice's maxim of quantity): it agrees and is flagged as weak.
"""

from __future__ import annotations

from claims.values.comparing.comparing import compare
from claims.values.comparing.dated import age_on
from claims.values.comparing.intervals import interval
from claims.values.comparing.outcome import Comparison

__all__ = ["Comparison", "age_on", "compare", "interval"]
