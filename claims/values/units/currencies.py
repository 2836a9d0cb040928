"""Currencies: the words and signs that stand for ISO 4217 codes, read from `currencies.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Currency:
    """What a phrase says: its code, or the codes that the article has to tell apart by their nations."""

    code: str
    nations: tuple[tuple[str, tuple[str, ...]], ...] = ()
    bare: bool = True


def _load() -> tuple[dict[str, list[tuple[Words, Currency]]], frozenset[str]]:
    """Index the phrases by their first word, the longest first, and list the codes."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    phrases: dict[Words, Currency] = {}
    codes: set[str] = set()
    for noun in table.values():
        forms, bare, told = noun.pop("forms").split(), noun.pop("bare", True), noun.pop("told", False)
        nations = {code: tuple(n for n in words.split(", ") if n) for code, words in noun.items()}
        codes.update(nations)
        for form in forms:
            phrases[(form,)] = Currency(next(iter(nations)), tuple(nations.items()) if told else (), bare)
            for code, words in nations.items():
                phrases |= {(*nation.split(), form): Currency(code) for nation in words}
    index: dict[str, list[tuple[Words, Currency]]] = {}
    for words in sorted(phrases, key=len, reverse=True):
        index.setdefault(words[0], []).append((words, phrases[words]))
    return index, frozenset(codes)


NAMES, _CODES = _load()
# Of these only the codes are met.
OTHERS = frozenset("CNH CUC ZMK BYR XDR XRP USDT ZWG ZWD".split())
CODES = frozenset(code.lower() for code in _CODES | OTHERS)
CODE_ALIASES = {"rmb": "CNY", "rs": "INR", "re": "INR", "kr": "SEK", "sfr": "CHF", "stg": "GBP", "dm": "DEM"}
# Codes that are also words: read next to a number of two digits or more, and not in a line of capitals.
CODE_WORDS = frozenset("all ang bam bob cop cup gel imp lak mad mop pen sit sol sos sum sur top try".split())
SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY",
    "₦": "NGN", "฿": "THB", "₫": "VND", "₱": "PHP", "₡": "CRC", "₴": "UAH", "₸": "KZT", "₵": "GHS", "元": "CNY",
    "￥": "JPY", "＄": "USD", "￡": "GBP", "₲": "PYG", "₮": "MNT", "₭": "LAK", "৳": "BDT", "₼": "AZN", "₾": "GEL",
    "₨": "INR", "₤": "GBP", "￦": "KRW", "៛": "KHR", "֏": "AMD", "₿": "BTC",
}  # fmt: skip
DOLLARS = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD", "cad": "CAD",
    "can": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD", "sg": "SGD", "r": "BRL", "nt": "TWD", "mex": "MXN",
    "mx": "MXN", "j": "JMD", "tt": "TTD", "z": "ZWL", "fj": "FJD", "bz": "BZD", "usd": "USD", "rd": "DOP",
    "ec": "XCD", "bds": "BBD", "b": "BND", "n": "NAD", "g": "GYD", "ar": "ARS", "ja": "JMD", "l": "LRD",
    "ci": "KYD", "hkd": "HKD", "nzd": "NZD", "sgd": "SGD", "twd": "TWD",
}  # fmt: skip
# Hundredths: of the first currency of the noun where no word before tells.
PARTS = {
    "cent": "USD", "cents": "USD", "¢": "USD", "pence": "GBP", "penny": "GBP", "pennies": "GBP", "paise": "INR",
    "paisa": "INR", "eurocent": "EUR", "eurocents": "EUR", "kopeck": "RUB", "kopecks": "RUB", "kopek": "RUB",
    "kopeks": "RUB", "centime": "EUR", "centimes": "EUR", "centavo": "MXN", "centavos": "MXN", "grosz": "PLN",
    "groszy": "PLN", "agora": "ILS", "agorot": "ILS", "kuruş": "TRY", "kurus": "TRY", "piastre": "EGP",
    "piastres": "EGP", "pfennig": "DEM", "pfennigs": "DEM", "satang": "THB", "öre": "SEK", "øre": "NOK",
}  # fmt: skip
# Letters before the number, as local papers write them; of these the short ones only before a scale.
LOCAL_SIGNS = {
    "dh": "AED", "dhs": "AED", "kd": "KWD", "ksh": "KES", "kshs": "KES", "sh": "KES", "tk": "BDT", "rm": "MYR",
    "rp": "IDR", "sr": "SAR", "qr": "QAR", "bd": "BHD", "jd": "JOD", "ush": "UGX", "tsh": "TZS", "nis": "ILS",
    "sfr": "CHF", "dkr": "DKK", "skr": "SEK", "nkr": "NOK", "gh": "GHS", "p": "PHP", "r": "ZAR", "n": "NGN", "b": "THB",
}  # fmt: skip
SHORT_SIGNS = frozenset({"p", "r", "n", "b", "sh", "sr", "bd", "gh"})
