"""What surrounds a statement: its words by nearness, whom it is about, when, and how its number is meant."""

from __future__ import annotations

from claims.checking.focus import Focus
from claims.checking.manner import Manner
from claims.checking.occasion import Occasion
from claims.checking.ties import Ties


class Context(Focus, Ties, Occasion, Manner):
    """One statement in its surroundings."""
