"""Writes what changed into a model's manifest: `python -m sayso_training.manifest --model FOLDER --version YYYY-MM`.

The hashes of the files and the version are set in `model.toml`; thresholds are left as they are, and are to be fitted anew.
"""

import argparse
import hashlib
import pathlib
import re

FILE = re.compile(r'file = "(?P<file>[^"]+)", sha256 = "[0-9a-f]*"')
VERSION = re.compile(r'^version = ".*"$', re.MULTILINE)


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--model", type=pathlib.Path, required=True)
    parse.add_argument("--version", required=True)
    args = parse.parse_args()
    manifest = args.model / "model.toml"

    def hashed(found):
        digest = hashlib.sha256((args.model / found["file"]).read_bytes()).hexdigest()
        return f'file = "{found["file"]}", sha256 = "{digest}"'

    written = FILE.sub(hashed, manifest.read_text(encoding="utf-8"))
    manifest.write_text(VERSION.sub(f'version = "{args.version}"', written, count=1), encoding="utf-8")


if __name__ == "__main__":
    main()
