#!/bin/sh
# Usage: tools/venv.sh FOLDER [PYTHON]
# Makes a virtual environment with Python 3.11 or newer. Debian splits venv into a package of its
# own: as root it is installed here, otherwise one sentence says what to install.
set -eu

folder=$1
wanted=${2:-}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

python=
for candidate in ${wanted:-python3 python3.13 python3.12 python3.11 python}; do
    if new_enough "$candidate"; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Нужен Python 3.11 или новее; другой интерпретатор задаётся так: make PYTHON=python3.12" >&2
    echo "Python 3.11 or newer is needed; name another one with make PYTHON=python3.12" >&2
    exit 1
fi

if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    package=python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $package"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq
        apt-get install -y -qq --no-install-recommends "$package" >/dev/null
    else
        echo "Не хватает модуля venv; установите пакет $package (например: sudo apt install $package) и повторите команду." >&2
        echo "Python's venv module is missing; install the package $package (for example: sudo apt install $package) and run the command again." >&2
        exit 1
    fi
fi

# An environment that is there is kept; one that broke half-way is made anew.
if ! "$python" -m venv "$folder"; then
    "$python" -m venv --clear "$folder"
fi
