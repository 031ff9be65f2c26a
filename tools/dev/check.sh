# shellcheck shell=bash
# ./dev check, step by step: what CI asks for, in the order in which a mistake is cheapest to find.

# A step that fails ends everything (set -e); the trap says which it was. No `step || ...`: bash would
# then go on after an error inside it.
current=
trap '[ $? = 0 ] || printf "== %s: FAILED\n" "$current"' EXIT

step() {
  local start=$SECONDS
  current=$1
  shift
  printf '\n== %s\n' "$current"
  "$@"
  printf '== %s: %d s\n' "$current" $((SECONDS - start))
}

format_is_right() { sources_to_format | xargs -0 clang-format-14 --dry-run -Werror; }

layers() {
  python3 tests/layers/check_layers_test.py
  python3 tests/layers/check_layers.py
}

headers_alone() {
  python3 tests/layers/check_headers_test.py
  python3 tools/dev/headers.py
}

tidy() {
  cmake --preset tidy > /dev/null  # each time: a source may have gone since
  build tidy pages                 # made, and included by a source
  python3 tools/dev/tidy.py build/tidy "$@"
}

sanitized_tests() {
  build sanitize
  UBSAN_OPTIONS=print_stacktrace=1 \
    ctest --test-dir build/sanitize --output-on-failure -j "$(nproc)" --progress "$@"
}

# Races are found by what runs together, not by many cases.
thread_tests() {
  build tsan test_mechanism test_http test_compare
  BOCAGE_TEST_SCALE=1 build/tsan/tests/test_mechanism --gtest_brief=1
  build/tsan/tests/test_http --gtest_brief=1
  BOCAGE_TEST_SCALE=1 build/tsan/tests/test_compare --gtest_brief=1
}

# From the seeds and what earlier runs found; what it says comes in one piece.
fuzz_one() {
  local fuzzer=$1 seconds=$2 name found seeds said status=0
  name=$(basename "$fuzzer")
  found=build/sanitize/fuzz/corpus/$name
  seeds=tests/fuzz/corpus/${name#fuzz_}
  mkdir -p "$found"
  said=$("$fuzzer" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -verbosity=0 -print_funcs=0 \
    -artifact_prefix="build/sanitize/fuzz/$name-" "$found" "$seeds" 2>&1) || status=$?
  printf '%s for %s s\n%s' "$name" "$seconds" "${said:+$said$'\n'}"
  return "$status"
}

# Every fuzzer for some seconds, one a core.
fuzz() {
  build sanitize
  export -f fuzz_one
  find build/sanitize/tests -type f -name 'fuzz_*' -executable -print0 | sort -z |
    xargs -0 -P "$(nproc)" -I '{}' bash -c 'fuzz_one "$@"' _ '{}' "$1"
}

# An engineer's own project, with the library as it is installed.
install_and_use() {
  local place=$PWD/build/installed
  rm -rf "$place" build/sample
  build release
  cmake --install build/release --prefix "$place" > /dev/null
  cmake -S samples/plan_a_folder -B build/sample -G Ninja -DCMAKE_PREFIX_PATH="$place" > /dev/null
  ninja -C build/sample --quiet
  build/sample/plan_a_folder examples/forms/s1-van > build/sample/plan.json
  "$place/bin/bocage" check examples/forms/s1-van build/sample/plan.json
}

# What a newcomer gets: the last commit, in an empty folder, on a pipe.
fresh_clone() {
  local folder
  folder=$(mktemp -d)
  printf '[safe]\n\tdirectory = *\n' > "$folder/gitconfig"
  GIT_CONFIG_GLOBAL=$folder/gitconfig git clone -q "$PWD" "$folder/bocage"
  (cd "$folder/bocage" && ./dev run | cat && test -s bocage-report.html)
  rm -rf "$folder"
}

check() {
  local all=${1:-} fuzz_seconds=10
  export LSAN_OPTIONS=suppressions=$PWD/tests/leaks.txt:print_suppressions=0
  if [ "$all" = --all ]; then
    fuzz_seconds=60
    export BOCAGE_TEST_SCALE=${BOCAGE_TEST_SCALE:-10}
  fi
  step "packages" install_packages
  step "format" format_is_right
  step "layers" layers
  step "headers compile alone" headers_alone
  step "clang-tidy" tidy
  step "tests under ASan and UBSan" sanitized_tests
  step "fuzzing" fuzz "$fuzz_seconds"
  if [ "$all" = --all ]; then
    step "tests under TSan" thread_tests
    step "the library installed and used" install_and_use
    step "a fresh clone" fresh_clone
  fi
  # Last, so that everything ends with CTest's closing lines.
  current="the README's tests"
  printf '\n== %s\n' "$current"
  run_tests
}
