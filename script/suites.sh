# shellcheck shell=sh disable=SC2154  # `passed`, `chosen` and the like are script/test's
# What script/test can run: a table, and for each row a function `suite_ID [PATH]` that runs it all or one path of it.

# ID  when  folder  what is tested. When: with --fast too (fast), without names (fast and browser), only when asked for (lane).
table() {
  cat <<'TABLE'
format              fast     -                how C++ is formatted
shell               fast     -                scripts, with shellcheck
layers              fast     tests/layering   who may include whom
words               fast     tests/words      the page says amounts, times and lists as the command does
compile-fail        fast     tests/compile_fail   misuse that must not compile
lint                fast     -                TypeScript and JavaScript, with ESLint
types               fast     -                types of TypeScript
unit                fast     tests/unit       the core and the command's parts, natively
oracle              fast     tests/oracle     zones and clocks against independent programs
schema              fast     tests/schema     the schemas against the loader
cli                 fast     tests/cli        the command
headers             fast     -                all headers of the core together
tidy                fast     -                clang-tidy over what differs from the last release
consumer            fast     tests/consumer   users of the CMake package, in each way that docs/cpp.md names
unit-wasm           fast     -                the unit tests over the core as it ships in wasm, in Node
wasm                fast     tests/wasm       the wasm modules, in Node
widget              fast     tests/widget     what lies in dist/ for the widget
tools               fast     tests/tools      the server and these scripts
size                fast     -                sizes against the budgets
npm                 browser  tests/npm        the npm package, in Node, through a bundler and in a page
web                 browser  tests/web        the page and the widget, in Chromium
firefox             browser  tests/firefox    the page, in Firefox
hosts               lane     tests/hosts      the guides of docs/embedding.md, with the documentation generators themselves
sanitizers          lane     -                unit, oracle, schema and cli with address and undefined-behaviour sanitizers
clang-current       lane     -                unit with Debian 12's newest Clang and libc++
emscripten-current  lane     -                wasm with Debian 13's Emscripten
tidy-all            lane     -                clang-tidy over the whole core; each header on its own
TABLE
}

# --- counting -----------------------------------------------------------------------------------------------

# count NAME PASSED FAILED EXIT: a suite that fails without naming a failed test is one failure.
count() {
  ok=${2:-0}
  bad=${3:-0}
  if [ "$4" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  # Whoever asks for a test that is not there learns nothing from "0 failed".
  if [ "$ok" -eq 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  if [ "$bad" -ne 0 ]; then failures="$failures
    $1"; fi
}

# run NAME COMMAND...: runs it, shows and keeps what it prints, sets `exit_code`.
run() {
  name=$1
  shift
  say "$name"
  log=$logs/$(printf '%s' "$name" | tr -c 'A-Za-z0-9\n' '-').txt
  exit_code=0
  began=$(date +%s)
  { "$@" 2>&1 || echo $? >"$log.exit"; } | tee "$log"
  times="$times
  $(printf '%5d' $(($(date +%s) - began))) s  $name"
  if [ -e "$log.exit" ]; then
    exit_code=$(cat "$log.exit")
    rm "$log.exit"
  fi
}

# The last number that `sed -n` prints for a pattern over the log.
number() { sed -nE "$1" "$log" | tail -n 1; }

# A command that passes or fails as a whole. Returns its exit code.
check() {
  run "$@"
  if [ "$exit_code" -eq 0 ]; then count "$1" 1 0 0; else count "$1" 0 1 "$exit_code"; fi
  return "$exit_code"
}

# gtest NAME FILE COMMAND...: all of a program's tests, or those of one of its sources.
gtest() {
  name=$1
  file=$2
  shift 2
  filter=
  if [ -n "$file" ]; then
    # Suites with parameters are named Instance/Suite.Test/0.
    filter=$(sed -nE 's/^(TYPED_)?TEST(_F|_P|_SUITE)?\((\w+),.*/\3.*:*\/\3.*:\3\/*/p' "$file" | sort -u | paste -sd :)
    name="$name, $file"
  fi
  run "$name" "$@" --gtest_brief=1 --gtest_filter="${filter:-*}"
  count "$name" "$(number 's/^\[  PASSED  \] ([0-9]+) tests?\..*/\1/p')" \
    "$(number 's/^ *([0-9]+) FAILED TESTS?$/\1/p')" "$exit_code"
}

# node_tests NAME FOLDER [PATH]
node_tests() {
  name=$1
  files="$2/*.test.mjs"
  case ${3:-$2} in "$2") ;; *) files=$3 name="$1, $3" ;; esac
  # Left alone, Node keeps a core free, which is half of two.
  # shellcheck disable=SC2086  # a pattern
  run "$name" node --test --test-reporter=spec --test-concurrency="$CMAKE_BUILD_PARALLEL_LEVEL" $files
  count "$name" "$(number 's/^. pass ([0-9]+)$/\1/p')" "$(number 's/^. fail ([0-9]+)$/\1/p')" "$exit_code"
}

# --- building, once each ------------------------------------------------------------------------------------

# once KEY NAME COMMAND...: as check, but only the first time; afterwards what it came to then.
once() {
  key=$1
  shift
  case " ${built:-} " in *" $key "*) return 0 ;; esac
  case " ${broken:-} " in *" $key "*) return 1 ;; esac
  if check "$@"; then built="${built:-} $key"; else
    broken="${broken:-} $key"
    return 1
  fi
}

# What the chosen suites need of the native build. One build for all of them, so that the compiler never waits for a single link.
native_targets() {
  for suite in $chosen; do
    case ${suite%%:*} in
      unit) echo unit_tests ;;
      oracle) echo oracle_tests ;;
      consumer) echo supportcalc supportcalc_render supportcalc_cli ;;
      schema | cli | wasm | emscripten-current | widget | tools | size | npm | web | firefox | hosts) echo supportcalc_cli ;;
    esac
  done | tr ' ' '\n' | sort -u
}

native() {
  # shellcheck disable=SC2046  # a list of words
  once native "Native build" build_preset debug --target $(native_targets) || return 1
  SUPPORTCALC=$PWD/build/debug/supportcalc
  export SUPPORTCALC
}

# shipped PART: what script/build makes, with the command that is there already.
shipped() { native && once "$1" "Build of the $1" script/build "$1"; }
page() { shipped modules && shipped page; }

# --- the suites ---------------------------------------------------------------------------------------------

# Names the files that script/format would change.
check_format() {
  list=$(cpp_files | xargs clang-format --dry-run 2>&1 | sed -nE 's/^([^:]+):[0-9]+:.*clang-format.*/\1/p' | sort | uniq -c)
  [ -z "$list" ] || { printf '%s\nscript/format mends this.\n' "$list"; return 1; }
}

suite_format() { check "Format of C++ (clang-format)" check_format || true; }
suite_shell() { check "Lint of scripts (shellcheck)" shellcheck script/* .ci/run tests/consumer/run || true; }
suite_compile_fail() { node_tests "Misuse that must not compile" tests/compile_fail "$@"; }
suite_layers() { node_tests "Layers of core and page" tests/layering "$@"; }
suite_words() { node_tests "Words of the page against those of the command" tests/words "$@"; }
suite_lint() { check "Lint of TypeScript and JavaScript" npm run --silent lint || true; }
suite_types() { check "Types of TypeScript" npm run --silent typecheck || true; }

suite_unit() { native && gtest "Unit tests, native" "${1:-}" build/debug/tests/unit_tests; }
suite_oracle() { native && gtest "Oracles" "${1:-}" build/debug/tests/oracle_tests; }
suite_schema() { native && node_tests "Schemas against the loader" tests/schema "$@"; }
suite_cli() { native && node_tests "The command" tests/cli "$@"; }
suite_headers() { check "All headers together" build_preset debug --target all_headers || true; }
suite_tidy() { check "clang-tidy on what differs from the last release" script/tidy || true; }
suite_consumer() { native && check "Consumers of the CMake package" tests/consumer/run build/debug; }

suite_unit_wasm() {
  if once unit-wasm "Unit tests for Node, build" build_preset wasm --target unit_tests; then
    gtest "Unit tests, in Node" "" node build/wasm/tests/unit_tests.js
  fi
}
suite_wasm() { shipped modules && node_tests "The wasm modules, in Node" tests/wasm "$@"; }
suite_widget() { page && node_tests "The widget, without a browser" tests/widget "$@"; }
suite_tools() { node_tests "Tools" tests/tools "$@"; }
suite_size() { page && check "Sizes against the budgets" script/size; }

suite_npm() { shipped modules && shipped package && node_tests "The npm package" tests/npm "$@"; }
suite_web() {
  page || return
  name="The page and the widget, in Chromium${1:+, $1}"
  run "$name" npm run --silent test:web -- "$@"
  count "$name" "$(number 's/^ +([0-9]+) passed.*/\1/p')" "$(number 's/^ +([0-9]+) failed.*/\1/p')" "$exit_code"
}
suite_firefox() { page && node_tests "The page, in Firefox" tests/firefox "$@"; }
suite_hosts() { page && node_tests "The guides of embedding.md, followed" tests/hosts "$@"; }

suite_sanitizers() {
  check "Build with sanitizers" build_preset asan --target unit_tests oracle_tests supportcalc_cli || return
  gtest "Unit tests, with sanitizers" "" build/asan/tests/unit_tests
  gtest "Oracles, with sanitizers" "" build/asan/tests/oracle_tests
  ordinary=${SUPPORTCALC:-}
  SUPPORTCALC=$PWD/build/asan/supportcalc
  export SUPPORTCALC
  node_tests "Schemas against the loader, with sanitizers" tests/schema
  node_tests "The command, with sanitizers" tests/cli
  SUPPORTCALC=$ordinary
}

suite_clang_current() {
  check "Build with the current Clang and libc++" build_preset clang-current --target unit_tests supportcalc_cli || return
  gtest "Unit tests, with the current Clang and libc++" "" build/clang-current/tests/unit_tests
  echo "The oracles are left out here: Debian builds their library, date's, for GCC's standard library alone."
}

suite_emscripten_current() {
  native && check "Build with the current Emscripten" script/emscripten-current || return
  SUPPORTCALC_WASM_DIR=build/emscripten-current
  export SUPPORTCALC_WASM_DIR
  node_tests "The wasm modules of the current Emscripten, in Node" tests/wasm
  unset SUPPORTCALC_WASM_DIR
}

suite_tidy_all() {
  check "clang-tidy on the whole core" script/tidy --all || true
  check "Each header on its own" build_preset debug --target header_checks || true
}
