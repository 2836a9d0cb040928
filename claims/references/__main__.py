"""`python -m claims.references` writes the receipts of the embedded tables anew."""

from __future__ import annotations

from claims.references.gate import ship

if __name__ == "__main__":
    ship()
