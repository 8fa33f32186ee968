"""Where the bundled database and resources are: in a checkout, or inside an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_CHUNK = 1 << 20


def root() -> Path:
    """The folder that holds `data/` and `resources/`."""
    inside = _PACKAGE / "_bundled"
    return inside if inside.is_dir() else _PACKAGE.parents[1]


def database_path() -> Path:
    """The database that the application comes with."""
    return root() / "data" / "azkz.db"


def hash_path(database: Path) -> Path:
    """The file that holds the SHA-256 of *database*, beside it."""
    return database.with_name(database.name + ".sha256")


def source_path() -> Path:
    """The text that the database is compiled from (only in a checkout)."""
    return root() / "data" / "source"


def resources_path() -> Path:
    """Icons, themes, translations and the basemap."""
    return root() / "resources"


def database_hash() -> str | None:
    """The SHA-256 that the bundled database must have, None where it is not known."""
    path = hash_path(database_path())
    return path.read_text(encoding="ascii").split()[0] if path.is_file() else None


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    import hashlib  # opening a database does without

    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
