# shellcheck shell=sh
# Shared by the scripts of this folder: `. "$(dirname "$0")/lib.sh"`. Goes to the root of the checkout.
set -eu
cd "$(dirname "$0")/.."

# Tests and sizes must not depend on the language of whoever runs them.
export LC_ALL=C.UTF-8

: "${CMAKE_BUILD_PARALLEL_LEVEL:=$(nproc)}"
export CMAKE_BUILD_PARALLEL_LEVEL

say() { printf '\n==> %s\n' "$*"; }
die() { printf '\n%s: %s\n' "$0" "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# The Node that script/setup fetches goes before the machine's own; call it again after script/setup.
tools_node=$PWD/.tools/node/bin
use_own_node() {
  case $PATH in "$tools_node":*) return ;; esac
  if [ -x "$tools_node/node" ]; then
    PATH=$tools_node:$PATH
    export PATH
  fi
}
use_own_node

# Vite and Playwright want Node 20.19 or newer.
node_is_new_enough() {
  have node && node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'
}

# What was compiled once, in whichever folder a checkout lay, is not compiled again: with names relative to the checkout.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1
compiler_launcher() {
  case $1 in wasm*) ;; *) if have ccache; then echo -DCMAKE_CXX_COMPILER_LAUNCHER=ccache; fi ;; esac
}

# Configures a preset the first time, and builds it.
build_preset() {
  # shellcheck disable=SC2046  # one word or none
  [ -f "build/$1/build.ninja" ] || cmake --preset "$1" $(compiler_launcher "$1") >/dev/null || return 1
  cmake --build --preset "$@"
}

# Our C++ sources, checked in or about to be.
cpp_files() { git ls-files --cached --others --exclude-standard '*.h' '*.cpp'; }
