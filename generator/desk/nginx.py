"""nginx on this machine only, with the settings of `docs/web-server.md`: to try a published site as its readers will meet it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

from generator.build.site_folder import CURRENT, existing_site
from generator.desk.web_server import nginx_whole
from generator.errors import BadUsage

NGINX = "nginx"


def nginx_settings(site: Path, port: int, folder: Path) -> str:
    """All settings for a published site. folder: where nginx may write. Raises what `existing_site` raises, and BadUsage for a path that they cannot hold."""
    root = str(existing_site(site).path.resolve() / CURRENT)
    if any(character in root for character in " \"';{}$\\\n"):
        raise BadUsage(f"nginx kan inte läsa en mapp med mellanslag eller tecknen \"';{{}}$\\ i sökvägen: {root}")
    # Started by root, nginx would else let somebody answer who may not read the folder.
    user = f"user {pwd.getpwuid(0).pw_name};\n" if os.geteuid() == 0 else ""
    return user + nginx_whole(root, port, f"{folder}/")


def serve_with_nginx(site: Path, port: int) -> None:
    """Run nginx on a published site until it is interrupted. Raises BadUsage when there is no nginx or it does not start."""
    if shutil.which(NGINX) is None:
        raise BadUsage("nginx finns inte på datorn. På Debian: apt-get install nginx-light.")
    with tempfile.TemporaryDirectory(prefix="coachkollen-nginx-") as folder:
        settings = Path(folder) / "nginx.conf"
        settings.write_text(nginx_settings(site, port, Path(folder)), encoding="utf-8")
        print(f"http://127.0.0.1:{port}/ – avsluta med Ctrl+C.", flush=True)
        try:
            code = subprocess.run([NGINX, "-p", folder, "-e", "stderr", "-c", str(settings)], check=False).returncode
        except KeyboardInterrupt:
            return
    if code:
        raise BadUsage(f"nginx startade inte. Är porten {port} upptagen? Välj en annan med --port.")
