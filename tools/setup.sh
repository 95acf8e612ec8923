#!/bin/sh
# Makes .venv and installs the locked packages: `setup.sh site` for the site, `setup.sh test` for the tests as well,
# `setup.sh engines` for what can stand in for MkDocs, `setup.sh cluster` for work on many machines, `setup.sh audit` for what looks packages up, `setup.sh bench` for other generators,
# `setup.sh lighthouse` for what measures pages, `setup.sh wheel` for the wheel of this checkout in place of it.
set -eu
fail() { printf 'setup: %s\n' "$1" >&2; exit 2; }

find_python() {
  for candidate in "$PYTHON" python3 python3.14 python3.13 python3.12 python3.11 python; do
    if command -v "$candidate" >/dev/null 2>&1 &&
      "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      printf '%s' "$candidate"
      return
    fi
  done
  fail "Python 3.11 or newer is needed; name one with: make PYTHON=/path/to/python3 …"
}

make_venv() {
  python=$(find_python)
  printf 'making .venv with %s\n' "$("$python" --version)"
  rm -rf .venv
  if ! "$python" -m venv .venv >/dev/null 2>&1; then
    # Debian and Ubuntu ship Python without what venv needs.
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
      { apt-get update -qq && apt-get install -y -qq python3-venv; } >/dev/null 2>&1 || true
      rm -rf .venv
    fi
    "$python" -m venv .venv >/dev/null || fail "“$python -m venv” does not work; on Debian or Ubuntu: apt-get install python3-venv"
  fi
}

# Every package is checked against its hash. Build isolation would fetch build tools without one, so the locked ones
# in build.txt are installed first and used. uv, which comes with them, takes a third of pip's time; what it cannot do (a
# mirror that only pip is told of) pip does.
install() {
  .venv/bin/python -m uv pip install --quiet --python .venv/bin/python --no-build-isolation --compile-bytecode "$@" 2>/dev/null ||
    install_slowly "$@"
}

install_slowly() {
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation "$@"
}

# Our own package stays where it is. pip's editable install would write the full path of this folder into a file that
# Python reads in the locale's encoding, and no Python would start in a folder with Chinese characters under LC_ALL=C.
link_program() {
  .venv/bin/python -m pip uninstall --quiet --yes guideway 2>/dev/null # what `setup.sh wheel` has put there
  .venv/bin/python - <<'PYTHON'
import os, pathlib, sysconfig
packages = pathlib.Path(sysconfig.get_paths()["purelib"])
(packages / "guideway.pth").write_text(os.path.relpath("generator", packages) + "\n", encoding="ascii")
PYTHON
  printf '#!/bin/sh\nexec "$(dirname "$0")/python" -P -m guideway "$@"\n' > .venv/bin/guideway
  chmod +x .venv/bin/guideway
}

case "$1" in
  site)
    [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1 || make_venv
    printf 'installing the packages of the site\n'
    install_slowly --require-hashes -r requirements/build.txt
    install --require-hashes -r requirements/site.txt
    link_program
    ;;
  test)
    printf 'installing the packages of the tests\n'
    install --require-hashes -r requirements/engines.txt
    install --require-hashes -r requirements/test.txt
    install --require-hashes -r requirements/cluster.txt
    ;;
  engines | cluster | bench | audit | lighthouse)
    printf 'installing the packages of the %s\n' "$1"
    install --require-hashes -r "requirements/$1.txt"
    ;;
  wheel)
    # In place of the checkout: the tests run what people get.
    rm -rf .build/wheel
    .venv/bin/python -m hatchling build --target wheel -d .build/wheel >/dev/null
    rm -f "$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')/guideway.pth"
    install --no-deps --force-reinstall .build/wheel/guideway-*.whl
    .venv/bin/guideway --version
    exit
    ;;
  *) fail "usage: setup.sh site|wheel|test|engines|cluster|bench|audit|lighthouse" ;;
esac
touch ".venv/$1.done"
