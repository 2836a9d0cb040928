"""Tables of a database, read and never written: a DuckDB or SQLite file, or whatever SQLAlchemy has a driver for.

A table is read in the order of its primary key, or sorted where it has none; a query as its ORDER BY says. A PostgreSQL
session is read-only for the server too, elsewhere only a SELECT is sent and nothing is committed. No password is ever
shown: leave it out of the address and set what the driver reads, such as PGPASSWORD.
"""

from __future__ import annotations

import difflib
import re
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import unquote

from claims.errors import InputError
from claims.references.stored import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    import pyarrow as pa

    from claims.references.stored import Stored

SUFFIXES = (".duckdb", ".ddb", ".sqlite", ".sqlite3", ".db")
_SQLITE, _DUCKDB = b"SQLite format 3\x00", b"DUCK"
_QUERY = re.compile(r"\s*(?:--[^\n]*\n\s*)*(?:select|with|from|values)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"([\w+]+://)(?:([^\s:/?@]*)(?::[^\s/?@]*)?(@))?([\w.:\[\]-]*(?:/[^?@:]*)?)(?:\?.*)?")
_SERVERS = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}
_SECONDS = 10
"""How long a server may take to answer."""


class Database(Protocol):
    """What each kind of database can do."""

    def tables(self) -> list[str]:
        """Name the tables and views."""

    def rows(self, table: str) -> pa.Table | Stored:
        """Read a table, its rows in an order that does not change."""

    def query(self, sql: str) -> pa.Table:
        """Read what a query gives."""


def is_address(source: str) -> bool:
    """Say whether a source is the address of a database, not a file.

    >>> is_address("postgresql+psycopg://reader@localhost/news"), is_address("C:/news.sqlite")
    (True, False)
    """
    return "://" in source


def shown(source: str) -> str:
    """Give a source as messages and reports may show it: no password, nothing after "?".

    >>> shown("postgresql+psycopg://reader:secret@localhost:5432/news?password=secret")
    'postgresql+psycopg://reader@localhost:5432/news'
    """
    if not is_address(source):
        return source
    parts = _ADDRESS.fullmatch(source)
    return "".join(part or "" for part in parts.groups()) if parts else f"{source.partition('://')[0]}://..."


def read(source: str, *, name: str = "", table: str = "", query: str = "") -> dict[str, pa.Table | Stored]:
    """Read a database: one table of it, what a query gives, or all that it has.

    `name` is what the table is called in the references, and in the database too unless `table` says otherwise.
    """
    where = shown(source)
    with _opened(source) as database:
        if query:
            if not _QUERY.match(query):
                raise InputError("the query does not read", where=where, hint="begin it with SELECT or WITH")
            return {name: database.query(query)}
        known = database.tables()
        if not known:
            raise InputError("the database holds no tables", where=where, hint="check its address")
        if not name:
            return {known_name: database.rows(known_name) for known_name in known}
        return {name: database.rows(_found(table or name, known, where))}


def _found(table: str, known: Sequence[str], where: str) -> str:
    same = [name for name in known if name.lower() == table.lower()]
    if table in known or len(same) == 1:
        return table if table in known else same[0]
    near = difflib.get_close_matches(table, known, n=1, cutoff=0.5)
    hint = f'did you mean "{near[0]}"?' if near else f"its tables are {', '.join(known[:20])}"
    raise InputError(f'the database has no table "{table}"', where=where, hint=hint)


@contextmanager
def _opened(source: str) -> Iterator[Database]:
    """Open a database for reading; its complaints become one sentence without passwords."""
    try:
        with _open(source) as database:
            yield database
    except InputError:
        raise
    except Exception as error:
        raise InputError(
            f"the database cannot be read: {_complaint(error, source)}",
            where=shown(source), hint="check the address, the query and what you may read",
        ) from error  # fmt: skip


def _open(source: str) -> AbstractContextManager[Database]:
    scheme, _, place = source.partition("://")
    if scheme.partition("+")[0] in ("sqlite", "duckdb") and is_address(source):
        return _open_file(Path(place.removeprefix("/")))
    return _open_server(source) if is_address(source) else _open_file(Path(source))


def _complaint(error: Exception, source: str) -> str:
    said = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
    for secret in re.findall(r"://[^/@]*?:([^/]+)@", source) + re.findall(r"[?&]\w*pass\w*=([^&]+)", source):
        said = said.replace(secret, "***").replace(unquote(secret), "***")
    return said


def _open_file(path: Path) -> AbstractContextManager[Database]:
    if not path.is_file():
        raise InputError("there is no such database", where=str(path), hint="give a DuckDB or SQLite file")
    with path.open("rb") as file:
        start = file.read(16)
    if start == _SQLITE:
        return _open_sqlite(path)
    if start[8:12] == _DUCKDB:
        return _open_duckdb(path)
    raise InputError("the file is no database", where=str(path), hint="give a DuckDB or SQLite file")


@dataclass(frozen=True)
class _Sqlite:
    """A file of SQLite, whose cells have types and whose columns have none."""

    connection: Any

    def tables(self) -> list[str]:
        found = self.connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
            "ORDER BY name"
        )
        return [name for (name,) in found]

    def rows(self, table: str) -> pa.Table:
        return self.query(f"SELECT * FROM {quoted(table)}")

    def query(self, sql: str) -> pa.Table:
        cursor = self.connection.execute(sql)
        return _table([entry[0] for entry in cursor.description], iter(lambda: cursor.fetchmany(20_000), []))


@contextmanager
def _open_sqlite(path: Path) -> Iterator[_Sqlite]:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("PRAGMA query_only = ON")
        yield _Sqlite(connection)


@dataclass(frozen=True)
class _DuckDB:
    """A file of DuckDB; a large table of it stays there."""

    connection: Any
    path: Path

    def tables(self) -> list[str]:
        found = self.connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_catalog = current_database() "
            "AND table_schema = 'main' ORDER BY table_name"
        )
        return [name for (name,) in found.fetchall()]

    def rows(self, table: str) -> pa.Table | Stored:
        from claims.references import stored

        whole = self.connection.sql(f"SELECT * FROM {quoted(table)}")
        return stored.Stored(self.path, table, tuple(whole.columns)) if self._large(table) else whole.to_arrow_table()

    def query(self, sql: str) -> pa.Table:
        return self.connection.sql(sql).to_arrow_table()

    def _large(self, table: str) -> bool:
        """Say whether a table, no view, has many rows."""
        from claims.references.stored import LARGE

        found = self.connection.execute(
            "SELECT estimated_size FROM duckdb_tables() WHERE schema_name = 'main' AND table_name = ?", [table]
        )
        return any(size >= LARGE for (size,) in found.fetchall())


@contextmanager
def _open_duckdb(path: Path) -> Iterator[_DuckDB]:
    from claims.references import stored

    with stored.connect(path) as connection:
        yield _DuckDB(connection, path)


@dataclass(frozen=True)
class _Server:
    """A database that SQLAlchemy reaches."""

    connection: Any

    def tables(self) -> list[str]:
        from sqlalchemy import inspect

        known = inspect(self.connection)
        return sorted({*known.get_table_names(), *known.get_view_names()})

    def rows(self, table: str) -> pa.Table:
        from sqlalchemy import MetaData, Table, select

        found = Table(table, MetaData(), autoload_with=self.connection)
        key = list(found.primary_key.columns)
        read = self._read(select(found).order_by(*key))
        return read if key else _in_order(read)

    def query(self, sql: str) -> pa.Table:
        from sqlalchemy import text

        return self._read(text(sql.replace(":", r"\:")))

    def _read(self, statement: Any) -> pa.Table:
        result = self.connection.execution_options(stream_results=True).execute(statement)
        return _table(list(result.keys()), result.partitions(20_000))


@contextmanager
def _open_server(source: str) -> Iterator[_Server]:
    engine = _engine(source)
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "postgresql":
                connection = connection.execution_options(postgresql_readonly=True)
            yield _Server(connection)
            connection.rollback()
    finally:
        engine.dispose()


def _engine(source: str) -> Any:
    scheme, _, rest = source.partition("://")
    try:
        import sqlalchemy

        url = sqlalchemy.make_url(f"{_SERVERS.get(scheme, scheme)}://{rest}")
        patient = url.drivername in ("postgresql+psycopg", "postgresql+psycopg2")
        return sqlalchemy.create_engine(url, connect_args={"connect_timeout": _SECONDS} if patient else {})
    except ImportError as error:
        missing = error.name or "sqlalchemy"
        hint = 'pip install "claims[sql]"' if missing in ("sqlalchemy", "psycopg") else f"install {missing}"
        raise InputError(f'the database needs the package "{missing}"', where=shown(source), hint=hint) from error
    except (ValueError, sqlalchemy.exc.ArgumentError) as error:
        raise InputError(
            f'cannot read the address, or there is no driver for "{scheme}"',
            where=shown(source), hint="write postgresql+psycopg://USER@HOST:PORT/DATABASE",
        ) from error  # fmt: skip


def _table(names: list[str], chunks: Any) -> pa.Table:
    """Put rows of Python values into columns of text; a column of bytes stays empty."""
    import pyarrow as pa

    from claims.references.textual import as_cell

    schema = pa.schema([(name, pa.string()) for name in names])
    batches = [
        pa.record_batch([pa.array(map(as_cell, column), pa.string()) for column in zip(*rows, strict=True)], schema)
        for rows in chunks
    ]
    return pa.Table.from_batches(batches, schema)


def _in_order(table: pa.Table) -> pa.Table:
    return table.sort_by([(name, "ascending") for name in table.column_names])
