"""Build hook: put data/ and resources/ inside the package, but not into an editable install.

An installation for development reads both where they are; a copy would go stale unseen.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLED = {
    "data/azkz.db": "azkz_desktop/_bundled/data/azkz.db",
    "data/azkz.db.sha256": "azkz_desktop/_bundled/data/azkz.db.sha256",
    "data/metadata.yaml": "azkz_desktop/_bundled/data/metadata.yaml",
    "data/plugins/geometry.py": "azkz_desktop/_bundled/data/plugins/geometry.py",
    "resources": "azkz_desktop/_bundled/resources",
}


class BundleData(BuildHookInterface):  # type: ignore[type-arg]
    """Adds what the wheel must hold besides the code."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds *version* ("standard" or "editable")."""
        if version != "editable":
            build_data["force_include"].update(BUNDLED)
