"""A ledger of the five bundled samples, read; and a client that asks the desk of it."""

# ruff: noqa: E402  what is not installed is found out first
from __future__ import annotations

import importlib.util
import itertools
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

for missing in ("fastapi", "jinja2", "uvicorn", "multipart", "vl_convert", "httpx2"):
    pytest.importorskip(
        missing,
        reason=f"{missing} is not installed here (pip install 'onrecord[web]'): the tests of the pages are left out",
    )

HERE = Path(__file__).parent
DATABASES = itertools.count(1)
sys.path.insert(0, str(HERE))

from fastapi.testclient import TestClient

from onrecord.keeping.ledger import Ledger
from onrecord.samples.reader import samples
from onrecord.settings import Settings
from onrecord.views.web.application import application
from onrecord.views.web.options import Options

AT = "http://127.0.0.1:8600"


def _module(name: str, path: Path) -> ModuleType:
    found = importlib.util.spec_from_file_location(name, path)
    assert found is not None
    assert found.loader is not None
    made = importlib.util.module_from_spec(found)
    sys.modules[name] = made
    found.loader.exec_module(made)
    return made


class Days:
    """A clock that goes on by a millionth of a second whenever it is looked at."""

    def __init__(self) -> None:
        self.ticks = itertools.count()

    def __call__(self) -> str:
        return f"2026-03-05T10:00:00.{next(self.ticks):06}Z"


@pytest.fixture(scope="session")
def read_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger file with the samples, to be copied."""
    path = tmp_path_factory.mktemp("desk") / "samples.db"
    with Ledger(path, clock=Days(), settings=Settings()) as ledger:
        ledger.add(samples())
        with ledger.writing() as connection:
            connection.exec_driver_sql("SELECT 1")
    return path


@pytest.fixture
def ledger(read_samples: Path, tmp_path: Path) -> Iterator[Ledger]:
    """The samples' ledger, to be changed at will."""
    path = tmp_path / "desk.db"
    for part in read_samples.parent.glob(f"{read_samples.name}*"):
        (tmp_path / part.name.replace("samples", "desk")).write_bytes(part.read_bytes())
    with Ledger(path, clock=Days(), settings=Settings()) as opened:
        yield opened


@pytest.fixture
def asks(ledger: Ledger) -> Callable[..., TestClient]:
    """A client of the samples' desk, with the options given."""

    def asked(**options: object) -> TestClient:
        host = str(options.pop("base", AT))
        return TestClient(application(ledger, Options(author="Ada", **options)), base_url=host)

    return asked


@pytest.fixture(scope="session")
def server() -> Iterator[object]:
    """A private PostgreSQL, or a reason why not."""
    postgres = _module("desk_postgres", HERE.parent.parent / "ledger" / "postgres.py")
    if postgres.binaries() is None:
        pytest.skip(postgres.MISSING)
    if not postgres.driver():
        pytest.skip(
            "psycopg is not installed here (pip install 'onrecord[postgres]'): the tests of PostgreSQL are left out"
        )
    with postgres.cluster() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The file or URL of a new, empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "new.db")
    return str(request.getfixturevalue("server").database(f"desk{next(DATABASES)}"))
