import hashlib
from pathlib import Path

from generator.site.assets import read_assets


def theme(folder: Path, **scripts: str) -> Path:
    (folder / "css").mkdir()
    (folder / "js").mkdir()
    (folder / "css/10-first.css").write_text("/* why */\na { color: red; }\n\n  b { top: 0; }\n", encoding="utf-8")
    (folder / "css/20-second.css").write_text("i { left: 0; }", encoding="utf-8")
    for name, text in scripts.items():
        (folder / f"js/{name}.js").write_text(text, encoding="utf-8")
    return folder


def test_all_style_sheets_are_one_in_the_order_of_their_names_without_comments(tmp_path: Path) -> None:
    assets = read_assets(theme(tmp_path))
    assert assets.files[assets.addresses["css/coachkollen.css"]] == b"a { color: red; }\nb { top: 0; }\ni { left: 0; }"


def test_an_asset_has_the_digest_of_what_is_in_it_in_its_name(tmp_path: Path) -> None:
    assets = read_assets(theme(tmp_path, a="let x = 1;"))
    assert assets.addresses["js/a.js"] == f"/tema/a.{hashlib.sha256(b'let x = 1;').hexdigest()[:10]}.js"


def test_a_script_imports_another_by_its_new_name_and_changes_when_that_does(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "y").mkdir()
    first = read_assets(theme(tmp_path / "x", a='import { b } from "./b.js";', b="export const b = 1;"))
    second = read_assets(theme(tmp_path / "y", a='import { b } from "./b.js";', b="export const b = 2;"))
    name = first.addresses["js/b.js"].rpartition("/")[2]
    assert first.files[first.addresses["js/a.js"]] == f'import {{ b }} from "./{name}";'.encode()
    assert first.addresses["js/a.js"] != second.addresses["js/a.js"]
