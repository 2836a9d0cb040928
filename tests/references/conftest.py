"""Tables of our own invention: clinics and the people who lead them."""

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest

CLINICS = """\
clinic,aliases,town,opened,kind,emergency
Elmwood Hospital,Elmwood General;the General,Elmwood,1974,acute,yes
St Orla's Clinic,St Orla's,Fenby,1911,acute,no
Harrow Infirmary,,Harrow,1987,community,no
"""
YEARS = """\
year,clinic,beds,budget_usd_m,seen_pct,wait_weeks
2020,Elmwood Hospital,884,31.5,83.1,11.2
2021,Elmwood Hospital,871,33,86.40,15.8
2020,St Orla's Clinic,120,4.2,91.0,7
2021,St Orla's Clinic,118,4.4,90.2,8.5
2020,Harrow Infirmary,40,,77.7,9
2021,Harrow Infirmary,41,1.1,78.2,9.5
"""
CHIEFS = """\
name,clinic,post,born,from,to
Ada Thorne,Elmwood Hospital,chief executive,1966-04-18,2016-09-01,2021-03-31
Bram Okoye-Lund,Elmwood Hospital,chief executive,1971-12-02,2021-04-01,
Celia Thorne,St Orla's Clinic,medical director,1974-07-23,2019-02-01,
Y. D. Marcus Vale,Harrow Infirmary,chief executive,1969-01-30,2012-05-01,
"""


@pytest.fixture
def clinics(tmp_path):
    """A folder with three tables that refer to each other."""
    for name, text in (("clinics", CLINICS), ("clinic_years", YEARS), ("chiefs", CHIEFS)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch):
    """Keep receipts of one test from another."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("CLAIMS_CACHE", str(folder))
    return folder


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server of our own on a free port; gives the address of a database that refuses nobody."""
    found = [*sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")), Path(shutil.which("pg_ctl") or "/nowhere")]
    if not found[0].is_file():
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    binaries, folder = found[0].parent, Path(tempfile.mkdtemp(prefix="claims-postgres-"))
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []  # initdb refuses root
    if as_user:
        shutil.chown(folder, "postgres")

    def run(tool, *arguments):
        subprocess.run([*as_user, binaries / tool, *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL)

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run("initdb", "-D", folder / "data", "-A", "trust", "-U", "claims", "--no-sync", "-E", "UTF8", "--locale=C")
    options = f"-h 127.0.0.1 -p {port} -k {folder} -F"
    run("pg_ctl", "-D", folder / "data", "-w", "-o", options, "-l", folder / "log", "start")
    try:
        run("createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "claims", "claims")
        yield f"postgresql+psycopg://claims@127.0.0.1:{port}/claims"
    finally:
        run("pg_ctl", "-D", folder / "data", "-m", "fast", "-w", "stop")
        shutil.rmtree(folder)
